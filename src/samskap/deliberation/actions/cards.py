"""Cards of paper: votes and statements that somebody wrote by hand, written down for them."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from samskap.deliberation.actions.stating import fitting, write
from samskap.deliberation.actions.taking_part import enter
from samskap.deliberation.actions.voting import write_vote
from samskap.deliberation.errors import (
    CardIsEntered,
    NothingOnTheCard,
    NotOpenNow,
    NotYoursToEnter,
    StatedAlready,
    StatementIsGone,
)
from samskap.deliberation.models import (
    Channel,
    Deliberation,
    Moderation,
    Participant,
    Standing,
    State,
    Vote,
)
from samskap.deliberation.permissions import may_enter_cards
from samskap.ledger import actions as ledger
from samskap.ledger.hands import paper_hand
from samskap.people.models import Person


@transaction.atomic
def write_card(
    *,
    deliberation: Deliberation,
    by: Person,
    card: str,
    votes: Mapping[int, int],
    statements: Iterable[str] = (),
    language: str = "",
    name: str = "",
    reach: str = "",
) -> Participant:
    """Write one card down: each is a participant of its own, whoever typed it in.

    card      its number, so that it counts once
    votes     number of a statement → 1, 0 or −1
    name      of whoever filled it in, where they want it known; reach: how they are reached

    What was written on a card has been said by somebody else word for word: then nothing is added.
    A card that comes after the last day still counts, until those who keep it close it.

    Refuses with NotYoursToEnter, NotOpenNow, NothingOnTheCard, CardIsEntered, StatementIsGone,
    NothingStated or StatementIsTooLong.
    """
    if not may_enter_cards(by, deliberation):
        raise NotYoursToEnter
    is_closed = deliberation.state == State.CLOSED or not deliberation.has_begun
    if is_closed or not deliberation.initiative.is_open:
        raise NotOpenNow
    texts = [fitting(text, deliberation) for text in statements]
    if not (votes or texts):
        raise NothingOnTheCard
    ledger.lock(deliberation.initiative.account_id)  # two who type the same card wait here
    if deliberation.participants.filter(card=card).exists():
        raise CardIsEntered(card=card)
    hand = paper_hand(by=by, municipality=deliberation.municipality, name=name, reach=reach)
    participant = enter(deliberation, hand, card=card, channel=Channel.PAPER, entered_by=by)
    shown = deliberation.statements.filter(state=Standing.SHOWN, number__in=votes)
    voted_on = {statement.number: statement for statement in shown}
    if missing := set(votes) - set(voted_on):
        raise StatementIsGone(number=min(missing))
    for number, value in votes.items():
        write_vote(participant, voted_on[number], Vote.Value(value))
    waits = deliberation.moderation == Moderation.BEFORE
    for text in texts:
        try:
            write(
                deliberation,
                hand=hand,
                text=text,
                language=language or deliberation.language,
                state=Standing.AWAITING if waits else Standing.SHOWN,
                by=participant,
            )
        except StatedAlready:
            continue
    return participant
