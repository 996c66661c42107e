"""What the clock starts for meetings. Each may run twice: nobody is told anything twice."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day, each_minutes
from samskap.meetings.actions import minutes, reminding


@task()
def tell_of_events() -> None:
    """Remind of events that begin within a day."""
    reminding.remind_ahead()


@task()
def approve_minutes() -> None:
    """Approve the minutes whose day for answers is over and to which nobody objects."""
    minutes.approve_due()


each_quarter = Scheduled(tell_of_events, each_minutes(15))
each_night = Scheduled(approve_minutes, each_day("04:20"))
