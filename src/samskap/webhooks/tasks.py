"""What the clock starts: finding what to tell, and letting go of what was told."""

from django.utils import timezone
from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day, each_minutes
from samskap.webhooks.actions import forget_old, gather, send_due
from samskap.webhooks.models import Hook


@task()
def tell_hooks() -> None:
    """Gather what each hook has not heard of, and let the queue send what is due."""
    now = timezone.now()
    for hook in Hook.objects.filter(off=""):
        if gather(hook, now=now):
            send_due.enqueue(hook.pk)


@task()
def forget() -> None:
    """Let go of what was told a month ago."""
    forget_old(now=timezone.now())


each_minute = Scheduled(tell_hooks, each_minutes(1))
each_night = Scheduled(forget, each_day("03:40"))
