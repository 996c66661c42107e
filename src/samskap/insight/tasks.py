"""What the clock starts: placing what has changed."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_minutes
from samskap.insight.actions import keep_placing
from samskap.insight.queries import changed_since_placed


@task()
def place_what_changed() -> None:
    """Place every initiative in which something happened since it was last placed."""
    for initiative in changed_since_placed():
        keep_placing(initiative)


each_minute = Scheduled(place_what_changed, each_minutes(1))
