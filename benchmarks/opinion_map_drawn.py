"""How long a vote waits until it is in the map: the task of the queue, with its database.

Run: .venv/bin/python -m benchmarks.opinion_map_drawn [PEOPLE STATEMENTS]
"""

import contextlib
import sys
import tempfile
from pathlib import Path

from benchmarks.cluster import postgresql
from samskap.testing.databases import database_of_its_own
from samskap.testing.durability.instance import Instance

SIZE = (10_000, 100)
HEADS = (
    "database", "votes", "processor s", "s on the wall", "questions", "again, unchanged: s",
    "questions", "kept, MB", "most memory, MB",
)  # fmt: skip


def main() -> None:
    """Draw the map on a database of each kind, and print what it took."""
    people, statements = (int(each) for each in sys.argv[1:3] or SIZE)
    sys.stdout.write(f"| {' | '.join(HEADS)} |\n| --- |{' ---: |' * (len(HEADS) - 1)}\n")
    for title, cluster in (("SQLite", contextlib.nullcontext("")), ("PostgreSQL", postgresql())):
        with (
            cluster as given,
            tempfile.TemporaryDirectory(prefix="samskap-bench-") as folder,
            database_of_its_own(Path(folder), given) as url,
        ):
            instance = Instance(Path(folder), url)
            instance.prepare()
            instance.ask(f"benchmarks.one_map:fill({people}, {statements})")
            found = instance.ask("benchmarks.one_map:draw()")
        cells = (
            title,
            f"{found['votes']:,}",
            f"{found['seconds']:.2f}",
            f"{found['wall']:.2f}",
            f"{found['questions']}",
            f"{found['seconds_again']:.3f}",
            f"{found['questions_again']}",
            f"{found['kept']:.2f}",
            f"{found['memory']:.0f}",
        )
        sys.stdout.write(f"| {' | '.join(cells)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
