"""Deciding in a committee: putting a question, voting, noting what the minority thinks, closing."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.committees.actions.following import follow
from samskap.committees.actions.recommendations import at_work, may_be_asked
from samskap.committees.actions.steps import locked
from samskap.committees.actions.telling import tell_members
from samskap.committees.errors.work import (
    AskedAlready,
    NoteComesTooLate,
    NoteIsMissing,
    NotYoursToRun,
    NotYourVote,
    OnlyForTheMinority,
    SayHowItEnded,
    VotingIsOver,
    WordsAreMissing,
)
from samskap.committees.hands import member_hand
from samskap.committees.models import (
    Committee,
    FastTrack,
    Member,
    MinorityNote,
    Motion,
    Pilot,
    Recommendation,
    Vote,
)
from samskap.committees.permissions_work import may_run, may_vote_for
from samskap.committees.queries.motions import tally_of, votes_that_count, with_votes
from samskap.initiatives.actions.decisions import decide_together
from samskap.initiatives.models import Decision
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Channel
from samskap.people.models import Person

What, Stance = Motion.What, Vote.Stance


@transaction.atomic
def ask_the_committee(
    *,
    subject: Recommendation | FastTrack | Pilot,
    what: str,
    way: str,
    by: Person,
    at: datetime | None = None,
) -> Motion:
    """Put a question to the committee; every member may. Members who are not there hear of it.

    What was not agreed on, or came back from the elected body, can be taken up anew.

    Refuses with NotYoursToWork, NotAtWork, NotToBeAsked or AskedAlready.
    """
    committee = at_work(subject.committee, by)
    if isinstance(subject, Recommendation):
        subject = Recommendation.objects.get(pk=subject.pk)
        may_be_asked(subject)
    name = {Recommendation: "recommendation", FastTrack: "fast_track", Pilot: "pilot"}
    try:
        with transaction.atomic():
            motion = Motion.objects.create(
                municipality=committee.municipality,
                committee=committee,
                what=What(what),
                way=Motion.Way(way),
                opened_by=by,
                opened_at=at or timezone.now(),
                **{name[type(subject)]: subject},
            )
    except IntegrityError as twice:
        raise AskedAlready from twice
    _asked(motion, committee, by)
    return motion


@transaction.atomic
def ask_in_words(
    *,
    committee: Committee,
    what: str,
    title: str,
    text: str,
    way: str,
    by: Person,
    at: datetime | None = None,
) -> Motion:
    """Ask the committee what the problem is, what the solution is, or anything else.

    What passes is a joint decision of the initiative, and locks the problem or the solution.

    Refuses with NotYoursToWork, NotAtWork, WordsAreMissing or AskedAlready.
    """
    committee = at_work(committee, by)
    if what not in Motion.IN_WORDS or not title.strip() or not text.strip():
        raise WordsAreMissing
    same = committee.motions.filter(what=what, title=title.strip(), closed_at=None)
    if same.exists():
        raise AskedAlready
    motion = Motion.objects.create(
        municipality=committee.municipality,
        committee=committee,
        what=What(what),
        title=title.strip(),
        text=text.strip(),
        way=Motion.Way(way),
        opened_by=by,
        opened_at=at or timezone.now(),
    )
    _asked(motion, committee, by)
    return motion


def _asked(motion: Motion, committee: Committee, by: Person) -> None:
    """Remember a question, and let the members hear of it."""
    happened("committees.asked", motion, committee, by)
    tell_members(
        committee,
        label=format_lazy(
            _("“{committee}” votes: {what}"), committee=committee.title, what=in_words(motion)
        ),
        path=motion.get_absolute_url(),
        but=by,
    )


@transaction.atomic
def give_vote(
    *,
    motion: Motion,
    member: Member,
    stance: str,
    by: Person,
    channel: str = Channel.WEB,
    at: datetime | None = None,
) -> Vote:
    """Vote, or vote otherwise as long as it is open; the database keeps one vote of each member.

    channel  how it came in, where those who keep the committee write it down

    Refuses with NotYourVote or VotingIsOver.
    """
    motion = held(motion)
    member = Member.objects.select_related("person", "giver").get(pk=member.pk)
    if not may_vote_for(by, motion, member):
        raise NotYourVote
    if not motion.is_open:
        raise VotingIsOver
    if member.person_id != by.pk and channel == Channel.WEB:
        channel = Channel.MEETING  # whoever writes it down heard it somewhere
    vote, _is_new = Vote.objects.update_or_create(
        motion=motion,
        member=member,
        defaults={
            "municipality": motion.municipality,
            "stance": Stance(stance),
            "channel": Channel(channel),
            "by": by,
            "at": at or timezone.now(),
        },
    )
    if stance == Stance.FOR:  # whoever is for it now disagrees no longer
        MinorityNote.objects.filter(motion=motion, member=member).delete()
    happened("committees.voted", motion, motion.committee, by)
    return vote


@transaction.atomic
def write_note(
    *, motion: Motion, member: Member, text: str, by: Person, is_named: bool = False
) -> MinorityNote:
    """Write why one is not for it; with one’s name only where one wishes. It can be put otherwise.

    Refuses with NotYourVote, OnlyForTheMinority, NoteIsMissing or NoteComesTooLate.
    """
    motion = held(motion)
    member = Member.objects.select_related("person", "giver").get(pk=member.pk)
    if not may_vote_for(by, motion, member):
        raise NotYourVote
    if not motion.votes.filter(member=member).exclude(stance=Stance.FOR).exists():
        raise OnlyForTheMinority
    if motion.recommendation is not None and motion.recommendation.laid_as_id is not None:
        raise NoteComesTooLate
    if not text.strip():
        raise NoteIsMissing
    note, _is_new = MinorityNote.objects.update_or_create(
        motion=motion,
        member=member,
        defaults={
            "municipality": motion.municipality,
            "text": text.strip(),
            "is_named": is_named,
            "at": timezone.now(),
        },
    )
    happened("committees.note_written", motion, motion.committee, by)
    return note


@transaction.atomic
def close_motion(
    *,
    motion: Motion,
    by: Person,
    reasons: str,
    builds_on: Sequence[int] = (),
    at: datetime | None = None,
) -> Motion:
    """Count the votes: it is decided, and stands among the initiative’s decisions; or it is not.

    builds_on  ledger ids of what members and others gave, and what is taken in when it passes

    Refuses with NotYoursToRun, VotingIsOver, SayHowItEnded, or as the decision does.
    """
    motion = held(motion)
    committee = motion.committee
    if not may_run(by, committee):
        raise NotYoursToRun(committee=committee.title)
    if not motion.is_open:
        raise VotingIsOver
    if not reasons.strip():
        raise SayHowItEnded
    at = at or timezone.now()
    if motion.votes.filter(member__until__isnull=False).delete()[0]:  # they left before it closed
        motion = held(motion)
    tally = tally_of(motion)
    motion.members_then, motion.reasons = tally.partners, reasons.strip()
    motion.closed_at, motion.closed_by = at, by
    if tally.lapse:
        motion.lapsed_because = tally.lapse
    else:
        motion.decision = decide_together(
            initiative=committee.initiative,
            by=by,
            tally=tally,
            hands=_hands(motion, by),
            title=in_words(motion)[:160],
            text=_in_full(motion),
            reasons=reasons,
            what=motion.what if motion.what in Motion.IN_WORDS else Decision.What.OTHER,
            proposals=_taken_in(motion, builds_on),
            minority_view="\n\n".join(note.text for note in motion.notes.all()),
            at=at,
        )
    motion.save()
    follow(motion, by, at)
    happened("committees.decided", motion, committee, by)
    return motion


def held(motion: Motion) -> Motion:
    """Hold the committee, so that votes and closing come one after another; then read anew."""
    committee = locked(motion.committee)
    fresh: Motion = with_votes(Motion.objects.all()).get(pk=motion.pk)
    fresh.committee = committee
    return fresh


def in_words(motion: Motion) -> str:
    """What is decided in one line, in the words of the committee."""
    subject = motion.subject
    if subject is None:
        return motion.title
    return subject.idea.title if isinstance(subject, FastTrack) else str(subject)


def _in_full(motion: Motion) -> str:
    """What is decided in full."""
    subject = motion.subject
    if subject is None:
        return motion.text
    if isinstance(subject, Recommendation):
        return f"{subject.text}\n\n{subject.why}"
    if isinstance(subject, FastTrack):
        return subject.why
    return f"{subject.tries}\n\n{subject.result}"


def _hands(motion: Motion, by: Person) -> list[Hand]:
    """One hand for each side that voted."""
    hands = [member_hand(vote.member, by=by) for vote in votes_that_count(motion)]
    return list({hand.side: hand for hand in reversed(hands)}.values())


def _taken_in(motion: Motion, builds_on: Sequence[int]) -> list[int]:
    """What a decision takes in: the recommendation itself, once, and what it builds on."""
    mine = motion.recommendation
    if mine is None or mine.contribution.adoptions.exists():
        return list(builds_on)
    return [mine.contribution_id, *builds_on]


def happened(what: str, motion: Motion, committee: Committee, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=motion, within=committee.initiative)
    ledger.touch(committee.initiative.account)
