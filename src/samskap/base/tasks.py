"""What the ground floor does by the clock."""

from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from samskap.base.queue.engine import engine
from samskap.base.queue.schedule import Scheduled, each_day

KEPT = timedelta(days=30)  # how long a job that was given up may be looked at


@task()
def tidy_up() -> None:
    """Delete sessions that have ended, and jobs that were given up a month ago."""
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    engine().forget_failed(before=timezone.now() - KEPT)


tidy_up_each_night = Scheduled(tidy_up, each_day("03:20"))
