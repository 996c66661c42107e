"""What the clock starts: a new archive for everybody, each night."""

from django_tasks import task

from samskap.api.actions import make_archive
from samskap.base.queue.schedule import Scheduled, each_day
from samskap.municipalities.models import Municipality


@task()
def make_archives() -> None:
    """Let the queue make the archive of each municipality, one after another."""
    for municipality_id in Municipality.objects.order_by("pk").values_list("pk", flat=True):
        make_archive.enqueue(municipality_id)


each_night = Scheduled(make_archives, each_day("02:40"))
