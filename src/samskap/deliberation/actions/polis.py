"""A conversation from Polis comes into a deliberation: its statements, participants and votes."""

from collections import Counter
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.deliberation.errors import NoEmptyDeliberation, NotYoursToTakeIn
from samskap.deliberation.models import (
    Channel,
    Deliberation,
    Participant,
    Standing,
    Statement,
    Vote,
)
from samskap.deliberation.permissions import may_take_in
from samskap.kernels.opinion_map import AGREE, DISAGREE, PASS
from samskap.kernels.opinion_map.polis import Comment, Conversation
from samskap.ledger import actions as ledger
from samskap.people.models import Person

AT_A_TIME = 5_000
LONGEST = 1_000  # characters; Polis lets people write no more than that


@transaction.atomic
def take_in(*, deliberation: Deliberation, conversation: Conversation, by: Person) -> None:
    """Take a conversation into a deliberation that is empty.

    Nothing of it gets a row of the ledger: who gave it was never known here, and a file can be
    invented. The deliberation says that it was taken in. Statements and participants keep the
    order of their numbers, and begin with 1. What was moderated out stays set aside: whoever voted
    on it has voted.

    Refuses with NotYoursToTakeIn or NoEmptyDeliberation.
    """
    if not may_take_in(by, deliberation):
        raise NotYoursToTakeIn
    ledger.lock(deliberation.initiative.account_id)
    if deliberation.statements.exists() or deliberation.participants.exists():
        raise NoEmptyDeliberation
    deliberation.taken_in_at = timezone.now()
    deliberation.save(update_fields=["taken_in_at"])
    last = {(who, what): said for who, what, said in conversation.votes}
    people = sorted({who for who, _what in last})
    comments = sorted(conversation.comments, key=lambda each: each.number)
    came = _participants(deliberation, people)
    stated = _statements(
        deliberation, comments, Counter((what, said) for (_who, what), said in last.items())
    )
    owned = {"municipality_id": deliberation.municipality_id}
    Vote.objects.bulk_create(
        (
            Vote(**owned, participant=came[who], statement=stated[what], value=said)
            for (who, what), said in last.items()
        ),
        batch_size=AT_A_TIME,
    )
    initiative = deliberation.initiative
    remember("deliberation.taken_in", by=by.pseudonym_key, about=deliberation, within=initiative)


def _participants(deliberation: Deliberation, people: list[int]) -> dict[int, Participant]:
    """Write a participant for each number of the conversation."""
    found = Participant.objects.bulk_create(
        Participant(
            municipality_id=deliberation.municipality_id,
            deliberation=deliberation,
            number=number,
            channel=Channel.POLIS,
        )
        for number, _who in enumerate(people, 1)
    )
    return dict(zip(people, found, strict=True))


def _statements(
    deliberation: Deliberation, comments: list[Comment], said: Counter[tuple[int, int]]
) -> dict[int, Statement]:
    """Write a statement for each comment.

    said  how many said 1, 0 or −1 to the number of a comment
    """
    found = Statement.objects.bulk_create(
        Statement(
            municipality_id=deliberation.municipality_id,
            deliberation=deliberation,
            number=number,
            text=each.text[:LONGEST],
            language=deliberation.language,
            is_seed=each.is_seed,
            state=Standing.SET_ASIDE if each.moderated < 0 else Standing.SHOWN,
            given_at=_moment(each.at),
            agrees=said[each.number, AGREE],
            disagrees=said[each.number, DISAGREE],
            passes=said[each.number, PASS],
        )
        for number, each in enumerate(comments, 1)
    )
    return dict(zip((each.number for each in comments), found, strict=True))


def _moment(milliseconds: int) -> datetime:
    """When something was stated, where the file says so."""
    if not milliseconds:
        return timezone.now()
    return min(datetime.fromtimestamp(milliseconds / 1000, tz=UTC), timezone.now())
