"""How long the ladder kernel takes on a ledger of a million rows, and how much memory.

Run: .venv/bin/python benchmarks/ladder_kernel.py [rows]

Makes an invented ledger once, then counts and places it five times in one process and prints the
best and the median as the rows of a markdown table. The ledger is as mixed as a real one: all
phases, kinds and actors, two thousand parties, hours and kroner of all sizes. Making the rows is
not timed; the peak of memory is told before and after, so that what the kernel adds can be seen.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import TypeVar

from samskap.kernels.ladder import (
    KINDS,
    Adoption,
    Beneficiary,
    Decision,
    Facts,
    FormalDecision,
    Mode,
    Phase,
    Row,
    Side,
    Tally,
    cci_over_time,
    place,
    tally,
    units_of,
)

ROWS = 1_000_000
RUNS = 5
SEED = 20_260_301
TARGET = 2.0  # seconds for a million rows, counting and placing

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
YEAR_IN_MINUTES = 365 * 24 * 60

PUBLIC = ("employee", "leader", "politician")
NON_PUBLIC = ("resident", "association", "business", "academia")

Result = TypeVar("Result")


def main(rows: int) -> int:
    """Print the table; return 1 when a million rows took longer than the target."""
    chance = random.Random(SEED)  # noqa: S311  an invented ledger, not a secret
    ledger = list(invented_ledger(rows, chance))
    decisions, adoptions, facts = invented_decisions(chance), invented_adoptions(chance), invented()
    before = peak_mb()

    counted, count = timed(lambda: tally(ledger))
    _, placing = timed(lambda: place(counted, decisions, adoptions, facts))
    together = [one + other for one, other in zip(count, placing, strict=True)]
    added = peak_mb() - before
    moments = [START + month * 30 * DAY for month in range(1, 13)]
    _, trend = timed(lambda: cci_over_time(ledger, decisions, adoptions, facts, at=moments))

    say(f"Ladder kernel, {rows:,} rows, Python {sys.version.split()[0]}, one core, {RUNS} runs\n")
    say("| work | best s | median s | rows/s | peak memory added |")
    say("| --- | ---: | ---: | ---: | ---: |")
    say(line("count the rows (`tally`)", count, rows, ""))
    say(line("place them (`place`)", placing, None, ""))
    say(line("**count and place**", together, rows, f"{added:.0f} MB"))
    say(line("index at 12 moments (`cci_over_time`)", trend, rows, f"{peak_mb() - before:.0f} MB"))
    say(f"\nThe rows themselves fill {before:.0f} MB. {summary(counted)}")
    return int(rows == ROWS and min(together) > TARGET)


def invented_ledger(rows: int, chance: random.Random) -> Iterator[Row]:
    """Make rows in no order of time, as mixed as a real ledger."""
    phases, kinds = list(Phase), [kind for kind in KINDS if kind != "decision"]
    beneficiaries = list(Beneficiary)
    parties = [f"party {number}" for number in range(2_000)]
    worth = {
        kind: [units_of(kind, amount) for amount in amounts_of(kind, chance)] for kind in kinds
    }
    for _ in range(rows):
        at = START + chance.randrange(YEAR_IN_MINUTES) * MINUTE
        is_public = chance.random() < 0.3
        kind = chance.choice(kinds)
        is_input = not is_public and chance.random() < 0.4
        answered = is_input and chance.random() < 0.7
        yield Row(
            at=at,
            phase=chance.choice(phases),
            side=Side.PUBLIC if is_public else Side.NON_PUBLIC,
            actor_kind=chance.choice(PUBLIC if is_public else NON_PUBLIC),
            party=chance.choice(parties),
            kind=kind,
            units=chance.choice(worth[kind]),
            independent=chance.random() < 0.6,
            beneficiary=chance.choice(beneficiaries),
            is_input=is_input,
            answered_at=at + chance.randrange(60) * DAY if answered else None,
            fate="used" if answered else "received",
        )


def amounts_of(kind: str, chance: random.Random) -> list[float]:
    """Give pieces one, hours their quarters, kroner a thousand different sums."""
    if kind == "money":
        return [float(chance.randrange(1, 30_000)) for _ in range(1_000)]
    if kind == "work":
        return [quarter / 4 for quarter in range(1, 33)]
    return [1]


def invented_decisions(chance: random.Random) -> list[Decision]:
    """Make five hundred decisions of all modes."""
    return [
        Decision(
            START + chance.randrange(YEAR_IN_MINUTES) * MINUTE,
            chance.choice(list(Phase)),
            chance.choice(list(Mode)),
            chance.randrange(101) / 100,
        )
        for _ in range(500)
    ]


def invented_adoptions(chance: random.Random) -> list[Adoption]:
    """Make five thousand adopted items."""
    return [
        Adoption(
            START + chance.randrange(YEAR_IN_MINUTES) * MINUTE,
            chance.choice(list(Phase)),
            chance.random() < 0.5,
        )
        for _ in range(5_000)
    ]


def invented() -> Facts:
    """Make the facts of a committee whose council has answered."""
    return Facts(
        problem_locked_at=START + 60 * DAY,
        solution_locked_at=START + 120 * DAY,
        active_agreement_with_public=True,
        formal=FormalDecision(pending=False, recommended=10, adopted=8),
    )


def timed(work: Callable[[], Result]) -> tuple[Result, list[float]]:
    """Do the work a few times; return its result and the seconds of each time."""
    seconds = []
    for _ in range(RUNS):
        began = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - began)
    return result, seconds


def line(work: str, seconds: list[float], rows: int | None, memory: str) -> str:
    """Write one row of the table."""
    best = min(seconds)
    rate = "" if rows is None else f"{rows / best:,.0f}"
    return f"| {work} | {best:.4f} | {median(seconds):.4f} | {rate} | {memory} |"


def summary(counted: Tally) -> str:
    """Say what the ledger held, so that nobody mistakes it for an empty one."""
    return (
        f"They add up to {counted.units():,} units in {len(counted.cells):,} cells, from"
        f" {counted.independent_parties:,} independent parties."
    )


def peak_mb() -> float:
    """Return the most memory that the process has held [MB]."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def say(text: str) -> None:
    """Write a line to the terminal."""
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
