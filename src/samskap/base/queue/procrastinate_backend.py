"""The engine on PostgreSQL: procrastinate, with its tables, its locks and its heartbeats."""

import asyncio
import contextlib
import json
import logging
from datetime import UTC, datetime
from typing import Any, cast

from asgiref.sync import sync_to_async
from django.db import close_old_connections, connection
from django.utils import timezone
from django_tasks.base import Task
from procrastinate import App, JobContext, PsycopgConnector, RetryDecision, sql
from procrastinate.contrib.django import connector_params
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager
from procrastinate.retry import BaseRetryStrategy

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

log = logging.getLogger(__name__)

PERFORM = "samskap.perform"  # the one task procrastinate knows; it does all of ours
LOOK_AFTER_SECONDS = 5.0  # between two looks for slots and for jobs whose worker died

STATE = """
    SELECT count(*) FILTER (WHERE status IN ('todo', 'doing')),
           count(*) FILTER (WHERE status NOT IN ('todo', 'doing', 'succeeded')),
           min(coalesce(scheduled_at, (
               SELECT min(event.at) FROM procrastinate_events event WHERE event.job_id = job.id
           ))) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now())
      FROM procrastinate_jobs job
"""


class ProcrastinateBackend(Engine):
    """Keeps jobs in the tables of procrastinate, written through Django’s own connection."""

    def add(self, task: Task[Any, Any], arguments: dict[str, Any]) -> str:
        """Write down a job and return its key."""
        job = _job(task, arguments, scheduled_at=task.run_after)
        return str(JobManager(DjangoConnector()).defer_job(job).id)

    def add_once(self, schedule: str, at: datetime, task: Task[Any, Any]) -> bool:
        """Write down the job of a slot, and say whether nobody had done so before."""
        job = _job(task, {"args": [], "kwargs": {}})
        row = DjangoConnector().execute_query_one(
            query=sql.queries["defer_periodic_job"],
            task_name=job.task_name,
            defer_timestamp=int(at.timestamp()),
            periodic_id=schedule,
            queue=job.queue,
            priority=job.priority,
            lock=None,
            queueing_lock=None,
            args=job.task_kwargs,
        )
        return row["id"] is not None

    def work_off(self) -> int:
        """Do here what is due now, on this connection, and return how many jobs were tried."""
        tables = DjangoConnector()
        worker = tables.execute_query_one(query=sql.queries["register_worker"])["worker_id"]
        done = 0
        while job := _fetch(tables, worker):
            _try_here(tables, job)
            done += 1
        tables.execute_query(query=sql.queries["unregister_worker"], worker_id=worker)
        return done

    def work(self, *, lease_seconds: float = LEASE_SECONDS) -> None:
        """Work until asked to end; the job that is being done is finished first."""
        _keep_arguments_out_of_logs()
        asyncio.run(_work(self, lease_seconds))

    def state(self) -> QueueState:
        """Say how the queue stands."""
        with connection.cursor() as cursor:
            cursor.execute(STATE)
            waiting, failed, oldest = cursor.fetchone()
        late = (timezone.now() - oldest).total_seconds() if oldest else 0.0
        return QueueState(waiting=waiting, failed=failed, late_seconds=max(0.0, late))

    def forget_failed(self, *, before: datetime) -> None:
        """Delete jobs that were given up before a moment, with all they say."""
        hours = (datetime.now(UTC) - before).total_seconds() / 3600
        DjangoConnector().execute_query(
            query=sql.queries["delete_old_jobs"],
            nb_hours=hours,
            queue=None,
            statuses=[Status.FAILED.value, Status.CANCELLED.value, Status.ABORTED.value],
        )


def _job(
    task: Task[Any, Any], arguments: dict[str, Any], *, scheduled_at: datetime | None = None
) -> Job:
    """Say one of our jobs in procrastinate’s words."""
    return Job(
        task_name=PERFORM,
        queue="default",
        lock=None,
        queueing_lock=None,
        priority=task.priority,
        scheduled_at=scheduled_at,
        task_kwargs={"path": task.module_path, "arguments": arguments},
    )


