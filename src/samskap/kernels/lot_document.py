"""The published file of one draw: reading it, and drawing again from it.

Format “samskap-lot/1”, one JSON object:

    format            "samskap-lot/1"
    lot, round        what was drawn, and which draw of it: 1, or later for those who replace others
    is_whole          whether the features of everybody are in it; the public file has only those
                      which five or more share
    size              how many seats were drawn
    way, formula      how the panels were worked out: see `kernels.lot`
    bound             no panels could give everybody a better chance than this
    seed_of_plan      the seed by which the panels were worked out
    number_of_panels  how many panels were numbered
    one_per_household whether at most one of each household is in a panel
    quotas            each {feature, value, least, most}
    entrants          each {code, features} and, in the whole file, household
    commitment        hash of the secret, published before the draw
    fingerprint       hash of the numbered panels, published before the draw
    committed_at      when that was
    source            {kind, words, on}: where the public numbers come from
    panels            the numbered panels, each a list of codes; the first has number 1
    secret            what was committed to
    witnessed         the public numbers, as two people typed them
    number, panel     what was drawn
    drawn_at          when

The last five stand in it once the draw is over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samskap.kernels.errors import WrongDocument
from samskap.kernels.lot import (
    Entrant,
    Pool,
    Quota,
    Way,
    commitment,
    fingerprint,
    number_of,
    plan,
    seed_with,
)

FORMAT = "samskap-lot/1"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was worked out again, and whether it is as published."""

    what: str
    holds: bool
    says: str = ""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A draw done again.

    number, panel  what the seeds give
    chances        code → share of the panels in which somebody is
    checks         what was compared with what was published
    """

    number: int
    panel: tuple[str, ...]
    chances: Mapping[str, float]
    checks: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether everything is as published."""
        return all(check.holds for check in self.checks)


def recompute(document: object) -> Redrawn:
    """Draw again from a published file, and compare each step with what was published.

    Raises WrongDocument when the file is of another sort, or the draw is not over.
    """
    told = _read(document)
    panels = [tuple(panel) for panel in told["panels"]]
    secret, witnessed = told["secret"], told["witnessed"]
    number = number_of(seed_with(secret, witnessed), len(panels))
    panel = panels[number - 1]
    codes = [each["code"] for each in told["entrants"]]
    times = Counter(code for each in panels for code in each)
    checks = [
        Check(
            "The secret is the one that was committed to", commitment(secret) == told["commitment"]
        ),
        Check("The panels are those that were sealed", fingerprint(panels) == told["fingerprint"]),
        Check(
            "Everybody in a panel is in the pool, once",
            all(len({*each} & {*codes}) == told["size"] == len(each) for each in panels),
        ),
        Check("The number is the one that was drawn", number == told["number"], str(number)),
        Check("The panel is the one that was drawn", panel == tuple(told["panel"])),
    ]
    checks += _quotas_kept(told, panels)
    if told["is_whole"]:
        checks.append(_planned_again(told, panels))
    return Redrawn(
        number=number,
        panel=panel,
        chances={code: times[code] / len(panels) for code in codes},
        checks=tuple(checks),
    )


def describe(redrawn: Redrawn) -> str:
    """Say what was worked out again, line by line."""
    chances = sorted(redrawn.chances.values())
    lines = [
        *(" ".join(_words_of(check)) for check in redrawn.checks),
        f"     Panel {redrawn.number}: {' '.join(redrawn.panel)}",
        f"     Chances from {chances[0]:.4f} to {chances[-1]:.4f} among {len(chances)} people",
    ]
    return "\n".join(lines)


def _words_of(check: Check) -> list[str]:
    """Say one check: whether it holds, what it is, and what came out."""
    return [
        "yes " if check.holds else "NO  ",
        check.what,
        *([f"({check.says})"] * bool(check.says)),
    ]


def _read(document: object) -> dict[str, Any]:
    """Take the file where it is one, and the draw is over."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise WrongDocument(f"format should be {FORMAT!r}")
    needed = (
        "size entrants quotas commitment fingerprint panels secret witnessed number panel is_whole"
    ).split()
    if missing := [name for name in needed if name not in document]:
        raise WrongDocument(f"{', '.join(missing)} should stand in it once the draw is over")
    if not document["panels"] or not document["entrants"] or not document["secret"]:
        raise WrongDocument("panels, entrants and secret should not be empty")
    return document


def _quotas_kept(told: Mapping[str, Any], panels: Sequence[Sequence[str]]) -> list[Check]:
    """Count each quota in each panel, where the file tells the feature of everybody."""
    features_of = {each["code"]: each["features"] for each in told["entrants"]}
    checks = []
    for quota in told["quotas"]:
        name, value = quota["feature"], quota["value"]
        if not all(name in features for features in features_of.values()):
            continue
        counts = [sum(features_of[code].get(name) == value for code in panel) for panel in panels]
        checks.append(
            Check(
                f"{name}, {value}: {quota['least']} to {quota['most']} in every panel",
                all(quota["least"] <= count <= quota["most"] for count in counts),
                f"{min(counts)} to {max(counts)}",
            )
        )
    return checks


def _planned_again(told: Mapping[str, Any], panels: Sequence[Sequence[str]]) -> Check:
    """Work the panels out again, from the features of everybody."""
    pool = Pool(
        size=told["size"],
        quotas=tuple(Quota(**quota) for quota in told["quotas"]),
        entrants=tuple(
            Entrant(each["code"], each["features"], each.get("household", ""))
            for each in told["entrants"]
        ),
        one_per_household=told["one_per_household"],
    )
    again = plan(pool, Way(told["way"]), panels=len(panels), seed=told["seed_of_plan"])
    same = sorted(sorted(each) for each in again.panels) == sorted(sorted(each) for each in panels)
    return Check(f"The panels are those that {again.version} works out", same)
