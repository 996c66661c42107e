"""What the clock starts for committees. Each may run twice: nobody is told twice."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day
from samskap.committees.actions.alerting import alert_all


@task()
def tell_of_overdue_answers() -> None:
    """Tell those who lead an elected body that its answer is overdue."""
    alert_all()


each_morning = Scheduled(tell_of_overdue_answers, each_day("07:10"))
