"""The archive of everything that is public: time, memory and questions to the database.

Run: .venv/bin/python -m benchmarks.archive [IDEAS]

Eleven rows for each idea: the idea, and ten rows of the ledger.
"""

import contextlib
import sys
import tempfile
from pathlib import Path

from benchmarks.cluster import postgresql
from samskap.testing.databases import database_of_its_own
from samskap.testing.durability.instance import Instance

IDEAS = 22_700  # 250 000 rows
HEADS = (
    "database", "rows", "file, MB", "seconds", "rows/s", "questions", "memory at the start, MB",
    "most memory, MB", "of it mapped files, MB",
)  # fmt: skip


def main() -> None:
    """Make the archive from a database of each kind, and print what it took."""
    ideas = int(sys.argv[1]) if len(sys.argv) > 1 else IDEAS
    sys.stdout.write(f"| {' | '.join(HEADS)} |\n| --- |{' ---: |' * (len(HEADS) - 1)}\n")
    for title, cluster in (("SQLite", contextlib.nullcontext("")), ("PostgreSQL", postgresql())):
        with (
            cluster as given,
            tempfile.TemporaryDirectory(prefix="samskap-bench-") as folder,
            database_of_its_own(Path(folder), given) as url,
        ):
            instance = Instance(Path(folder), url)
            instance.prepare()
            instance.ask(f"benchmarks.filling:fill({ideas})")
            found = instance.ask("benchmarks.one_archive:make()")
        cells = (
            title,
            f"{found['rows']:,}",
            f"{found['bytes'] / 1e6:.0f}",
            f"{found['seconds']:.0f}",
            f"{found['rows'] / found['seconds']:.0f}",
            f"{found['questions']:,}",
            f"{found['memory']:.0f}",
            f"{found['most']:.0f}",
            f"{found['mapped']:.0f}",
        )
        sys.stdout.write(f"| {' | '.join(cells)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
