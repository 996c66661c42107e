"""How fast a map of opinions is drawn, how much memory it takes, and whether it is the right one.

    python -m benchmarks.opinion_map                       10 000 participants × 300 statements
    python -m benchmarks.opinion_map 1000000 1000 51000000
    python -m benchmarks.opinion_map beside PYTHON         side by side with red-dwarf

PYTHON is that of an environment with red-dwarf 0.4 in it: it follows the published method, and is
no part of Samskap. Participants are invented: three camps, each with a leaning on each statement.
Seconds are those of the processor, since other programs may run on the machine; one thread is
enough (OPENBLAS_NUM_THREADS=1).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.opinion_map import OpinionMap, Standing, draw, gather

SIZES = ((2_000, 200, 90_000), (10_000, 300, 330_000))
CAMPS = 3
MORE = 1_000
LIBRARY = Path(__file__).with_name("opinion_map_library.py")

Columns = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int8]]


def invented(people: int, statements: int, votes: int, seed: int = 1) -> Columns:
    """Make votes: who, on which statement, and what."""
    chance = np.random.default_rng(seed)
    camp = chance.integers(0, CAMPS, people)
    leaning = chance.normal(0, 1.2, (CAMPS, statements))
    who = chance.integers(0, people, votes, dtype=np.int32)
    what = chance.integers(0, statements, votes, dtype=np.int32)
    said = np.empty(votes, dtype=np.int8)
    for begin in range(0, votes, 1_000_000):
        some = slice(begin, begin + 1_000_000)
        felt = leaning[camp[who[some]], what[some]] + chance.normal(0, 1, who[some].size)
        said[some] = np.where(felt > 0.4, 1, np.where(felt < -0.4, -1, 0))
    return who, what, said


def timed(columns: Columns) -> tuple[OpinionMap, float]:
    """Draw the map, and say how many seconds that took."""
    began = time.process_time()
    found = draw(gather(*columns))
    return found, time.process_time() - began


def measure(people: int, statements: int, votes: int) -> None:
    """Time one map, and say what memory it took beside the votes as they came."""
    columns = invented(people, statements, votes)
    before = peak()
    found, seconds = timed(columns)
    say(f"{people} × {statements}, {found.votes.cells.nnz} votes: {seconds:.2f} s")
    say(f"{len(found.names)} groups, silhouette {found.silhouette:.3f}")
    say(f"peak memory {peak():.0f} MB; {before:.0f} MB before the map was drawn")
    say(f"one more vote: {one_more_vote(found, people, statements):.3f} ms at most of {MORE}")


def one_more_vote(found: OpinionMap, people: int, statements: int) -> float:
    """Return the most milliseconds that one of many further votes took, after the first."""
    chance, standing, spent = np.random.default_rng(2), Standing(found), []
    for _vote in range(MORE + 1):
        who, what = int(chance.integers(0, people)), int(chance.integers(0, statements))
        began = time.process_time()
        standing.vote(who, what, int(chance.integers(-1, 2)))
        spent.append((time.process_time() - began) * 1000)
    return max(spent[1:])


def beside(python: str) -> None:
    """Draw the same maps with red-dwarf, in the same run."""
    say("| participants × statements | votes | red-dwarf | ours | times as fast | adjusted Rand |")
    say("| --- | --- | --- | --- | --- | --- |")
    timed(invented(100, 20, 1_000))  # what is loaded once
    for people, statements, votes in SIZES:
        columns = invented(people, statements, votes)
        found, ours = min((timed(columns) for _time in range(3)), key=lambda each: each[1])
        theirs, groups = by_library(python, columns)
        same = [
            (int(group), groups[str(key)])
            for key, group in zip(found.votes.participants, found.groups, strict=True)
            if str(key) in groups
        ]
        say(
            f"| {people} × {statements} | {found.votes.cells.nnz} | {theirs:.2f} s | {ours:.3f} s |"
            f" {theirs / ours:.0f} | {adjusted_rand(*np.array(same).T):.4f} |"
        )


def by_library(python: str, columns: Columns) -> tuple[float, dict[str, int]]:
    """Let red-dwarf draw the map: seconds, and the group of each participant."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "votes.npz"
        np.savez(file, who=columns[0], what=columns[1], said=columns[2])
        told = subprocess.run(  # noqa: S603 - the Python that was named
            [python, str(LIBRARY), str(file)], capture_output=True, text=True, check=True
        )
    answer = json.loads(told.stdout)
    return answer["seconds"], answer["groups"]


def adjusted_rand(one: NDArray[np.int64], other: NDArray[np.int64]) -> float:
    """Return how alike two groupings are: 1 the same, about 0 by chance.

    Source: Hubert & Arabie (1985), Journal of Classification 2.
    """
    table = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(table, (one, other), 1)

    def pairs(counts: NDArray[np.float64]) -> float:
        return float((counts * (counts - 1) / 2).sum())

    together, all_pairs = pairs(table), pairs(np.array([table.sum()]))
    rows, columns = pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    expected = rows * columns / all_pairs
    return (together - expected) / ((rows + columns) / 2 - expected)


def peak() -> float:
    """Return the peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(text: str) -> None:
    """Write a line."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["beside"]:
        beside(sys.argv[2])
    else:
        measure(*(int(number) for number in sys.argv[1:4] or ("10000", "300", "330000")))
