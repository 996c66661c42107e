"""What every step of a lot has in common: it waits its turn, and it is written down."""

from typing import Any

from samskap.base.memory import remember
from samskap.ledger import actions as ledger
from samskap.lottery.errors import NotAtThisStep, NotYoursToKeep
from samskap.lottery.models import Lot, Step
from samskap.lottery.permissions import may_keep
from samskap.people.models import Person


def held(lot: Lot) -> Lot:
    """Hold a lot until the transaction ends, and read it anew: the second waits here."""
    rows = Lot.objects.select_for_update(of=("self",))
    fresh: Lot = rows.select_related("initiative__account", "municipality").get(pk=lot.pk)
    return fresh


def held_by(by: Person, lot: Lot, *states: str) -> Lot:
    """Hold a lot for one of its stewards, where it has come as far as it must.

    Refuses with NotYoursToKeep or NotAtThisStep.
    """
    lot = held(lot)
    if not may_keep(by, lot):
        raise NotYoursToKeep
    if lot.state not in states:
        raise NotAtThisStep(lot=lot.title)
    return lot


def move(lot: Lot, state: str, what: str, by: Person | None, **facts: Any) -> None:
    """Let a lot come to a state, and write the step down."""
    lot.state = state
    lot.save(update_fields=["state"])
    note(lot, what, by, **facts)


def note(lot: Lot, what: str, by: Person | None, *, reason: str = "", **facts: Any) -> None:
    """Write one step down, and let the pages of the initiative know that they are old."""
    Step.objects.create(
        municipality_id=lot.municipality_id,
        lot=lot,
        what=what,
        by=by,
        reason=reason,
        facts=facts,
    )
    remember(
        f"lottery.{what}", by=by.pseudonym_key if by else None, about=lot, within=lot.initiative
    )
    ledger.touch(lot.initiative.account)
