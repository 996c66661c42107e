"""What both engines of the queue promise, and how one job is done."""

import logging
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.db import close_old_connections, connection
from django.utils.module_loading import import_string
from django_tasks import TaskContext, TaskResult, TaskResultStatus, task_backends
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task
from django_tasks.utils import normalize_json

from samskap.base.metrics import JOBS

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 16  # the last one comes 36 hours after the first
LEASE_SECONDS = 60


class NoUseRetrying(Exception):
    """A task met something that will not pass by itself, such as an address that is refused."""


@dataclass(frozen=True, kw_only=True)
class QueueState:
    """How the queue stands: what is due or will be, what was given up, how late the work is."""

    waiting: int
    failed: int
    late_seconds: float  # how long the oldest job that is due has waited; 0 where none is


class Engine(BaseTaskBackend):
    """A backend of `django-tasks` that keeps the promises of the house.

    A job belongs to the transaction of its caller; is done at least once; is tried again after 2,
    4, 8 … seconds; is taken again when its worker was killed; and a slot starts its task once.
    """

    supports_defer = True
    supports_priority = True

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Put a job into the queue, in the caller’s transaction."""
        self.validate_task(task)
        arguments = normalize_json({"args": list(args), "kwargs": dict(kwargs)})
        key = self.add(task, arguments)
        return result_of(task, key=key, arguments=arguments, attempts=0)

    @abstractmethod
    def add(self, task: Task[Any, Any], arguments: dict[str, Any]) -> str:
        """Write down a job and return its key."""

    @abstractmethod
    def add_once(self, schedule: str, at: datetime, task: Task[Any, Any]) -> bool:
        """Write down the job of a slot, and say whether nobody had done so before."""

    @abstractmethod
    def work_off(self) -> int:
        """Do here what is due now, on this connection, and return how many jobs were tried."""

    @abstractmethod
    def work(self, *, lease_seconds: float = LEASE_SECONDS) -> None:
        """Work until asked to end; the job that is being done is finished first."""

    @abstractmethod
    def state(self) -> QueueState:
        """Say how the queue stands."""

    @abstractmethod
    def forget_failed(self, *, before: datetime) -> None:
        """Delete jobs that were given up before a moment, with all they say."""


def engine() -> Engine:
    """Return the engine that this house runs on."""
    return cast(Engine, task_backends["default"])


def back_off(attempts: int) -> timedelta:
    """Say how long to wait after so many attempts: 2, 4, 8 … seconds."""
    return timedelta(seconds=2**attempts)


def result_of(
    task: Task[Any, Any], *, key: str, arguments: dict[str, Any], attempts: int
) -> TaskResult[Any]:
    """Say of a job what the interface wants to know; results are not kept."""
    return TaskResult(
        task=task,
        id=key,
        status=TaskResultStatus.RUNNING if attempts else TaskResultStatus.READY,
        enqueued_at=None,
        started_at=None,
        finished_at=None,
        last_attempted_at=None,
        args=arguments["args"],
        kwargs=arguments["kwargs"],
        backend=task.backend,
        errors=[],
        worker_ids=[""] * attempts,
    )


def perform(path: str, arguments: dict[str, Any], *, key: str, attempts: int) -> None:
    """Do one job; the fault of a task goes through.

    path      dotted path of the task
    attempts  how many there were, this one included
    """
    task = import_string(path)
    if not isinstance(task, Task):
        raise TypeError(f"{path} is not a task")
    call: Callable[..., Any] = task.call
    args, kwargs = arguments["args"], arguments["kwargs"]
    if task.takes_context:
        result = result_of(task, key=key, arguments=arguments, attempts=attempts)
        args = [TaskContext(task_result=result), *args]
    _renew_connections()
    try:
        call(*args, **kwargs)
    finally:
        _renew_connections()
    JOBS.labels(task=path, outcome="done").inc()


def _renew_connections() -> None:
    """Let go of a connection that is broken or old, as Django does around a request."""
    if not connection.in_atomic_block:
        close_old_connections()


def tell_fault(path: str, fault: BaseException, *, attempts: int, is_last: bool) -> None:
    """Log that a job failed, without what it was about."""
    JOBS.labels(task=path, outcome="failed" if is_last else "tried").inc()
    facts = {"task": path, "attempts": attempts, "fault": type(fault).__name__}
    if is_last:
        log.error("A job was given up.", exc_info=fault, extra={"facts": facts})
    else:
        log.warning("A job failed and is tried again.", exc_info=fault, extra={"facts": facts})


def is_last_attempt(fault: BaseException, attempts: int) -> bool:
    """Say whether a job is given up after this fault."""
    return isinstance(fault, NoUseRetrying) or attempts >= MOST_ATTEMPTS
