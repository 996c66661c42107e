"""Reading minutes: the newest version, who has answered, and what they settled."""

from django.db.models import QuerySet

from samskap.meetings.models import Event, Minutes, Point, Reply


def newest_of(event: Event) -> Minutes | None:
    """The newest version of the minutes of an event."""
    found: Minutes | None = event.minutes.select_related("written_by").order_by("-number").first()
    return found


def versions_of(event: Event) -> "QuerySet[Minutes]":
    """Every version, the newest first."""
    versions: QuerySet[Minutes] = event.minutes.order_by("-number")
    return versions


def replies_to(minutes: Minutes) -> "QuerySet[Reply]":
    """What those who came say, the first first."""
    replies: QuerySet[Reply] = minutes.replies.select_related("person")
    return replies


def points_of(event: Event) -> list[Point]:
    """What was decided and promised at an event."""
    return list(
        event.points.select_related(
            "decision__initiative",
            "commitment__initiative",
            "commitment__partner__organisation",
            "commitment__partner__person",
        )
    )
