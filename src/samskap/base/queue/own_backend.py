"""The engine on SQLite: a table of our own."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Count, F, Min, Q, QuerySet
from django.utils import timezone
from django_tasks.base import Task

from samskap.base.models import Job, Slot
from samskap.base.queue.engine import (
    LEASE_SECONDS,
    MOST_ATTEMPTS,
    Engine,
    QueueState,
    back_off,
    is_last_attempt,
    perform,
    tell_fault,
)
from samskap.base.queue.schedule import Slots, start_due
from samskap.base.queue.stopping import end_when_asked

log = logging.getLogger(__name__)

BATCH = 10  # jobs taken at once: one transaction for ten is twice as fast as ten
PAUSE_SECONDS = 1.0  # between two looks into an empty queue


class OwnBackend(Engine):
    """Keeps jobs in the table `Job`."""

    def add(self, task: Task[Any, Any], arguments: dict[str, Any]) -> str:
        """Write down a job and return its key."""
        job = Job.objects.create(
            task=task.module_path,
            arguments=arguments,
            priority=task.priority,
            due_at=task.run_after or timezone.now(),
        )
        return str(job.pk)

    def add_once(self, schedule: str, at: datetime, task: Task[Any, Any]) -> bool:
        """Write down the job of a slot, and say whether nobody had done so before."""
        with transaction.atomic():
            _slot, is_ours = Slot.objects.get_or_create(schedule=schedule, at=at)
            if is_ours:
                self.add(task, {"args": [], "kwargs": {}})
                # The last few are kept, so that a clock that is a little late starts nothing again.
                Slot.objects.filter(schedule=schedule, at__lt=at - timedelta(days=8)).delete()
        return is_ours

    def work_off(self) -> int:
        """Do here what is due now, on this connection, and return how many jobs were tried."""
        worker = _Worker(lease=timedelta(seconds=LEASE_SECONDS))
        done = 0
        while jobs := worker.take():
            for job in jobs:
                worker.try_once(job)
            done += len(jobs)
        return done

    def work(self, *, lease_seconds: float = LEASE_SECONDS) -> None:
        """Work until asked to end; the job that is being done is finished first."""
        worker, slots = _Worker(lease=timedelta(seconds=lease_seconds)), Slots()
        with end_when_asked() as ending, worker.kept_alive():
            while not ending.is_set():
                start_due(self, slots=slots)
                jobs = worker.take()
                for job in jobs:
                    if ending.is_set():
                        break
                    worker.try_once(job)
                if not jobs:
                    ending.wait(PAUSE_SECONDS)
            worker.give_back()

    def state(self) -> QueueState:
        """Say how the queue stands."""
        now = timezone.now()
        found = Job.objects.aggregate(
            waiting=Count("pk", filter=Q(failed_at=None)),
            failed=Count("pk", filter=~Q(failed_at=None)),
            oldest=Min("due_at", filter=Q(failed_at=None)),
        )
        late = (now - found["oldest"]).total_seconds() if found["oldest"] else 0.0
        return QueueState(
            waiting=found["waiting"], failed=found["failed"], late_seconds=max(0.0, late)
        )

    def forget_failed(self, *, before: datetime) -> None:
        """Delete jobs that were given up before a moment, with all they say."""
        Job.objects.filter(failed_at__lt=before).delete()


class _Worker:
    """One worker, known to the table by a random name."""

    def __init__(self, *, lease: timedelta) -> None:
        self.name = uuid4().hex
        self.lease = lease

    def take(self) -> list[Job]:
        """Take some jobs that are due, most urgent first; nobody else gets them meanwhile."""
        # Look first: on SQLite a transaction locks out every writer, and most looks find nothing.
        if not self._due().exists():
            return []
        with transaction.atomic():
            due = self._due()
            if connection.features.has_select_for_update_skip_locked:
                due = due.select_for_update(skip_locked=True)
            jobs = list(due[:BATCH])
            Job.objects.filter(pk__in=[job.pk for job in jobs]).update(
                attempts=F("attempts") + 1,
                taken_by=self.name,
                due_at=timezone.now() + self.lease,
            )
        for job in jobs:
            job.attempts += 1
        return jobs

    def _due(self) -> QuerySet[Job]:
        return Job.objects.filter(failed_at=None, due_at__lte=timezone.now())

    def _mine(self) -> QuerySet[Job]:
        return Job.objects.filter(taken_by=self.name, failed_at=None)

    def try_once(self, job: Job) -> None:
        """Try one job: done, it is deleted; failed, it waits; failed too often, it is given up."""
        attempts = job.attempts
        if attempts > MOST_ATTEMPTS:  # it takes its worker down each time
            self._give_up(job, "WorkerKilled")
            return
        try:
            perform(job.task, job.arguments, key=str(job.pk), attempts=attempts)
        except Exception as fault:  # noqa: BLE001 - the worker outlives every task
            is_last = is_last_attempt(fault, attempts)
            tell_fault(job.task, fault, attempts=attempts, is_last=is_last)
            if is_last:
                self._give_up(job, type(fault).__name__)
            else:
                self._mine().filter(pk=job.pk).update(
                    due_at=timezone.now() + back_off(attempts),
                    taken_by="",
                    fault=type(fault).__name__,
                )
        else:
            self._mine().filter(pk=job.pk).delete()

    def _give_up(self, job: Job, fault: str) -> None:
        """Keep a job for whoever looks after the house, and try it no more."""
        self._mine().filter(pk=job.pk).update(failed_at=timezone.now(), fault=fault)

    def give_back(self) -> None:
        """Let others have what was taken and not begun."""
        for job in self._mine():
            self._mine().filter(pk=job.pk).update(
                due_at=timezone.now(), taken_by="", attempts=job.attempts - 1
            )

    @contextmanager
    def kept_alive(self) -> Iterator[None]:
        """Move the end of the lease while this process lives, however long one job takes."""
        over = threading.Event()

        def keep() -> None:
            while not over.wait(self.lease.total_seconds() / 3):
                self._mine().update(due_at=timezone.now() + self.lease)
            connection.close()

        thread = threading.Thread(target=keep, name="lease", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
