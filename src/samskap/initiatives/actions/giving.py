"""Giving hours of work and other resources to an initiative."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.commitments import NotAnAmount, NotAResource, NotYoursToWriteDown
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Beneficiary, Contribution
from samskap.people.models import Level
from samskap.people.permissions import require_level

WORK = "work"
MOST: dict[str, int] = {
    WORK: 1000,  # hours
    "money": 10_000_000,  # NOK
    "premises": 366,  # days
    "equipment": 366,  # days
    "competence": 366,  # sessions
}
"""The most that one entry can hold; a slip of the finger is larger."""


@transaction.atomic
def give_work(
    *,
    initiative: Initiative,
    hand: Hand,
    hours: Decimal | int,
    what: str = "",
    beneficiary: str = Beneficiary.COMMUNITY,
    is_independent: bool = False,
    at: datetime | None = None,
) -> Contribution:
    """Write down hours that somebody worked, for themselves, for others or for the community.

    is_independent  whether it was their own idea; work that was asked for is not

    Refuses with SignInNeeded, NotYoursToWriteDown, NotOpen, NotAnAmount or
    TheFutureIsNotGivenYet.
    """
    return _give(
        initiative,
        hand,
        kind=WORK,
        amount=hours,
        what=what,
        beneficiary=beneficiary,
        is_independent=is_independent,
        at=at,
    )


@transaction.atomic
def give_resource(
    *,
    initiative: Initiative,
    hand: Hand,
    kind: str,
    amount: Decimal | int,
    what: str = "",
    beneficiary: str = Beneficiary.COMMUNITY,
    is_independent: bool = False,
    at: datetime | None = None,
) -> Contribution:
    """Write down money (NOK), premises or equipment (days), or help from an expert (sessions).

    Refuses with SignInNeeded, NotYoursToWriteDown, NotOpen, NotAResource, NotAnAmount or
    TheFutureIsNotGivenYet.
    """
    return _give(
        initiative,
        hand,
        kind=kind,
        amount=amount,
        what=what,
        beneficiary=beneficiary,
        is_independent=is_independent,
        at=at,
    )


def _give(
    initiative: Initiative,
    hand: Hand,
    *,
    kind: str,
    amount: Decimal | int,
    what: str,
    beneficiary: str,
    is_independent: bool,
    at: datetime | None,
) -> Contribution:
    """Ask leave, and write one row of the ledger in the phase where the initiative stands."""
    require_level(hand.by, Level.REACHABLE)
    initiative = locked(initiative)
    is_for_another = hand.entered_on_behalf and hand.giver.person_id != hand.by.pk
    if is_for_another and not may_write_down_for_others(hand.by, initiative):
        raise NotYoursToWriteDown
    must_be_open(initiative)
    if kind not in MOST:
        raise NotAResource
    if not 0 < amount <= MOST[kind]:
        raise NotAnAmount(most=MOST[kind])
    row = ledger.give(
        account=initiative.account,
        hand=hand,
        phase=initiative.phase,
        kind=kind,
        amount=amount,
        is_independent=is_independent,
        beneficiary=beneficiary,
        caption=what.strip(),
        path=initiative.get_absolute_url(),
        at=at,
    )
    remember(f"initiatives.{kind}_given", by=hand.by.pseudonym_key, about=row, within=initiative)
    return row
