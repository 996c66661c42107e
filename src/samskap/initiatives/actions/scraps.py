"""What stops, to make room for the new (S2: “være villig til å skrote noe”)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import ask_leave, locked
from samskap.initiatives.errors.scraps import StoppedAlready
from samskap.initiatives.models import Initiative, ScrapEntry
from samskap.ledger.actions import touch
from samskap.people.models import Person


@transaction.atomic
def add_scrap(
    *, initiative: Initiative, by: Person, what: str, owner: str, stops_on: date
) -> ScrapEntry:
    """Say what stops, who sees to it, and from which day. Refuses with NotYoursToChange."""
    initiative = locked(initiative)
    ask_leave(initiative, by)
    entry = ScrapEntry.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        what=what,
        owner=owner,
        stops_on=stops_on,
    )
    remember("initiatives.scrap_added", by=by.pseudonym_key, about=entry, within=initiative)
    touch(initiative.account)
    return entry


@transaction.atomic
def tell_stopped(*, scrap: ScrapEntry, by: Person, learnt: str = "") -> ScrapEntry:
    """Tell that it has stopped, and what was learnt.

    Refuses with NotYoursToChange or StoppedAlready.
    """
    initiative = locked(scrap.initiative)
    ask_leave(initiative, by)
    scrap = ScrapEntry.objects.get(pk=scrap.pk)
    if scrap.stopped_at:
        raise StoppedAlready(what=scrap.what)
    scrap.stopped_at, scrap.learnt = timezone.now(), learnt.strip()
    scrap.save(update_fields=["stopped_at", "learnt"])
    remember("initiatives.stopped", by=by.pseudonym_key, about=scrap, within=initiative)
    touch(initiative.account)
    return scrap
