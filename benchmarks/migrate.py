"""How long `migrate` takes on an empty database; it should be less than ten seconds.

Run: .venv/bin/python -m benchmarks.migrate
"""

import contextlib
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.cluster import postgresql
from samskap.testing.databases import database_of_its_own
from samskap.testing.durability.instance import Instance


def main() -> None:
    """Migrate an empty database of each kind, and print how long it took."""
    sys.stdout.write("| database | seconds | of them processor |\n| --- | ---: | ---: |\n")
    for title, cluster in (("SQLite", contextlib.nullcontext("")), ("PostgreSQL", postgresql())):
        with (
            cluster as given,
            tempfile.TemporaryDirectory(prefix="samskap-bench-") as folder,
            database_of_its_own(Path(folder), given) as url,
        ):
            instance = Instance(Path(folder), url)
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            began = time.monotonic()
            instance.run("manage.py", "migrate", "-v0")
            took = time.monotonic() - began
            now = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = now.ru_utime - used.ru_utime + now.ru_stime - used.ru_stime
        sys.stdout.write(f"| {title} | {took:.1f} | {processor:.1f} |\n")


if __name__ == "__main__":
    main()
