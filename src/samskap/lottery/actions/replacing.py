"""Leaving a panel, and letting somebody else be drawn instead."""

from django.db import transaction
from django.utils import timezone

from samskap.lottery.actions.steps import held, held_by, move, note
from samskap.lottery.actions.taking_out import reason_for, say_so
from samskap.lottery.errors import NobodyHasLeft, NotOnYourList
from samskap.lottery.models import Entrant, Lot, State, Step
from samskap.lottery.queries import in_panel
from samskap.people.models import Person


@transaction.atomic
def leave(*, entrant: Entrant, by: Person, because: str = "") -> None:
    """Let a member leave the panel: themselves, or by a steward who says why. Twice does nothing.

    Refuses with NotYoursToKeep, SayWhyTheyAreOut or NotOnYourList.
    """
    lot = held(entrant.lot)
    reason = reason_for(lot=lot, entrant=entrant, by=by, because=because)
    fresh = lot.entrants.filter(pk=entrant.pk).exclude(drawn_in=None).first()
    if fresh is None:
        raise NotOnYourList
    if fresh.left_at:
        return
    fresh.left_at, fresh.left_because = timezone.now(), reason
    fresh.save(update_fields=["left_at", "left_because"])
    if reason:
        say_so(lot=lot, entrant=fresh, by=by)
    else:
        note(lot, Step.What.LEFT, None)  # who it was is nobody’s business


@transaction.atomic
def replace(*, lot: Lot, by: Person) -> None:
    """Begin another round for the seats of those who left.

    Refuses with NotYoursToKeep, NotAtThisStep or NobodyHasLeft.
    """
    lot = held_by(by, lot, State.DRAWN)
    empty = lot.size - in_panel(lot).count()
    if empty < 1:
        raise NobodyHasLeft
    move(lot, State.REPLACING, Step.What.REPLACING, by, seats=empty)
