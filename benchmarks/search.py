"""Search over a hundred thousand ideas, what is similar while somebody types, and what is found.

Run: .venv/bin/python -m benchmarks.search [IDEAS]
"""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.cluster import postgresql
from benchmarks.sentences import has_others
from samskap.testing.databases import database_of_its_own
from samskap.testing.durability.instance import Instance

IDEAS = 100_000
NAMES = {"nb": "bokmål", "nn": "nynorsk", "da": "Danish", "en": "English", "sv": "Swedish"}


def main() -> None:
    """Measure on a database of each kind, side by side, and print the tables."""
    ideas = int(sys.argv[1]) if len(sys.argv) > 1 else IDEAS
    found, indexed = {}, {}
    for title, cluster in (("SQLite", contextlib.nullcontext("")), ("PostgreSQL", postgresql())):
        with cluster as given, _instance(given) as instance:
            instance.ask(f"benchmarks.one_search:fill({ideas})")
            instance.ask("benchmarks.one_search:phases()")
            indexed[title] = instance.ask("benchmarks.one_search:index()")
            found[title] = instance.ask("benchmarks.one_search:measure()")
    _say_times(ideas, found)
    _say_index(indexed)
    with _instance("") as instance:
        instance.ask("benchmarks.one_search:fill_with_sentences()")
        _say_recall(instance.ask("benchmarks.one_search:recall()"))
    if not has_others():
        sys.stdout.write("\nOnly sentences of our own pages: ../shared is missing.\n")


@contextlib.contextmanager
def _instance(given: str) -> Iterator[Instance]:
    """An instance with an empty database of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="samskap-bench-") as folder,
        database_of_its_own(Path(folder), given) as url,
    ):
        instance = Instance(Path(folder), url)
        instance.prepare()
        yield instance


def _say_times(ideas: int, found: dict[str, Any]) -> None:
    """Print what each kind of question takes."""
    heads = ["p50 ms", "p95 ms"]
    columns = [f"{title}, {head}" for title in found for head in heads]
    _row([f"looking for, among {ideas:,} ideas", *columns, "queries", "hits shown"])
    _row(["---", *["---:"] * (len(columns) + 2)])
    for name, first in next(iter(found.values())).items():
        times = [f"{each[name][p]:.1f}" for each in found.values() for p in ("p50", "p95")]
        _row([name, *times, f"{first['queries']:.0f}", f"{first['hits']:.1f}"])


def _say_index(indexed: dict[str, Any]) -> None:
    """Print what reading everything takes."""
    sys.stdout.write("\n")
    _row(["reading everything", *indexed])
    _row(["---", *["---:"] * len(indexed)])
    for key, name in (
        ("written", "entries written"),
        ("seconds", "the first time, s"),
        ("again", "when nothing has changed, s"),
        ("memory", "memory added, MB"),
    ):
        _row([name, *(f"{each[key]:,.0f}" for each in indexed.values())])


def _say_recall(told: dict[str, Any]) -> None:
    """Print how often what was looked for is found."""
    sys.stdout.write("\n")
    _row(["language", "sentences", "queries", "found by words as written", "found by stems"])
    _row(["---", *["---:"] * 4])
    for language, each in told["looked"].items():
        figures = (each["as written"], each["stems"])
        shares = [f"{figure:.2f}" for figure in figures]
        counts = [f"{told['sentences'][language]:,}", str(each["queries"])]
        _row([NAMES[language], *counts, *shares])
    sys.stdout.write("\n")
    _row(["typed in", "sentences typed", "the same in bokmål comes first", "among the five"])
    _row(["---", *["---:"] * 3])
    for language, each in told["typed"].items():
        _row([NAMES[language], str(each["typed"]), f"{each['first']:.2f}", f"{each['five']:.2f}"])


def _row(cells: list[str]) -> None:
    """Print one row."""
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
