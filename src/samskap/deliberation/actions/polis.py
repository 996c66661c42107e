"""A conversation from Polis comes into a deliberation: its statements, participants and votes."""

from collections import Counter
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.deliberation.errors import NoEmptyDeliberation, NotYoursToKeep
from samskap.deliberation.hands import UnknownHand
from samskap.deliberation.models import Deliberation, Participant, Standing, Statement, Vote
from samskap.deliberation.permissions import may_keep
from samskap.kernels.opinion_map import AGREE, DISAGREE, PASS
from samskap.kernels.opinion_map.polis import Comment, Conversation
from samskap.ledger import actions as ledger
from samskap.ledger.models import ActorKind, Contribution, Giver
from samskap.ledger.models import Standing as Beside
from samskap.people.models import Person

AT_A_TIME = 5_000
LONGEST = 1_000  # characters; Polis lets people write no more than that


@transaction.atomic
def take_in(*, deliberation: Deliberation, conversation: Conversation, by: Person) -> None:
    """Take a conversation into a deliberation that is empty.

    Each participant and each statement gets its row of the ledger, as if they had come here:
    residents, without a name. Statements and participants keep the order of their numbers, and
    begin with 1. What was moderated out stays set aside: whoever voted on it has voted.

    Refuses with NotYoursToKeep or NoEmptyDeliberation.
    """
    if not may_keep(by, deliberation):
        raise NotYoursToKeep
    ledger.lock(deliberation.initiative.account_id)
    if deliberation.statements.exists() or deliberation.participants.exists():
        raise NoEmptyDeliberation
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
    """Write a participant for each number of the conversation, with a row of the ledger each."""
    rows = _rows(deliberation, len(people), kind="vote", caption=deliberation.question)
    found = Participant.objects.bulk_create(
        Participant(
            municipality_id=deliberation.municipality_id,
            deliberation=deliberation,
            number=number,
            contribution=row,
        )
        for number, row in enumerate(rows, 1)
    )
    return dict(zip(people, found, strict=True))


def _statements(
    deliberation: Deliberation, comments: list[Comment], said: Counter[tuple[int, int]]
) -> dict[int, Statement]:
    """Write a statement for each comment, with a row of the ledger each.

    said  how many said 1, 0 or −1 to the number of a comment
    """
    rows = _rows(deliberation, len(comments), kind="statement")
    found = Statement.objects.bulk_create(
        Statement(
            municipality_id=deliberation.municipality_id,
            deliberation=deliberation,
            number=number,
            text=each.text[:LONGEST],
            language=deliberation.language,
            contribution=row,
            is_seed=each.is_seed,
            state=Standing.SET_ASIDE if each.moderated < 0 else Standing.SHOWN,
            given_at=_moment(each.at),
            agrees=said[each.number, AGREE],
            disagrees=said[each.number, DISAGREE],
            passes=said[each.number, PASS],
        )
        for number, (each, row) in enumerate(zip(comments, rows, strict=True), 1)
    )
    beside = {each.pk: each for each in Beside.objects.filter(pk__in=[row.pk for row in rows])}
    for stated in found:
        standing = beside[stated.contribution_id]
        standing.path = stated.get_absolute_url()
        standing.caption = stated.text[:200] if stated.state == Standing.SHOWN else ""
    Beside.objects.bulk_update(beside.values(), ["path", "caption"], batch_size=500)
    return dict(zip((each.number for each in comments), found, strict=True))


def _rows(
    deliberation: Deliberation, n: int, *, kind: str, caption: str = ""
) -> list[Contribution]:
    """Write rows of the ledger of residents whom nobody knows."""
    givers = Giver.objects.bulk_create(
        Giver(municipality=deliberation.municipality) for _number in range(n)
    )
    return ledger.give_alike(
        account=deliberation.initiative.account,
        hands=[UnknownHand(giver=giver, actor_kind=ActorKind.RESIDENT) for giver in givers],
        phase=deliberation.initiative.phase,
        kind=kind,
        is_independent=False,
        caption=caption,
        path=deliberation.get_absolute_url(),
    )


def _moment(milliseconds: int) -> datetime:
    """When something was stated, where the file says so."""
    if not milliseconds:
        return timezone.now()
    return min(datetime.fromtimestamp(milliseconds / 1000, tz=UTC), timezone.now())
