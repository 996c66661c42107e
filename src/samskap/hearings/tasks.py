"""What the clock starts for hearings. It may run twice: nothing moves twice."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day
from samskap.hearings.actions import opening


@task()
def close_hearings() -> None:
    """Close hearings whose last day has passed."""
    opening.close_due()


each_night = Scheduled(close_hearings, each_day("00:10"))
