"""What the clock starts for the desk."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day
from samskap.desk.actions import warn_who_carries_too_much
from samskap.municipalities.models import Municipality


@task()
def warn() -> None:
    """Look in each municipality who carries too much."""
    for municipality in Municipality.objects.order_by("pk"):
        warn_who_carries_too_much(municipality)


each_morning = Scheduled(warn, each_day("06:30"))
