"""Taking part: one person is one participant, and whoever floods a deliberation is not counted.

From one network address so many people without an account are counted, and no more, however long
a deliberation lasts: that one machine cannot pretend to be a crowd. Those over are kept, left out
of every figure, and counted openly; whoever keeps the deliberation may count them after all
(decision 113).
"""

from django.db import connection, transaction
from django.db.models import Count, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from samskap.base.memory import remember
from samskap.deliberation.errors import NothingToJoin, NotOpenNow, NotYoursToKeep
from samskap.deliberation.hands import hand_for
from samskap.deliberation.knowing import Voter, key_of, place_of, source_of
from samskap.deliberation.models import Channel, Deliberation, Participant, Statement, Vote
from samskap.deliberation.permissions import may_keep
from samskap.deliberation.queries.participants import participant_of
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Contribution, FateStatus
from samskap.people.models import Level, Person
from samskap.people.permissions import level_of

MOST_FROM_ONE_PLACE = 20  # people without an account, in one deliberation

NEWER_VOTES = """
    UPDATE deliberation_vote SET value = theirs.value, at = theirs.at
    FROM deliberation_vote AS theirs
    WHERE deliberation_vote.participant_id = %s AND theirs.participant_id = %s
    AND theirs.statement_id = deliberation_vote.statement_id AND theirs.at > deliberation_vote.at
"""


def participant_for(deliberation: Deliberation, voter: Voter) -> Participant:
    """The participant that somebody is here; the first time it is written, with its ledger row.

    Stands in the transaction of whoever calls.
    """
    found = participant_of(deliberation, voter)
    if found is None:
        ledger.lock(deliberation.initiative.account_id)  # two presses at once: the second waits
        found = participant_of(deliberation, voter) or _enter(deliberation, voter)
    found.deliberation = deliberation
    return found


def _enter(deliberation: Deliberation, voter: Voter) -> Participant:
    """Write down that somebody takes part; the account is held."""
    if voter.person:
        level = level_of(voter.person, deliberation.municipality)
        facts = {"person": voter.person, "level": level}
        counts = True
    else:
        place = place_of(voter.address, deliberation)
        day = timezone.localdate() if place else None  # a place says how many a day
        source = source_of(voter.address, deliberation, day)
        facts = {
            "key": key_of(voter.cookie, deliberation),
            "source": source,
            "channel": Channel.KIOSK if place else Channel.WEB,
        }
        most = place["most"] if place else MOST_FROM_ONE_PLACE
        counts = deliberation.participants.filter(source=source).count() < most
    hand = hand_for(voter.person, deliberation.municipality) if counts else None
    return enter(deliberation, hand, set_aside=not counts, **facts)


def enter(deliberation: Deliberation, hand: Hand | None, **facts: object) -> Participant:
    """Write a participant with the next number; with a row of the ledger where a hand is given."""
    last = deliberation.participants.aggregate(last=Max("number"))["last"]
    entered: Participant = Participant.objects.create(
        municipality_id=deliberation.municipality_id,
        deliberation=deliberation,
        number=(last or 0) + 1,
        contribution=row_of(deliberation, hand) if hand else None,
        **facts,
    )
    if hand:
        key = hand.by.pseudonym_key if hand.by else None
        initiative = deliberation.initiative
        remember("deliberation.joined", by=key, about=deliberation, within=initiative)
    return entered


def row_of(deliberation: Deliberation, hand: Hand) -> Contribution:
    """Write the one row of the ledger that says that somebody takes part."""
    return ledger.give(
        account=deliberation.initiative.account,
        hand=hand,
        phase=deliberation.initiative.phase,
        kind="vote",
        is_independent=False,
        is_unnamed=True,
        caption=deliberation.question,
        path=deliberation.get_absolute_url(),
    )


@transaction.atomic
def join(*, deliberation: Deliberation, voter: Voter) -> None:
    """Let the votes that were given without an account be those of whoever is signed in now.

    Where both voted on the same statement, the last vote counts. Once it is over nothing is
    joined: votes that are not counted would be counted then.

    Refuses with NothingToJoin or NotOpenNow.
    """
    unknown = participant_of(deliberation, Voter(cookie=voter.cookie))
    if unknown is None or voter.person is None:
        raise NothingToJoin
    if not (deliberation.is_open and deliberation.initiative.is_open):
        raise NotOpenNow
    ledger.lock(deliberation.initiative.account_id)
    known = participant_of(deliberation, Voter(person=voter.person))
    if known is None:
        known = _enter(deliberation, Voter(person=voter.person))
    both = Vote.objects.filter(participant=known).values("statement")
    with connection.cursor() as cursor:
        cursor.execute(NEWER_VOTES, [known.pk, unknown.pk])
    Vote.objects.filter(participant=unknown).exclude(statement__in=both).update(participant=known)
    Statement.objects.filter(by=unknown).update(by=known)
    if unknown.contribution:
        ledger.settle(
            contribution=unknown.contribution, status=FateStatus.WITHDRAWN, by=voter.person
        )
    unknown.delete()
    count_anew(deliberation)


@transaction.atomic
def count_after_all(*, deliberation: Deliberation, source: str, by: Person) -> int:
    """Count those from one place who were not counted; return how many they are.

    Refuses with NotYoursToKeep.
    """
    if not may_keep(by, deliberation):
        raise NotYoursToKeep
    ledger.lock(deliberation.initiative.account_id)
    waiting = deliberation.participants.filter(source=source, set_aside=True).exclude(source="")
    participants: QuerySet[Participant] = waiting.select_for_update()
    counted = list(participants)
    for participant in counted:
        hand = hand_for(None, deliberation.municipality)
        participant.contribution, participant.set_aside = row_of(deliberation, hand), False
        participant.save(update_fields=["contribution", "set_aside"])
    count_anew(deliberation)
    remember(
        "deliberation.counted_after_all",
        by=by.pseudonym_key,
        about=deliberation,
        within=deliberation.initiative,
    )
    return len(counted)


def count_anew(deliberation: Deliberation) -> None:
    """Count the votes beside every statement anew, of those who are counted."""
    # Whoever votes now has changed a sum and commits first, or waits: the count sees every vote.
    held = deliberation.statements.order_by("pk").select_for_update(of=("self",))
    list(held.values_list("pk", flat=True))
    said = Vote.objects.filter(statement=OuterRef("pk"), participant__set_aside=False).order_by()

    def number(value: int) -> Coalesce:
        """How many said one thing."""
        counted = said.filter(value=value).values("statement").annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

    deliberation.statements.update(
        agrees=number(Vote.Value.AGREE),
        disagrees=number(Vote.Value.DISAGREE),
        passes=number(Vote.Value.PASS),
    )


def raise_level(participant: Participant, person: Person) -> None:
    """Keep how surely we know who votes, where that has grown since."""
    level = level_of(person, participant.deliberation.municipality)
    if level > participant.level:
        participant.level = Level(level)
        participant.save(update_fields=["level"])
