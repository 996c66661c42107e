"""Doing the jobs: all that is due, or for as long as the process lives."""

from samskap.base.queue.engine import LEASE_SECONDS, engine


def work_off() -> int:
    """Do here and now what is due, and return how many jobs were tried. Used by tests and demo."""
    return engine().work_off()


def work(*, lease_seconds: float = LEASE_SECONDS) -> None:
    """Work until the process is asked to end."""
    engine().work(lease_seconds=lease_seconds)
