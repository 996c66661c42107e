"""What the clock starts for notices."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_day
from samskap.notices.actions import BATCH, letters_left, write_digests_of
from samskap.notices.sending import send_letters

AFTER_ALL_ELSE = -10  # codes and single letters go before digests


@task()
def begin_digests() -> None:
    """Begin with the digests of today, and try once more what the queue gave up."""
    left = letters_left()
    for at in range(0, len(left), BATCH):
        send_letters.using(priority=AFTER_ALL_ELSE).enqueue(left[at : at + BATCH])
    write_digests.enqueue(f"{timezone.localdate():%Y-%m-%d}")


@task(priority=AFTER_ALL_ELSE)
def write_digests(day: str, after: int = 0) -> None:
    """Write the digests of the next batch of persons, and put the batch after it into the queue.

    All in one transaction: a worker that is killed leaves nothing half done.
    """
    with transaction.atomic():
        letters, last = write_digests_of(date.fromisoformat(day), after=after)
        if letters:
            send_letters.using(priority=AFTER_ALL_ELSE).enqueue(letters)
        if last is not None:
            write_digests.enqueue(day, after=last)


each_morning = Scheduled(begin_digests, each_day("07:00"))
