"""What the page of a rota with thousands of shifts costs, and the list of what one can take.

Run: .venv/bin/python -m benchmarks.rota_page [--shifts 2000] [--databases sqlite postgresql]

Fills a database of its own with one rota, half of its shifts over and confirmed, half ahead and
partly taken; serves it with one worker and one thread, and prints a markdown table.
"""

import argparse
import contextlib
import dataclasses

from benchmarks.cluster import postgresql
from benchmarks.measuring import Reader, counted, measure, processor_tells
from benchmarks.pages import backends_of, instance_on, say
from samskap.testing.databases import is_postgresql
from samskap.testing.durability.instance import Instance

PAGES = ("the rota", "what one can take")
HEAD = (
    "| database | shifts | page | Minstr/req (+ database) | queries | p50 / p95 / p99 ms"
    " | RSS MB |\n"
    "| --- | ---: | --- | ---: | ---: | ---: | ---: |"
)


def pages_on(instance: Instance, shifts: int) -> None:
    """Fill the instance, and measure both pages, warm and cold."""
    place = instance.ask(f"benchmarks.filling_rota:fill({shifts})")
    sessions, paths = place["sessions"], [place["path"], "/rotas/"]
    asked = instance.ask(f"benchmarks.counting:queries_of({paths!r}, {sessions[0]!r})")
    kinds = [
        (settings, f"{title}, {state}", path, queries[state == "warm"])
        for state, settings in (
            ("warm", "samskap.config.settings"),
            ("cold", "benchmarks.cold"),
        )
        for title, path, queries in zip(
            ("the rota", "what one can take"), paths, asked, strict=True
        )
    ]
    pages = [
        {"path": path, "is_cold": "cold" in title, "is_polled": False}
        for _settings, title, path, _queries in kinds
    ]
    counts = [] if processor_tells() else counted(instance, pages, sessions[0])
    for number, (settings, title, path, queries) in enumerate(kinds):
        with dataclasses.replace(instance, settings=settings).served(workers=1) as server:
            Reader(server.port, sessions).get(path)  # the pool makes its connections
            found = measure(server, path, sessions, backends=backends_of(instance))
        minstr = counts[number] if counts else found.minstr
        beside = f" + {found.database_minstr:.1f}" if found.database_minstr else ""
        say(
            f"| {'PostgreSQL' if is_postgresql(instance.url) else 'SQLite'} | {shifts} | {title}"
            f" | {minstr:.1f}{beside} | {queries}"
            f" | {found.p50:.0f} / {found.p95:.0f} / {found.p99:.0f} | {found.megabytes:.0f} |"
        )


def main() -> None:
    """Measure what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    asked.add_argument("--shifts", type=int, nargs="+", default=[2_000])
    asked.add_argument(
        "--databases", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"]
    )
    given = asked.parse_args()
    say(HEAD)
    for database in given.databases:
        with postgresql() if database == "postgresql" else contextlib.nullcontext("") as url:
            for shifts in given.shifts:
                with instance_on(url) as instance:
                    pages_on(instance, shifts)


if __name__ == "__main__":
    main()
