"""What the clock starts for rotas. Each may run twice: nobody is told or put down twice."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day, each_minutes
from samskap.rotas.actions import reminding


@task()
def tell_of_turns() -> None:
    """Remind of turns that begin within a day, and ask after those that are over."""
    reminding.remind_ahead()
    reminding.ask_after()
    reminding.settle_checked_in()


@task()
def make_shifts_ahead() -> None:
    """Make the shifts of every series for the weeks ahead."""
    reminding.make_ahead()


each_quarter = Scheduled(tell_of_turns, each_minutes(15))
each_night = Scheduled(make_shifts_ahead, each_day("03:40"))
