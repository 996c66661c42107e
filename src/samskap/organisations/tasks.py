"""What the clock starts: telling in time that a mandate runs out."""

from datetime import timedelta

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day
from samskap.organisations.actions import remind_of_end
from samskap.organisations.queries import mandates_that_run_out

IN_TIME = timedelta(days=14)


@task()
def remind_of_ends() -> None:
    """Tell whoever’s mandate ends within two weeks, once for each end."""
    for membership in mandates_that_run_out(IN_TIME).iterator(chunk_size=200):
        remind_of_end(membership=membership)


each_morning = Scheduled(remind_of_ends, each_day("07:10"))
