"""Joining two initiatives, and taking them apart again. Both keep what was given to them."""

from django.db import transaction

from samskap.initiatives.actions.moving import ask_leave, locked, move, must_be_open
from samskap.initiatives.errors.states import NotIntoItself, NotMerged, SayWhy
from samskap.initiatives.models import Initiative
from samskap.initiatives.models.initiative import State
from samskap.ledger.actions import touch
from samskap.people.models import Person


@transaction.atomic
def merge(*, initiative: Initiative, into: Initiative, by: Person, reason: str) -> Initiative:
    """Let one initiative go on as a part of another, whose page it points to.

    Nothing is moved: the ledger of each stays its own, and the step can be undone.
    Refuses with NotIntoItself, NotYoursToChange (of either), NotOpen (of either) or SayWhy.
    """
    if initiative.pk == into.pk or initiative.municipality_id != into.municipality_id:
        raise NotIntoItself
    # Always in the same order, so that two who join them both ways do not wait for each other.
    rows = {one.pk: locked(one) for one in sorted((initiative, into), key=lambda one: one.pk)}
    initiative, into = rows[initiative.pk], rows[into.pk]
    for one in (initiative, into):
        ask_leave(one, by)
    for one in (initiative, into):
        must_be_open(one)
    if not reason.strip():
        raise SayWhy
    initiative.state_before, initiative.merged_into = initiative.state, into
    touch(into.account)
    return move(initiative, State.MERGED, by=by, reason=reason)


@transaction.atomic
def undo_merge(*, initiative: Initiative, by: Person, reason: str) -> Initiative:
    """Let an initiative stand on its own again, where it was before.

    Refuses with NotYoursToChange, NotMerged or SayWhy.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    if initiative.state != State.MERGED or initiative.merged_into is None:
        raise NotMerged(initiative=initiative.title)
    if not reason.strip():
        raise SayWhy
    touch(initiative.merged_into.account)
    before, initiative.state_before = initiative.state_before, ""
    initiative.merged_into = None
    return move(initiative, before, by=by, reason=reason)
