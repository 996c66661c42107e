"""Voting: the last thing that somebody says to a statement counts, and is theirs alone to see."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from samskap.base.prepared import insert
from samskap.deliberation.actions.taking_part import participant_for, raise_level
from samskap.deliberation.errors import NotOpenNow, StatementIsGone
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Deliberation, Participant, Standing, Statement, Vote
from samskap.deliberation.permissions import level_to_vote
from samskap.people.models import Level
from samskap.people.permissions import require_level

SUM_OF = {Vote.Value.AGREE: "agrees", Vote.Value.DISAGREE: "disagrees", Vote.Value.PASS: "passes"}
ONLY_ONCE = "ON CONFLICT (participant_id, statement_id) DO NOTHING"


def vote(
    *, deliberation: Deliberation, statement: Statement, value: int, voter: Voter
) -> Participant:
    """Agree with a statement, disagree, or pass; what was said before is forgotten.

    A vote has no memory of its own and no row of the ledger: nobody can ask who voted what.

    Refuses with NotOpenNow, SignInNeeded, StrongerSignInNeeded or StatementIsGone.
    """
    if not (deliberation.is_open and deliberation.initiative.is_open):
        raise NotOpenNow
    needed = level_to_vote(deliberation)
    require_level(voter.person, needed, deliberation.municipality)
    if statement.state != Standing.SHOWN or statement.deliberation_id != deliberation.pk:
        raise StatementIsGone
    with transaction.atomic():
        participant = participant_for(deliberation, voter)
        if voter.person and participant.level < Level.IDENTIFIED <= needed:
            raise_level(participant, voter.person)
        write_vote(participant, statement, Vote.Value(value))
    return participant


def write_vote(participant: Participant, statement: Statement, value: Vote.Value) -> None:
    """Write a vote, or change the one that stands; the sums beside the statement follow.

    Two presses at once: the constraint lets one in, and the other changes what that one wrote.
    """
    if participant.set_aside:  # they may just be counted after all: that waits for us, or we for it
        held = Participant.objects.select_for_update(of=("self",)).only("set_aside")
        participant.set_aside = held.get(pk=participant.pk).set_aside
    if _is_new(participant, statement, value):
        before = None
    else:
        stands = Vote.objects.select_for_update().get(participant=participant, statement=statement)
        before = Vote.Value(stands.value)
        if before == value:
            return
        Vote.objects.filter(pk=stands.pk).update(value=value, at=timezone.now())
    if participant.set_aside:
        return
    changes = {SUM_OF[value]: F(SUM_OF[value]) + 1}
    if before is not None:
        changes[SUM_OF[before]] = F(SUM_OF[before]) - 1
    Statement.objects.filter(pk=statement.pk).update(**changes)


def _is_new(participant: Participant, statement: Statement, value: Vote.Value) -> bool:
    """Write a vote where there is none; say whether there was none."""
    said = Vote(
        municipality_id=participant.municipality_id,
        participant=participant,
        statement=statement,
        value=value,
    )
    insert(said, ONLY_ONCE)
    return said.pk is not None
