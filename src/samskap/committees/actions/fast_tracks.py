"""The fast track: marking an idea as obviously good, letting it through, starting it."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.committees.actions.motions import ask_the_committee
from samskap.committees.actions.recommendations import at_work
from samskap.committees.actions.steps import locked
from samskap.committees.actions.telling import tell_members
from samskap.committees.errors.fast_tracks import (
    AcceptedForThisOffice,
    AuthorityIsMissing,
    FastTrackIsOver,
    MarkedAlready,
    NotAccepted,
    NotOfThisCommittee,
    NotYoursToAccept,
    OneHandForEachOffice,
    SayWhyItIsGood,
    SayWhyNot,
    StartsBeforeItWasAccepted,
)
from samskap.committees.errors.work import NotYoursToRun
from samskap.committees.models import Acceptance, Committee, FastTrack, Motion
from samskap.committees.permissions_work import (
    body_to_speak_for,
    may_run,
    office_of,
    sitting_as,
)
from samskap.ideas.models import Idea
from samskap.ledger import actions as ledger
from samskap.ledger.models import FateStatus
from samskap.people.models import Person

Status = FastTrack.Status
Office = Acceptance.Office


@transaction.atomic
def mark_as_good(
    *,
    committee: Committee,
    idea: Idea,
    why: str,
    by: Person,
    way: str = Motion.Way.CONSENSUS,
    at: datetime | None = None,
) -> FastTrack:
    """Mark an idea as obviously good, and ask the committee whether it agrees.

    Refuses with NotYoursToWork, NotAtWork, NotOfThisCommittee, SayWhyItIsGood or MarkedAlready.
    """
    committee = at_work(committee, by)
    if idea.initiative_id != committee.initiative_id or idea.withdrawn_at is not None:
        raise NotOfThisCommittee(committee=committee.title)
    if not why.strip():
        raise SayWhyItIsGood
    try:
        with transaction.atomic():
            made = FastTrack.objects.create(
                municipality=committee.municipality,
                committee=committee,
                idea=idea,
                why=why.strip(),
                marked_by=sitting_as(by, committee),
                marked_at=at or timezone.now(),
            )
    except IntegrityError as twice:
        raise MarkedAlready from twice
    remember("committees.idea_marked", by=by.pseudonym_key, about=made, within=committee.initiative)
    ask_the_committee(subject=made, what=Motion.What.FAST_TRACK, way=way, by=by, at=at)
    return made


@transaction.atomic
def accept(
    *,
    fast_track: FastTrack,
    by: Person,
    delegation: str,
    given_by: str,
    given_on: date,
    at: datetime | None = None,
) -> FastTrack:
    """Let an idea through for one’s office, by an authority that is put on record.

    The last day counts. With the second office it is accepted.

    delegation  which delegation it is, e.g. its paragraph or case number
    given_by    the body that gave it, on the day `given_on`

    Refuses with NotYoursToAccept, FastTrackIsOver, AuthorityIsMissing, AcceptedForThisOffice or
    OneHandForEachOffice.
    """
    fast_track = held(fast_track)
    at = at or timezone.now()
    office = office_of(by, fast_track)
    _must_wait_for(fast_track, office, at)
    if not delegation.strip() or not given_by.strip() or given_on > timezone.localdate(at):
        raise AuthorityIsMissing
    accepted = list(fast_track.acceptances.all())
    if any(one.by_id == by.pk for one in accepted):
        raise OneHandForEachOffice
    if any(one.office == office for one in accepted):
        raise AcceptedForThisOffice
    made = Acceptance.objects.create(
        municipality=fast_track.municipality,
        fast_track=fast_track,
        office=office,
        body=body_to_speak_for(by, fast_track) if office == Office.CHAIR else None,
        delegation=delegation.strip(),
        given_by=given_by.strip(),
        given_on=given_on,
        by=by,
        at=at,
    )
    _happened("committees.fast_track_accepted", fast_track, by)
    if {one.office for one in accepted} | {made.office} == set(Office.values):
        fast_track.status, fast_track.accepted_at = Status.ACCEPTED, at
        fast_track.save(update_fields=["status", "accepted_at"])
        _tell(fast_track, _("“{idea}” is let through. It can start."), by)
    return fast_track


@transaction.atomic
def refuse(
    *, fast_track: FastTrack, by: Person, because: str, at: datetime | None = None
) -> FastTrack:
    """Say that an idea has to wait, and why; it goes back to the committee.

    Refuses with NotYoursToAccept, FastTrackIsOver or SayWhyNot.
    """
    fast_track = held(fast_track)
    at = at or timezone.now()
    _must_wait_for(fast_track, office_of(by, fast_track), at)
    if not because.strip():
        raise SayWhyNot
    fast_track.status, fast_track.ended_at = Status.REFUSED, at
    fast_track.refused_by, fast_track.refused_because = by, because.strip()
    fast_track.save(update_fields=["status", "ended_at", "refused_by", "refused_because"])
    _happened("committees.fast_track_refused", fast_track, by)
    _tell(fast_track, _("“{idea}” has to wait. It is back in the committee."), by)
    return fast_track


@transaction.atomic
def start(*, fast_track: FastTrack, by: Person, on: date, at: datetime | None = None) -> FastTrack:
    """Write down the day on which an accepted idea starts; whoever gave it hears that it is used.

    Refuses with NotYoursToRun, NotAccepted or StartsBeforeItWasAccepted.
    """
    fast_track = held(fast_track)
    if not may_run(by, fast_track.committee):
        raise NotYoursToRun(committee=fast_track.committee.title)
    if fast_track.status != Status.ACCEPTED or fast_track.accepted_at is None:
        raise NotAccepted(status=fast_track.get_status_display())
    if on < timezone.localdate(fast_track.accepted_at):
        raise StartsBeforeItWasAccepted
    fast_track.status, fast_track.started_on = Status.STARTED, on
    fast_track.save(update_fields=["status", "started_on"])
    given = fast_track.idea.contribution
    if given.standing.answered_at is None:
        ledger.settle(
            contribution=given, status=FateStatus.USED, by=by, reason=fast_track.why, at=at
        )
    _happened("committees.fast_track_started", fast_track, by)
    _tell(fast_track, _("“{idea}” starts."), by)
    return fast_track


@transaction.atomic
def expire_late(*, on: date | None = None) -> int:
    """Send back what nobody answered in time; the clock starts it, and twice changes nothing."""
    today = on or timezone.localdate()
    late = FastTrack.objects.filter(status=Status.ASKED, due_on__lt=today)
    keys = list(late.values_list("pk", flat=True))
    for key in keys:
        fast_track = held(FastTrack.objects.select_related("committee").get(pk=key))
        if fast_track.status != Status.ASKED:
            continue
        fast_track.status, fast_track.ended_at = Status.EXPIRED, timezone.now()
        fast_track.save(update_fields=["status", "ended_at"])
        _happened("committees.fast_track_expired", fast_track, None)
        _tell(fast_track, _("Nobody answered in time about “{idea}”. It is back with you."), None)
    return len(keys)


def held(fast_track: FastTrack) -> FastTrack:
    """Hold the committee, then read the fast track anew."""
    committee = locked(fast_track.committee)
    rows = FastTrack.objects.select_related("idea__contribution__standing", "municipality")
    fresh: FastTrack = rows.get(pk=fast_track.pk)
    fresh.committee = committee
    return fresh


def _must_wait_for(fast_track: FastTrack, office: str, at: datetime) -> None:
    """Refuse who holds neither office, and what no longer waits for them."""
    if not office:
        raise NotYoursToAccept
    is_late = fast_track.due_on is not None and timezone.localdate(at) > fast_track.due_on
    if fast_track.status != Status.ASKED or is_late:
        raise FastTrackIsOver(status=fast_track.get_status_display())


def _happened(what: str, fast_track: FastTrack, by: Person | None) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(
        what,
        by=by.pseudonym_key if by else None,
        about=fast_track,
        within=fast_track.committee.initiative,
    )
    ledger.touch(fast_track.committee.initiative.account)


def _tell(fast_track: FastTrack, words: Any, by: Person | None) -> None:
    """Tell the committee how it stands with an idea."""
    tell_members(
        fast_track.committee,
        label=format_lazy(words, idea=fast_track.idea.title),
        text=fast_track.refused_because,
        path=fast_track.get_absolute_url(),
        but=by,
    )
