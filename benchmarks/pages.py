"""What pages cost: the list and one initiative, signed in, beside a bare page of the framework.

Run: .venv/bin/python -m benchmarks.pages [--ideas 1000 100000] [--databases sqlite postgresql]

Fills a database of its own with so many ideas and ten times as many ledger rows, serves it with one
worker and one thread, and prints a markdown table. Instructions are repeatable to a few per cent
and tell how the program does; the waits (four readers at once) tell more about the machine.
"""

import argparse
import contextlib
import dataclasses
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cluster import postgresql
from benchmarks.measuring import Measured, Reader, counted, measure, processor_tells
from samskap.testing.databases import database_of_its_own, is_postgresql
from samskap.testing.durability.instance import Instance

HEAD = (
    "| database | ideas | page | Minstr/req (+ database) | queries | p50 / p95 / p99 ms"
    " | RSS MB |\n"
    "| --- | ---: | --- | ---: | ---: | ---: | ---: |"
)


BARE = "benchmarks.bare.settings"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextlib.contextmanager
def instance_on(url: str) -> Iterator[Instance]:
    """Make an empty instance on SQLite, or on a cluster of PostgreSQL."""
    with (
        tempfile.TemporaryDirectory(prefix="samskap-bench-") as folder,
        database_of_its_own(Path(folder), url) as own,
    ):
        instance = Instance(Path(folder), own)
        instance.prepare()
        yield instance


def backends_of(instance: Instance) -> list[int]:
    """PostgreSQL’s processes that work for this database."""
    if not is_postgresql(instance.url):
        return []
    asked = (
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid()"
    )
    return [pid for (pid,) in instance.rows(asked)]


def pages_on(instance: Instance, ideas: int) -> None:
    """Fill the instance, and measure every page."""
    began = time.monotonic()
    place = instance.ask(f"benchmarks.filling:fill({ideas})")
    took = time.monotonic() - began
    rows = instance.rows("SELECT COUNT(*) FROM ledger_contribution")[0][0]
    sys.stderr.write(f"{ideas} ideas, {rows} ledger rows, filled in {took:.0f} s\n")
    sessions = place["sessions"]
    bare = dataclasses.replace(instance, settings=BARE)
    bare.run("manage.py", "migrate", "--run-syncdb", "-v0")
    bare_sessions = bare.ask(f"benchmarks.filling:sign_in_again({sessions!r})")
    whole, one = "/initiatives/", f"/initiatives/{place['slug']}/"
    counted = instance.ask(f"benchmarks.counting:queries_of({[whole, one]!r}, {sessions[0]!r})")
    (list_cold, list_warm), (one_cold, one_warm) = counted
    kinds = [
        ("samskap.config.settings", "list, warm", whole, list_warm, False),
        ("samskap.config.settings", "initiative, warm", one, one_warm, False),
        ("samskap.config.settings", "initiative, polled: 304", one, None, True),
        ("benchmarks.cold", "list, cold", whole, list_cold, False),
        ("benchmarks.cold", "initiative, cold", one, one_cold, False),
        (BARE, "bare framework’s list", "/bare/", 4, False),
    ]
    by_callgrind = (
        {}
        if processor_tells()
        else counted_by_callgrind(instance, kinds, {False: sessions[0], True: bare_sessions[0]})
    )
    for settings in dict.fromkeys(kind[0] for kind in kinds):
        signed_in = bare_sessions if settings == BARE else sessions
        with dataclasses.replace(instance, settings=settings).served(workers=1) as server:
            for _, title, path, queries, polled in [kind for kind in kinds if kind[0] == settings]:
                Reader(server.port, signed_in).get(path)  # the pool makes its connections
                found = measure(
                    server, path, signed_in, backends=backends_of(instance), polled=polled
                )
                if title in by_callgrind:
                    found = dataclasses.replace(found, minstr=by_callgrind[title])
                tell(instance, ideas, title, queries, found)


def counted_by_callgrind(
    instance: Instance,
    kinds: list[tuple[str, str, str, int | None, bool]],
    session_of: dict[bool, str],
) -> dict[str, float]:
    """Million instructions of each page by its title, where the processor does not tell.

    session_of  by whether it is the bare framework that is asked
    """
    found: dict[str, float] = {}
    for is_bare in (False, True):
        these = [kind for kind in kinds if ("bare" in kind[0]) == is_bare]
        settings = BARE if is_bare else "samskap.config.settings"
        pages = [
            {"path": path, "is_cold": "cold" in title, "is_polled": polled}
            for _, title, path, _, polled in these
        ]
        counts = counted(
            dataclasses.replace(instance, settings=settings), pages, session_of[is_bare]
        )
        found |= dict(zip([kind[1] for kind in these], counts, strict=True))
    return found


def tell(instance: Instance, ideas: int, title: str, queries: int | None, found: Measured) -> None:
    """Print one row of the table."""
    is_large = is_postgresql(instance.url)
    beside = f" + {found.database_minstr:.1f}" if found.database_minstr else ""
    say(
        f"| {'PostgreSQL' if is_large else 'SQLite'} | {ideas:,} | {title}".replace(",", " ", 1)
        + f" | {found.minstr:.1f}{beside} | {queries if queries is not None else ''}"
        + f" | {found.p50:.0f} / {found.p95:.0f} / {found.p99:.0f} | {found.megabytes:.0f} |"
    )


def main() -> None:
    """Measure what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    asked.add_argument("--ideas", type=int, nargs="+", default=[1_000, 100_000])
    asked.add_argument(
        "--databases", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"]
    )
    given = asked.parse_args()
    say(HEAD)
    for database in given.databases:
        with postgresql() if database == "postgresql" else contextlib.nullcontext("") as url:
            for ideas in given.ideas:
                with instance_on(url) as instance:
                    pages_on(instance, ideas)


if __name__ == "__main__":
    main()
