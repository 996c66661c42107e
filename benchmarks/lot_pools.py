"""Pools to draw from: invented ones of any size, and real ones where their files are at hand."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from samskap.kernels.lot import Entrant, Pool, Quota, relax

REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "sortition"
FEATURES = {  # feature → its values; who answers is skewed, what is asked for less so
    "gender": 2,
    "age": 5,
    "education": 4,
    "district": 8,
    "attitude": 3,
    "origin": 3,
    "household type": 4,
    "tenure": 3,
}


def invented(people: int, size: int, features: int, *, give: int = 0, seed: int = 0) -> Pool:
    """Invent a pool: those who answer are not like those who live there, as always.

    The quota of each value is its share of the places in the population, rounded down to rounded
    up; where those who answered cannot keep all of them, the least that has to give way does.

    give  how many more or fewer each quota lets through
    """
    chance = np.random.default_rng(seed)
    names = list(FEATURES)[:features]
    answers, quotas = {}, []
    for name in names:
        values = FEATURES[name]
        lives_here = chance.dirichlet(np.full(values, 8.0))
        answering = lives_here * np.exp(chance.normal(0, 0.3, values))
        answers[name] = chance.choice(values, people, p=answering / answering.sum())
        for value, share in enumerate(lives_here * size):
            least, most = max(0, int(share) - give), int(np.ceil(share)) + give
            quotas.append(Quota(name, str(value), least, most))
    entrants = tuple(
        Entrant(f"p{number:05}", {name: str(answers[name][number]) for name in names})
        for number in range(people)
    )
    instead = {
        one.quota: replace(one.quota, least=one.least, most=one.most)
        for one in relax(Pool(size, tuple(quotas), entrants))
    }
    return Pool(size, tuple(instead.get(one, one) for one in quotas), entrants)


def real(name: str, size: int) -> Pool:
    """Read a pool of the project’s shared data."""
    folder = REAL / name
    has_features = (folder / "features.csv").exists()
    rows = list(_rows(folder / ("features.csv" if has_features else "categories.csv")))
    names = ("feature", "value") if has_features else ("category", "feature")
    quotas = tuple(
        Quota(row[names[0]], row[names[1]], int(row["min"]), int(row["max"])) for row in rows
    )
    features = {one.feature for one in quotas}
    entrants = tuple(
        Entrant(f"p{number:05}", {name: row[name] for name in features})
        for number, row in enumerate(_rows(folder / "respondents.csv"))
    )
    return Pool(size, quotas, entrants)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """Read a table."""
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)
