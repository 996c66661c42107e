"""What of a lot may leave the house, and the file by which anybody checks a draw.

Codes stand for people. Of the features only so many are published that at least five entrants share
each combination, and never what the stewards themselves asked about (decision 103).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from samskap.kernels import lot as kernel
from samskap.kernels.lot.document import FORMAT
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.lottery import features as targets
from samskap.lottery.features import Feature
from samskap.lottery.models import Entrant, Round

Answers = Mapping[str, str]


def shown_of(answers: Mapping[str, Answers], features: Sequence[Feature]) -> dict[str, Any]:
    """Choose the features that may be published of every entrant: code → feature → value.

    Age, sex and area are tried one after the other; each is taken where every combination that is
    in the pool is still shared by five entrants or more (k-anonymity with k = 5). What the stewards
    made up is never published of anybody, as nobody knows how sensitive it is.

    Source: Sweeney (2002), “k-anonymity: a model for protecting privacy”, IJUFKS 10(5); the
    smallest cell is domain 4’s.
    """
    kept: list[str] = []
    for feature in features:
        if feature.is_own:
            continue
        tried = [*kept, feature.title]
        sizes = Counter(tuple(each.get(name) for name in tried) for each in answers.values())
        if all(size >= SMALLEST_SHOWN for size in sizes.values()):
            kept = tried
    return {code: {name: each[name] for name in kept} for code, each in sorted(answers.items())}


def document_of(round_: Round, entrants: Sequence[Entrant] = ()) -> dict[str, Any]:
    """Write a round as the file that `samskap recompute lottery` reads.

    Before the draw it holds what is sealed, and neither panels nor secret.

    entrants  those of the pool, for the whole file: only stewards may have it
    """
    lot, is_drawn = round_.lot, round_.drawn_at is not None
    known = {each.code: each for each in entrants}
    homes = {each.household: f"home {n}" for n, each in enumerate(entrants) if each.household}
    pool = [
        {"code": code, "features": round_.shown.get(code, {})}
        if not entrants
        else {
            "code": code,
            "features": known[code].features if code in known else {},
            "household": homes.get(known[code].household, "") if code in known else "",
        }
        for code in round_.codes
    ]
    document: dict[str, Any] = {
        "format": FORMAT,
        "lot": lot.title,
        "round": round_.number,
        "is_whole": bool(entrants),
        "size": round_.seats,
        "way": round_.figures.get("way", lot.way),
        "formula": round_.figures.get("formula", ""),
        "bound": round_.figures.get("bound"),
        "seed_of_plan": round_.figures.get("seed"),
        "number_of_panels": round_.figures.get("panels"),
        "panels_asked": round_.figures.get("panels_asked"),
        "one_per_household": lot.one_per_household,
        "quotas": [
            {"feature": q.feature, "value": q.value, "least": q.least, "most": q.most}
            for q in targets.quotas_of(targets.read(round_.features))
        ],
        "entrants": pool,
        "commitment": round_.commitment,
        "fingerprint": round_.panels_digest,
        "committed_at": round_.committed_at and round_.committed_at.isoformat(),
        "source": {
            "kind": round_.source,
            "words": round_.source_words,
            "on": round_.source_on and round_.source_on.isoformat(),
        },
    }
    if is_drawn:
        panels = panels_of(round_)
        document |= {
            "panels": panels,
            "secret": round_.secret,
            "witnessed": round_.typed,
            "number": round_.drawn_number,
            "panel": panels[(round_.drawn_number or 1) - 1],
            "drawn_at": round_.drawn_at and round_.drawn_at.isoformat(),
        }
    return document


def panels_of(round_: Round) -> list[list[str]]:
    """The numbered panels of a round, by code."""
    return [[round_.codes[place] for place in panel] for panel in round_.panels]


def lottery_of(round_: Round) -> kernel.Lottery:
    """The lottery of a round as the kernel made it."""
    panels = tuple(tuple(panel) for panel in panels_of(round_))
    times = Counter(code for panel in panels for code in panel)
    return kernel.Lottery(
        panels=panels,
        chances={code: times[code] / len(panels) for code in round_.codes},
        bound=round_.figures["bound"],
        way=kernel.Way(round_.figures["way"]),
        version=round_.figures["formula"],
    )