def _fetch(tables: DjangoConnector, worker: int) -> Job | None:
    """Take the next job that is due."""
    row = tables.execute_query_one(query=sql.queries["fetch_job"], queues=None, worker_id=worker)
    if row["id"] is None:
        return None
    if isinstance(row["args"], str):  # Django’s connection leaves JSON as text
        row["args"] = json.loads(row["args"])
    return Job.from_row(row)


def _try_here(tables: DjangoConnector, job: Job) -> None:
    """Try one job in this process, as procrastinate’s worker would."""
    status = Status.SUCCEEDED
    try:
        _perform(job, **cast("dict[str, Any]", job.task_kwargs))
    except Exception as fault:  # noqa: BLE001 - the worker outlives every task
        decision = BackOff().get_retry_decision(exception=fault, job=job)
        if decision:
            tables.execute_query(
                query=sql.queries["retry_job"],
                job_id=job.id,
                retry_at=decision.retry_at,
                new_priority=None,
                new_queue_name=None,
                new_lock=None,
            )
            return
        status = Status.FAILED
    tables.execute_query(
        query=sql.queries["finish_job"],
        job_id=job.id,
        status=status.value,
        delete_job=status == Status.SUCCEEDED,
    )


def _perform(job: Job, path: str, arguments: dict[str, Any]) -> None:
    """Do one job, and tell of its fault before procrastinate sees it."""
    attempts = job.attempts + 1  # procrastinate counts those before
    try:
        perform(path, arguments, key=str(job.id), attempts=attempts)
    except Exception as fault:
        tell_fault(path, fault, attempts=attempts, is_last=is_last_attempt(fault, attempts))
        raise


class BackOff(BaseRetryStrategy):
    """Tries again after 2, 4, 8 … seconds."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Say when to try again; None when the job is given up."""
        attempts = job.attempts + 1
        if is_last_attempt(exception, attempts):
            return None
        return RetryDecision(retry_at=timezone.now() + back_off(attempts))


async def _work(engine: ProcrastinateBackend, lease_seconds: float) -> None:
    """Run procrastinate’s worker, and beside it what keeps the queue in order."""
    app = App(connector=PsycopgConnector(kwargs=connector_params()))

    def perform_in_thread(context: JobContext, path: str, arguments: dict[str, Any]) -> None:
        _perform(context.job, path, arguments)

    app.task(name=PERFORM, retry=BackOff(), pass_context=True)(perform_in_thread)
    async with app.open_async():
        worker = asyncio.create_task(
            app.run_worker_async(
                name="samskap",
                concurrency=1,
                delete_jobs="successful",
                update_heartbeat_interval=lease_seconds / 3,
                stalled_worker_timeout=lease_seconds,
            )
        )
        beside = asyncio.create_task(_look_after(app, engine, lease_seconds))
        # Either ends alone only by a fault, which then goes through and ends the process.
        await asyncio.wait({worker, beside}, return_when=asyncio.FIRST_COMPLETED)
        for each in (beside, worker):
            if not each.done():
                each.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await beside
        await worker


async def _look_after(app: App, engine: ProcrastinateBackend, lease_seconds: float) -> None:
    """Start what the clock says, and take back the jobs of workers that fell silent."""
    slots = Slots()

    def start() -> None:
        close_old_connections()
        try:
            start_due(engine, slots=slots)
        finally:
            connection.close()

    while True:
        await sync_to_async(start, thread_sensitive=False)()
        for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=lease_seconds):
            try:
                if job.attempts + 1 >= MOST_ATTEMPTS:  # it takes its worker down each time
                    await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)
                else:
                    await app.job_manager.retry_job(job)
            except ConnectorException:
                log.info("Another worker took a job back first.", exc_info=True)
        await asyncio.sleep(min(LOOK_AFTER_SECONDS, lease_seconds / 3))


def _keep_arguments_out_of_logs() -> None:
    """Silence what procrastinate says about single jobs: it tells their arguments.

    What happens to a job is told by us, without what it is about.
    """

    def says_no_arguments(record: logging.LogRecord) -> bool:
        return not hasattr(record, "job")

    for name in ("procrastinate.worker", "procrastinate.worker.samskap"):
        logging.getLogger(name).addFilter(says_no_arguments)
