"""How fast a map of opinions is drawn, how much memory it takes, and whether it is the right one.

    python -m benchmarks.opinion_map                       10 000 participants × 300 statements
    python -m benchmarks.opinion_map 1000000 1000 51000000
    python -m benchmarks.opinion_map beside PYTHON         side by side with red-dwarf

Beside red-dwarf stand invented votes, and the real conversations where ../shared/data/polis is at
hand: of those the groups, what most agree or disagree with, what represents each group, and how
much all groups agree on each statement.

PYTHON is that of an environment with red-dwarf 0.4 in it: it follows the published method, and is
no part of Samskap. Participants are invented: three camps, each with a leaning on each statement.
Seconds are those of the processor, since other programs may run on the machine; one thread is
enough (OPENBLAS_NUM_THREADS=1).
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.opinion_map import OpinionMap, Standing, Told, draw, gather

SIZES = ((2_000, 200, 90_000), (10_000, 300, 330_000))
CAMPS = 3
MORE = 1_000
LIBRARY = Path(__file__).with_name("opinion_map_library.py")
REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "polis"

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


def best(columns: Columns) -> tuple[OpinionMap, float]:
    """Draw it as often as two seconds hold, three times at least, and keep the quickest."""
    began, runs = time.process_time(), [timed(columns)]
    while len(runs) < 3 or time.process_time() - began < 2:
        runs.append(timed(columns))
    return min(runs, key=lambda each: each[1])


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
        found, ours = best(columns)
        told = by_library(python, columns)
        same = adjusted_rand(*pairs_of(found, told["groups"]).T)
        say(
            f"| {people} × {statements} | {found.votes.cells.nnz} | {told['seconds']:.2f} s |"
            f" {ours:.3f} s | {told['seconds'] / ours:.0f} | {same:.4f} |"
        )


def real(python: str) -> None:
    """Read the real conversations with red-dwarf, and say whether both read the same."""
    say("| conversation | in groups | adjusted Rand | consensus | represents | all groups agree |")
    say("| --- | ---: | ---: | --- | --- | --- |")
    for folder in sorted(REAL.iterdir()):
        columns, out = conversation(folder)
        found, told = draw(gather(*columns), left_out=out), by_library(python, columns, out)
        pairs = pairs_of(found, told["groups"])
        ours = {theirs: mine for mine, theirs in pairs.tolist()}
        consensus = (statements(found.agreed), statements(found.disagreed))
        represents = {
            key: statements(found.represents[ours[int(key)]]) for key in told["represents"]
        }
        near = max(
            abs(float(found.across[place]) - told["across"][str(key)])
            for place, key in enumerate(found.votes.statements)
            if int(key) not in out
        )
        say(
            f"| {folder.name} | {len(pairs)} | {adjusted_rand(*pairs.T):.4f} |"
            f" {same_or_not(list(consensus) == told['consensus'])} |"
            f" {same_or_not(represents == told['represents'])} | within {near:.1e} |"
        )


def conversation(folder: Path) -> tuple[Columns, list[int]]:
    """Read the votes of a conversation in the order of time, and what was moderated out."""
    with (folder / "votes.csv").open(encoding="utf-8") as rows:
        votes = sorted(csv.DictReader(rows), key=lambda row: int(row["timestamp"]))
    with (folder / "comments.csv").open(encoding="utf-8") as rows:
        out = [int(row["comment-id"]) for row in csv.DictReader(rows) if row["moderated"] == "-1"]
    who, what, said = (
        np.array([int(row[name]) for row in votes]) for name in ("voter-id", "comment-id", "vote")
    )
    return (who, what, said), out


def statements(told: list[Told]) -> list[int]:
    """The numbers of statements."""
    return [each.statement for each in told]


def same_or_not(is_same: bool) -> str:
    """Say it in a word."""
    return "same" if is_same else "not the same"


def pairs_of(found: OpinionMap, groups: dict[str, int]) -> NDArray[np.int64]:
    """Our group and theirs of everybody who is in a group of theirs, (n, 2)."""
    return np.array(
        [
            (int(group), groups[str(key)])
            for key, group in zip(found.votes.participants, found.groups, strict=True)
            if str(key) in groups
        ]
    )


def by_library(python: str, columns: Columns, out: Sequence[int] = ()) -> dict[str, Any]:
    """Let red-dwarf draw the map: see `opinion_map_library`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "votes.npz"
        np.savez(file, who=columns[0], what=columns[1], said=columns[2], out=list(out))
        told = subprocess.run(  # noqa: S603 - the Python that was named
            [python, str(LIBRARY), str(file)], capture_output=True, text=True, check=True
        )
    answer: dict[str, Any] = json.loads(told.stdout)
    return answer


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
        if REAL.exists():
            real(sys.argv[2])
    else:
        measure(*(int(number) for number in sys.argv[1:4] or ("10000", "300", "330000")))
