"""A look into the tables of whichever engine the queue has here, for its tests."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from samskap.base.models import Job, Slot

OURS = "samskap.base."  # real workers start what other modules announce, too


class OwnTable:
    """Looks into our own table."""

    @staticmethod
    def waits():
        """Say of each job in how many seconds it is due, and how often it was tried."""
        return [
            ((job.due_at - timezone.now()).total_seconds(), job.attempts)
            for job in Job.objects.filter(failed_at=None, task__startswith=OURS)
        ]

    @staticmethod
    def make_due(attempts=None):
        """Let time pass until every job is due; `attempts` says that they were tried before."""
        tried = {} if attempts is None else {"attempts": attempts}
        Job.objects.update(due_at=timezone.now() - timedelta(seconds=1), **tried)

    @staticmethod
    def make_late(seconds):
        """Let every job have been due for so long."""
        Job.objects.update(due_at=timezone.now() - timedelta(seconds=seconds))

    @staticmethod
    def forget_jobs():
        Job.objects.all().delete()

    @classmethod
    def clear(cls):
        cls.forget_jobs()
        Slot.objects.all().delete()


class Procrastinate:
    """Looks into procrastinate’s tables."""

    @staticmethod
    def waits():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT scheduled_at, attempts FROM procrastinate_jobs"
                " WHERE status IN ('todo', 'doing') AND starts_with(args ->> 'path', %s)",
                [OURS],
            )
            now = timezone.now()
            return [
                ((due - now).total_seconds() if due else 0, tried)
                for due, tried in cursor.fetchall()
            ]

    @staticmethod
    def make_due(attempts=None):
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"
            )
            if attempts is not None:
                cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [attempts])

    @staticmethod
    def make_late(seconds):
        due = timezone.now() - timedelta(seconds=seconds)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = %s", [due])

    @staticmethod
    def forget_jobs():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")

    @classmethod
    def clear(cls):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_periodic_defers")
            cls.forget_jobs()
            cursor.execute("DELETE FROM procrastinate_workers")


def table_of_the_queue():
    """The tables of the engine that these tests run on."""
    return Procrastinate if settings.IS_POSTGRESQL else OwnTable
