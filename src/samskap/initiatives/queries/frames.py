"""Reading frame sheets."""

from django.db.models import Count, Q, QuerySet

from samskap.initiatives.models import Frame, Initiative, Partner


def frames_of(initiative: Initiative) -> QuerySet[Frame]:
    """Every version, the newest first, with how many partners of today have confirmed it."""
    joined = Q(readings__partner__status=Partner.Status.JOINED)
    versions: QuerySet[Frame] = (
        initiative.frames.select_related("by")
        .annotate(confirmed=Count("readings", filter=joined))
        .order_by("-version")
    )
    return versions


def frame_in_force(initiative: Initiative) -> Frame | None:
    """The newest version."""
    return frames_of(initiative).first()
