"""What the clock starts: reminding of what is due."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day
from samskap.initiatives.actions.reminding import remind_all


@task()
def remind_of_what_is_due() -> None:
    """Remind of answers, promises, voices and agreements that are due soon or overdue."""
    remind_all()


each_morning = Scheduled(remind_of_what_is_due, each_day("07:00"))
