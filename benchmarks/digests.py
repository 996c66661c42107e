"""Fifty thousand digests, written and sent over SMTP: time, memory and questions to the database.

Run: .venv/bin/python -m benchmarks.digests [PERSONS]
"""

import contextlib
import sys
import tempfile
from pathlib import Path

from aiosmtpd.controller import Controller

from benchmarks.cluster import postgresql
from samskap.testing.databases import database_of_its_own
from samskap.testing.durability.instance import Instance, free_port

PERSONS = 50_000
HEADS = (
    "database", "letters", "seconds", "letters/s", "questions", "questions/letter",
    "memory at the start, MB", "memory added, MB",
)  # fmt: skip


class Counter:
    """Takes every letter and keeps only how many there were, and to how many addresses."""

    def __init__(self) -> None:
        self.letters = 0
        self.addresses: set[str] = set()

    async def handle_DATA(  # noqa: N802 - the server calls it so
        self, server: object, session: object, envelope: object
    ) -> str:
        """Take one letter."""
        self.letters += 1
        self.addresses.update(envelope.rcpt_tos)  # type: ignore[attr-defined]
        return "250 OK"


def main() -> None:
    """Send the digests from a database of each kind, and print what it took."""
    persons = int(sys.argv[1]) if len(sys.argv) > 1 else PERSONS
    sys.stdout.write(f"| {' | '.join(HEADS)} |\n| --- |{' ---: |' * (len(HEADS) - 1)}\n")
    for title, cluster in (("SQLite", contextlib.nullcontext("")), ("PostgreSQL", postgresql())):
        with (
            cluster as given,
            tempfile.TemporaryDirectory(prefix="samskap-bench-") as folder,
            database_of_its_own(Path(folder), given) as url,
        ):
            counter, port = Counter(), free_port()
            server = Controller(counter, hostname="127.0.0.1", port=port)
            server.start()
            try:
                instance = Instance(Path(folder), url)
                instance.prepare()
                instance.ask(f"benchmarks.one_morning:fill({persons})")
                found = instance.ask(f"benchmarks.one_morning:send({port})")
            finally:
                server.stop()
        if (counter.letters, len(counter.addresses)) != (persons, persons):
            raise SystemExit(f"{counter.letters} letters to {len(counter.addresses)} addresses")
        cells = (
            title,
            f"{persons:,}",
            f"{found['seconds']:.0f}",
            f"{persons / found['seconds']:.0f}",
            f"{found['questions']:,}",
            f"{found['questions'] / persons:.2f}",
            f"{found['memory']:.0f}",
            f"{found['added']:.1f}",
        )
        sys.stdout.write(f"| {' | '.join(cells)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
