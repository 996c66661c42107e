"""Leaving a panel, and letting somebody else be drawn instead."""

from django.db import transaction
from django.utils import timezone

from samskap.lottery.actions.steps import held, held_by, move, note
from samskap.lottery.errors import (
    NobodyHasLeft,
    NotOnYourList,
    NotYoursToKeep,
)
from samskap.lottery.models import Entrant, Lot, State, Step
from samskap.lottery.permissions import may_keep
from samskap.lottery.queries import in_panel
from samskap.people.models import Person


@transaction.atomic
def leave(*, entrant: Entrant, by: Person, because: str = "") -> None:
    """Let a member leave the panel: themselves, or a steward for them. Twice changes nothing.

    Refuses with NotYoursToKeep or NotOnYourList.
    """
    lot = held(entrant.lot)
    if entrant.person_id != by.pk and not may_keep(by, lot):
        raise NotYoursToKeep
    fresh = lot.entrants.filter(pk=entrant.pk).exclude(drawn_in=None).first()
    if fresh is None:
        raise NotOnYourList
    if fresh.left_at:
        return
    fresh.left_at, fresh.left_because = timezone.now(), because.strip()
    fresh.save(update_fields=["left_at", "left_because"])
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
