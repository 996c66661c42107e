"""Tasks for the tests of the queue. A task shows that it ran by remembering it."""

import time

from django_tasks import task

from samskap.base.models import Happening
from samskap.base.queue.engine import NoUseRetrying


def ran(what):
    """Count how often something was remembered."""
    return Happening.objects.filter(what=f"tests.{what}").count()


def note(what):
    Happening.objects.create(what=f"tests.{what}", about="")


@task()
def greet(name: str, *, loudly: bool = False) -> None:
    note(f"greeted {name}{'!' if loudly else ''}")


@task(priority=50)
def greet_first(name: str) -> None:
    note(f"greeted {name}")


@task()
def fail() -> None:
    note("tried")
    raise RuntimeError("kari@example.org is not at home")


@task()
def fail_for_good() -> None:
    note("tried")
    raise NoUseRetrying("There is no such street.")


@task(takes_context=True)
def say_attempt(context) -> None:
    note(f"attempt {context.attempt}")


@task()
def hang_once(seconds: float) -> None:
    """Hang where this is tried for the first time."""
    note("hung")
    if ran("hung") == 1:
        time.sleep(seconds)
    note("came through")


@task()
def take_long(seconds: float) -> None:
    note("began")
    time.sleep(seconds)
    note("ended")
