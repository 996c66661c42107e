"""What the clock starts for meetings. Each may run twice: nobody is told anything twice."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_minutes
from samskap.meetings.actions import reminding


@task()
def tell_of_events() -> None:
    """Remind of events that begin within a day."""
    reminding.remind_ahead()


each_quarter = Scheduled(tell_of_events, each_minutes(15))
