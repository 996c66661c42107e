"""Reading what a committee was asked: how the votes count, and what the minority thinks."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from samskap.committees.hands import side_of_member
from samskap.committees.models import Committee, Member, MinorityNote, Motion, Vote
from samskap.initiatives.models import Agreement
from samskap.initiatives.queries.decisions import Tally, count_voices

QUORUM = 50  # percent of the members who sit; the house rule where partners agreed on no other

RULE = {Motion.Way.CONSENSUS: Agreement.Rule.CONSENSUS, Motion.Way.VOTE: Agreement.Rule.VOTE}


def with_votes(motions: QuerySet[Motion]) -> QuerySet[Motion]:
    """These motions with votes and notes read along."""
    votes = Vote.objects.select_related("member__person", "member__giver")
    notes = MinorityNote.objects.select_related("member__person", "member__giver")
    return motions.select_related(
        "committee__municipality", "recommendation", "fast_track__idea", "pilot", "decision"
    ).prefetch_related(Prefetch("votes", votes), Prefetch("notes", notes))


def tally_of(motion: Motion) -> Tally:
    """Count the votes of one motion by its rule; its votes are read along."""
    members = motion.members_then
    if members is None:
        members = motion.committee.members.sitting().count()
    return count_voices(
        way=RULE[Motion.Way(motion.way)],
        quorum_percent=QUORUM,
        partners=members,
        voices=[(side_of_member(vote.member), vote.stance) for vote in votes_that_count(motion)],
    )


def votes_that_count(motion: Motion) -> list[Vote]:
    """The votes of those who sit; of a closed motion all, for the others were let go."""
    return [vote for vote in motion.votes.all() if motion.closed_at or vote.member.until is None]


def counted(motion: Motion) -> Counter[str]:
    """How many were for, against, and aside."""
    return Counter(vote.stance for vote in votes_that_count(motion))


def still_to_vote(motion: Motion) -> list[Member]:
    """Who sits and has not voted on a motion that is open."""
    voted = {vote.member_id for vote in motion.votes.all()}
    seats = motion.committee.members.sitting().select_related("person", "giver")
    return [member for member in seats if member.pk not in voted]


def notes_of(motions: Iterable[Motion]) -> list[MinorityNote]:
    """What the minority thinks of motions that are closed, the oldest first; notes are read along.

    While a vote is open a note would tell how its writer voted.
    """
    return [note for motion in motions if not motion.is_open for note in motion.notes.all()]


def open_motions(committee: Committee) -> QuerySet[Motion]:
    """What the committee is voting on."""
    return with_votes(committee.motions.filter(closed_at=None))
