"""What the clock starts for proposals. Each may run twice: nothing moves twice."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day, each_minutes
from samskap.proposals.actions import council, drafting, on_paper


@task()
def tidy_up() -> None:
    """Let proposals end whose window is over, and delete scans whose last day has passed."""
    drafting.expire_windows()
    on_paper.delete_old_scans()


@task()
def take_answers_over() -> None:
    """Take over what the council answered on the page of the formal decision."""
    council.follow_answers()


each_night = Scheduled(tidy_up, each_day("00:20"))
each_quarter = Scheduled(take_answers_over, each_minutes(15))
