"""What the clock starts: drawing the maps whose votes have changed."""

from datetime import UTC, datetime

from django_tasks import task

from samskap.base.queue.schedule import Scheduled
from samskap.deliberation.actions.drawing import draw_what_changed

SECONDS = 30  # a vote waits so long at most, and then as long as the drawing takes


def latest_half_minute(now: datetime) -> datetime:
    """The last half minute that began at or before a moment."""
    return datetime.fromtimestamp(now.timestamp() // SECONDS * SECONDS, UTC)


@task()
def draw_maps() -> None:
    """Draw every map whose votes have changed."""
    draw_what_changed()


each_half_minute = Scheduled(draw_maps, latest_half_minute)
