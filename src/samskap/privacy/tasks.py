"""What the clock starts for privacy."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_hour
from samskap.privacy.actions.archives import delete_old


@task()
def delete_old_archives() -> None:
    """Delete the archives whose seven days are over."""
    delete_old()


each_hour_archives = Scheduled(delete_old_archives, each_hour(minute=17))
