"""What follows of itself from how a committee decided; called in the transaction of the vote."""

from datetime import datetime

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.committees.models import FastTrack, Motion, Pilot, Recommendation
from samskap.committees.models.fast_track import DAYS_TO_ACCEPT
from samskap.committees.queries.fast_tracks import those_who_accept
from samskap.ledger import actions as ledger
from samskap.ledger.models import FateStatus
from samskap.notices.actions import tell
from samskap.people.models import Person


def follow(motion: Motion, by: Person, at: datetime) -> None:
    """Let what a motion is about stand as it was decided."""
    if motion.recommendation is not None:
        _settle_recommendation(motion, motion.recommendation, by, at)
    elif motion.fast_track is not None:
        _ask_the_offices(motion, motion.fast_track, at)
    elif motion.pilot is not None and motion.is_passed:
        _settle_pilot(motion, motion.pilot, at)


def _settle_recommendation(
    motion: Motion, recommendation: Recommendation, by: Person, at: datetime
) -> None:
    """Recommend it or not; whoever proposed it in vain hears why."""
    status = Recommendation.Status
    recommendation.status = status.RECOMMENDED if motion.is_passed else status.NOT_RECOMMENDED
    recommendation.save(update_fields=["status"])
    given = recommendation.contribution
    if not motion.is_passed and not given.adoptions.exists():
        ledger.settle(
            contribution=given,
            status=FateStatus.NOT_USED,
            by=by,
            reason=motion.reasons,
            at=max(at, given.at),
        )


def _ask_the_offices(motion: Motion, fast_track: FastTrack, at: datetime) -> None:
    """Ask the chair and the chief executive, who have 14 days; or leave it where it is."""
    if not motion.is_passed:
        fast_track.status = FastTrack.Status.NOT_AGREED
        fast_track.save(update_fields=["status"])
        return
    fast_track.status, fast_track.asked_at = FastTrack.Status.ASKED, at
    fast_track.due_on = timezone.localdate(at) + DAYS_TO_ACCEPT
    fast_track.save(update_fields=["status", "asked_at", "due_on"])
    for person in those_who_accept(fast_track):
        tell(
            person=person,
            municipality=fast_track.municipality,
            kind="committees.fast_track",
            label=format_lazy(
                _("“{idea}” is obviously good, says “{committee}”. May it start?"),
                idea=fast_track.idea.title,
                committee=motion.committee.title,
            ),
            text=fast_track.why,
            path=fast_track.get_absolute_url(),
        )


def _settle_pilot(motion: Motion, pilot: Pilot, at: datetime) -> None:
    """Keep what was tried, or stop it."""
    pilot.outcome, pilot.decided_on = Pilot.Outcome(motion.what), timezone.localdate(at)
    pilot.save(update_fields=["outcome", "decided_on"])
