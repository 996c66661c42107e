"""How fair, fast and small a lot is, beside the published library in the same run.

    python -m benchmarks.lot                      pools of 105, 500 and 10 000, and the real ones
    python -m benchmarks.lot 105 candidates_150   some of them
    SORTITION_PYTHON=…/bin/python python -m benchmarks.lot      with the library beside

`sortition-algorithms` is GPL-3: it is asked in an environment of its own, and is not shipped, not
locked and not imported by anything of ours. Make one anywhere outside the project:

    python -m venv /anywhere/sortition && /anywhere/sortition/bin/pip install sortition-algorithms

Ours makes a lottery of numbered panels by leximin, then exact weights; the library the weights of
its maximin, for at most LIMIT seconds a pool. Processor seconds are compared, as the machine may do
other things; the best of three of ours, as one is soon over.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.lot_pools import REAL, invented, real
from samskap.kernels.lot import Lottery, Pool, Way, exact, plan
from samskap.kernels.lot.kinds import kinds_of

LIMIT = 150  # processor seconds for the library and one pool
LIBRARY = Path(__file__).with_name("lot_library.py")
TOO_MANY = 3000  # people; from here on the library is not asked, nor are exact weights made
POOLS: Mapping[str, Callable[[], Pool]] = {
    "105": lambda: invented(105, 42, 6, give=1),
    "500": lambda: invented(500, 40, 6),
    "10000": lambda: invented(10_000, 100, 8),
    "candidates_150": lambda: real("candidates_150", 22),
    "example_small_20": lambda: real("example_small_20", 20),
    "example_large_200": lambda: real("example_large_200", 200),
}


def of_library(pool: Pool) -> dict[str, Any] | None:
    """Ask the library; None when it is not there, {} when it took too long."""
    python = os.environ.get("SORTITION_PYTHON")
    if not python or len(pool.entrants) > TOO_MANY:
        return None
    told = {
        "size": pool.size,
        "quotas": [[one.feature, one.value, one.least, one.most] for one in pool.quotas],
        "people": [[one.key, dict(one.features)] for one in pool.entrants],
    }
    answer = subprocess.run(  # noqa: S603 - the path is whoever measures’ own
        [python, str(LIBRARY), str(LIMIT)],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode == -signal.SIGXCPU:
        return {}
    if answer.returncode:
        raise SystemExit(answer.stderr)
    found: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return found


def is_as_fair(ours: list[float], theirs: list[float], within: float = 1e-6) -> bool:
    """Tell whether the first chance that differs, of all in order, is better in ours."""
    for one, other in zip(sorted(ours), sorted(theirs), strict=True):
        if abs(one - other) > within:
            return one > other
    return True


def measure(name: str) -> None:
    """Measure one pool, and write its row."""
    pool = POOLS[name]()
    tries = []
    for _ in range(1 if len(pool.entrants) > TOO_MANY else 3):
        began, spent = time.perf_counter(), time.process_time()
        lottery = plan(pool, Way.LEXIMIN)
        tries.append((time.process_time() - spent, time.perf_counter() - began))
    ours, seconds = min(tries)
    row = [name, f"{len(pool.entrants)} × {pool.size}", str(kinds_of(pool).number)]
    row += [f"{seconds:.2f}", f"{ours:.2f}", str(len(lottery.panels)), f"{lottery.bound:.6f}"]
    row += [f"{lottery.least / lottery.bound:.4f}"]
    row += weights_beside(pool, lottery, ours)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say("| " + " | ".join([*row, f"{memory:.0f}"]) + " |")


def weights_beside(pool: Pool, lottery: Lottery, ours: float) -> list[str]:
    """Make exact weights, ask the library for its own, and compare."""
    if len(pool.entrants) > TOO_MANY:
        return ["–"] * 6
    spent = time.process_time()
    fairest = exact(pool)
    row = [f"{time.process_time() - spent:.2f}"]
    able = [chance for chance in fairest.chances.values() if chance > 1e-9]
    row += [f"{min(able):.6f}{'' if fairest.is_proven else ' (not proven)'}"]
    library = of_library(pool)
    if library is None:
        return [*row, "–", "–", "–", "–"]
    if not library:
        return [*row, f"> {LIMIT}", f"> {LIMIT / ours:.0f}", "–", "–"]
    theirs = list(library["chances"].values())
    least = min(chance for chance in theirs if chance > 1e-9)
    spent = library["processor"]
    fair = "yes" if is_as_fair(list(fairest.chances.values()), theirs) else "no"
    return [*row, f"{spent:.2f}", f"{spent / ours:.0f}", f"{least:.6f}", fair]


def main(names: list[str]) -> None:
    """Measure pools one after another, the largest last, as memory is that of the process."""
    say(
        "| pool | people × places | kinds | s | processor s | panels | bound | least of it |"
        " exact s | exact least | library s | times | its least | at least as fair | MB |"
    )
    say("| --- | ---: |" + " ---: |" * 13)
    for name in names or sorted(POOLS, key=lambda one: (one == "10000", one)):
        if name.isdigit() or REAL.exists():
            measure(name)
        else:
            say(f"| {name} | its file is not at hand |")


def say(text: str) -> None:
    """Write a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
