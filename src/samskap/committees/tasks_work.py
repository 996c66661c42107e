"""What the clock starts for the work of committees. Each may run twice: nobody is told twice."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day, each_minutes
from samskap.committees.actions import attendance, fast_tracks


@task()
def look_at_attendance() -> None:
    """Sound an alarm where too few came to a meeting."""
    attendance.look_at_all()


@task()
def send_back_what_expired() -> None:
    """Send back obviously good ideas that nobody answered in time."""
    fast_tracks.expire_late()


each_hour = Scheduled(look_at_attendance, each_minutes(60))
each_night = Scheduled(send_back_what_expired, each_day("00:20"))
