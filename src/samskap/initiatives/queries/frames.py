"""Reading frame sheets."""

from django.db.models import Count, Q, QuerySet

from samskap.base.once import once
from samskap.initiatives.models import Frame, Initiative, Partner


def frames_of(initiative: Initiative) -> QuerySet[Frame]:
    """Every version, the newest first, with how many partners of today have confirmed it."""
    return with_readings(initiative.frames.select_related("by"))


def with_readings(frames: QuerySet[Frame]) -> QuerySet[Frame]:
    """These versions in that order, each with how many have confirmed it."""
    joined = Q(readings__partner__status=Partner.Status.JOINED)
    return frames.annotate(confirmed=Count("readings", filter=joined)).order_by("-version")


@once
def frame_in_force(initiative: Initiative) -> Frame | None:
    """The newest version."""
    return frames_of(initiative).first()
