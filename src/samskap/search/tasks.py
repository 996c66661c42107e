"""What the clock starts for search: following what happens, and reading everything at night."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day, each_minutes
from samskap.search import actions


@task()
def follow() -> None:
    """Let what happened in the last minute be found."""
    actions.follow()


@task(priority=-20)
def read_whole() -> None:
    """Read everything again, and mend what the memory did not tell."""
    actions.read_whole()


each_minute = Scheduled(follow, each_minutes(1))
each_night = Scheduled(read_whole, each_day("03:40"))
