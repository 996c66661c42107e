"""What the clock starts for privacy."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day, each_hour
from samskap.municipalities.models import Municipality
from samskap.privacy.actions.archives import delete_old
from samskap.privacy.actions.keeping import clear_up
from samskap.privacy.actions.unused import forewarn

AFTER_ALL_ELSE = -20  # nobody waits for it


@task()
def delete_old_archives() -> None:
    """Delete the archives whose seven days are over."""
    delete_old()


@task(priority=AFTER_ALL_ELSE)
def clear_up_everywhere() -> None:
    """Put one job into the queue for each municipality, and do what nobody owns."""
    for key in Municipality.objects.order_by("pk").values_list("pk", flat=True):
        clear_up_one.enqueue(key)
    clear_up(None)


@task(priority=AFTER_ALL_ELSE)
def clear_up_one(municipality_id: int) -> None:
    """Let go of what one municipality has kept long enough, and tell whose account goes soon."""
    municipality = Municipality.objects.filter(pk=municipality_id).first()
    if municipality is not None:
        clear_up(municipality)
        forewarn(municipality)


each_hour_archives = Scheduled(delete_old_archives, each_hour(minute=17))
each_night = Scheduled(clear_up_everywhere, each_day("03:40"))
