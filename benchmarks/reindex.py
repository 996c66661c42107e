"""What it costs at night to read everything that can be found, in seconds of a processor.

Run: .venv/bin/python -m benchmarks.reindex [IDEAS]
"""

import sys
import tempfile
from pathlib import Path

from samskap.testing.databases import database_of_its_own
from samskap.testing.durability.instance import Instance

IDEAS = 10_000
TURNS = (
    ("for the first time", "benchmarks.one_search:read_once()"),
    ("the next night, nothing has changed", "benchmarks.one_search:read_once()"),
    ("one idea in a hundred was edited", "benchmarks.one_search:read_after_edits()"),
    ("after a new release of the stemmer", "benchmarks.one_search:read_after_release()"),
)


def main() -> None:
    """Measure on SQLite, each turn in a process of its own, and print the table."""
    ideas = int(sys.argv[1]) if len(sys.argv) > 1 else IDEAS
    sys.stdout.write(f"| reading {ideas:,} ideas | s of a processor | written anew | MB added |\n")
    sys.stdout.write("| --- | ---: | ---: | ---: |\n")
    with (
        tempfile.TemporaryDirectory(prefix="samskap-bench-") as folder,
        database_of_its_own(Path(folder), "") as url,
    ):
        instance = Instance(Path(folder), url)
        instance.prepare()
        instance.ask(f"benchmarks.one_search:fill({ideas})")
        for name, call in TURNS:
            told = instance.ask(call)
            figures = f"{told['seconds']:.2f} | {told['written']:,} | {told['memory']:.0f}"
            sys.stdout.write(f"| {name} | {figures} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
