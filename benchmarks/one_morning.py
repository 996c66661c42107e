"""The morning on which everyone’s digest is due: filled, and sent by one worker."""

import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from samskap.base.queue.engine import engine
from samskap.notices.models import Letter, Limits, Notice
from samskap.notices.tasks import begin_digests
from samskap.people.models import Person
from samskap.testing.factories.municipalities import MunicipalityFactory

NOTICES_EACH = 3
AT_A_TIME = 1000
LOOKS_EACH = 200  # questions
LANGUAGES = ("nb", "nn", "da", "en")


def fill(persons: int) -> None:
    """Make persons who want one letter a day, each with a few things that they have not read."""
    municipality = MunicipalityFactory(host="localhost")
    for first in range(0, persons, AT_A_TIME):
        made = Person.objects.bulk_create(
            [
                Person(
                    email=f"p{n}@example.org",
                    given_name=f"Resident {n}",
                    password="!",  # noqa: S106 - nobody signs in
                    language=LANGUAGES[n % len(LANGUAGES)],
                )
                for n in range(first, min(first + AT_A_TIME, persons))
            ]
        )
        Limits.objects.bulk_create([Limits(person=each, mail=Limits.Mail.DAILY) for each in made])
        Notice.objects.bulk_create(
            [
                Notice(
                    municipality=municipality,
                    person=each,
                    kind="ledger.used",
                    label=f"“A bench by the fjord, number {n}” is being used.",
                    text="The partners decided it on Monday.",
                    path=f"/ideas/{n}/",
                    language=each.language,
                )
                for each in made
                for n in range(NOTICES_EACH)
            ]
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def send(port: int) -> dict[str, Any]:
    """Do what a worker does on that morning, until the queue is empty; say what it took."""
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    questions, before, most = 0, _memory(), 0.0

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Count one question to the database, and look at the memory now and then."""
        nonlocal questions, most
        questions += 1
        if questions % LOOKS_EACH == 0:
            most = max(most, _memory())
        return execute(sql, params, many, context)

    began = time.monotonic()
    with connection.execute_wrapper(count):
        begin_digests.call()
        while engine().work_off():
            pass
    seconds = time.monotonic() - began
    left = Letter.objects.waiting().count()
    if left or engine().state().waiting:
        raise RuntimeError(f"{left} letters are left.")
    return {
        "seconds": seconds,
        "questions": questions,
        "memory": before,
        "added": max(most, _memory()) - before,
    }


def _memory() -> float:
    """The memory of this process in MB, without the files that it has mapped.

    Those are SQLite’s, and the system takes them back when it needs the room.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if "RssAnon" in line)) / 1024
