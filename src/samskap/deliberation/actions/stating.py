"""Stating something that others vote on."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max

from samskap.base.lines import one_line
from samskap.base.memory import remember
from samskap.deliberation.actions.taking_part import participant_for
from samskap.deliberation.errors import (
    NothingStated,
    NotOpenNow,
    NotYoursToKeep,
    NotYoursToWrite,
    StatedAlready,
    StatementIsTooLong,
)
from samskap.deliberation.hands import by_role, hand_of
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import (
    Deliberation,
    Moderation,
    Participant,
    Standing,
    Statement,
    Writers,
)
from samskap.deliberation.permissions import level_to_write, may_keep
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.people.models import Person
from samskap.people.permissions import require_level


@transaction.atomic
def state(
    *,
    deliberation: Deliberation,
    text: str,
    language: str,
    voter: Voter,
    hand_key: str = "",
    public_id: UUID | None = None,
) -> Statement:
    """State something that everybody votes on; by the rules agreed it may wait to be read first.

    hand_key   in whose name, as `ledger.hands.hands_of` offers it; their own where it is empty
    public_id  names the press of the button, so that two presses state it once

    Refuses with NotYoursToWrite, MayNotSpeakFor, SignInNeeded, StrongerSignInNeeded, NotOpenNow,
    NothingStated, StatementIsTooLong or StatedAlready.
    """
    if deliberation.share_statements == Writers.KEEPERS:
        if not may_keep(voter.person, deliberation):
            raise NotYoursToWrite
    else:
        require_level(voter.person, level_to_write(deliberation), deliberation.municipality)
    if not (deliberation.is_open and deliberation.initiative.is_open):
        raise NotOpenNow
    text = fitting(text, deliberation)
    key = public_id or uuid4()
    said: Statement | None = deliberation.statements.filter(public_id=key).first()
    if said:
        return said
    participant = participant_for(deliberation, voter)
    waits = deliberation.moderation == Moderation.BEFORE or participant.set_aside
    return write(
        deliberation,
        hand=hand_of(participant, voter.person, hand_key),
        text=text,
        language=language,
        state=Standing.AWAITING if waits else Standing.SHOWN,
        by=participant,
        public_id=key,
    )


@transaction.atomic
def write_seed(*, deliberation: Deliberation, text: str, language: str, by: Person) -> Statement:
    """Write a statement that the deliberation starts with, or that those who keep it add.

    Refuses with NotYoursToKeep, NothingStated, StatementIsTooLong or StatedAlready.
    """
    if not may_keep(by, deliberation):
        raise NotYoursToKeep
    return write(
        deliberation,
        hand=by_role(by, deliberation.municipality),
        text=fitting(text, deliberation),
        language=language,
        state=Standing.SHOWN,
        is_seed=True,
    )


def fitting(text: str, deliberation: Deliberation) -> str:
    """Take a text as one line. Refuses with NothingStated or StatementIsTooLong."""
    line = one_line(text)
    if not line:
        raise NothingStated
    if len(line) > deliberation.longest:
        raise StatementIsTooLong(longest=deliberation.longest)
    return line


def write(
    deliberation: Deliberation,
    *,
    hand: Hand,
    text: str,
    language: str,
    state: str,
    by: Participant | None = None,
    is_seed: bool = False,
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Statement:
    """Write a statement and its row of the ledger, which is held meanwhile.

    What waits is not named in the ledger’s lists: nobody has read it yet. Refuses with
    StatedAlready.
    """
    initiative: Initiative = deliberation.initiative
    account = ledger.lock(initiative.account_id)
    if deliberation.statements.filter(text__iexact=text).exists():
        raise StatedAlready
    given = ledger.give(
        account=account,
        is_held=True,
        hand=hand,
        phase=initiative.phase,
        kind="statement",
        is_independent=False,
        is_unnamed=True,
        caption=text if state == Standing.SHOWN else "",
        at=at,
    )
    last: int | None = deliberation.statements.aggregate(last=Max("number"))["last"]
    stated: Statement = Statement.objects.create(
        municipality_id=deliberation.municipality_id,
        deliberation=deliberation,
        public_id=public_id or uuid4(),
        number=(last or 0) + 1,
        text=text,
        language=language,
        contribution=given,
        by=by,
        is_seed=is_seed,
        state=state,
        given_at=given.at,
    )
    ledger.lead_to(given, stated.get_absolute_url())
    key = hand.by.pseudonym_key if hand.by else None
    remember("deliberation.stated", by=key, about=stated, within=initiative)
    return stated
