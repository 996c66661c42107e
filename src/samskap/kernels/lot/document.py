"""The published file of one draw: reading it, and drawing again from it.

Format “samskap-lottery/1”, one JSON object. Keys not named here may stand beside and are not read.

    format             "samskap-lottery/1"
    is_whole           whether the features of everybody are in it; the public file has only those
                       which five or more share
    size               how many seats were drawn
    way, formula       how the panels were worked out: see `Way` and `FORMULA`
    bound              no lottery gives everybody who can be drawn a better chance; null where
                       nobody worked it out
    seed_of_plan       the seed by which the panels were worked out
    panels_asked       for how many panels was asked (as many as there are when left out)
    one_per_household  whether at most one of each household is in a panel
    quotas             each {feature, value, least, most}
    entrants           each {code, features} and, in the whole file, household
    commitment         hash of the secret, published before the draw
    fingerprint        hash of the numbered panels, published before the draw
    panels             the numbered panels, each a list of codes; the first has number 1
    secret             what was committed to
    witnessed          what two people typed in, such as dice; "" where nobody did
    number, panel      what was drawn

The last five stand in it once the draw is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samskap.kernels.errors import WrongDocument
from samskap.kernels.ladder.reading import Reader
from samskap.kernels.lot.asking import Entrant, Pool, Way
from samskap.kernels.lot.drawing import chances_in, commitment, fingerprint, number_of, seed_with
from samskap.kernels.lot.errors import Infeasible
from samskap.kernels.lot.planning import FORMULA, plan
from samskap.kernels.lot.quotas import Quota

FORMAT = "samskap-lottery/1"
AGREES = 1e-6  # how far a bound may lie from what is worked out again

Panels = Sequence[tuple[str, ...]]


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

    Raises WrongDocument, which names the place in the document and what should stand there, or
    another KernelError when what stands there cannot be a lot.
    """
    told = Reader("", document)
    told.one_of("format", FORMAT)
    size, panels = told.whole_number("size"), [tuple(one) for one in _lists(told, "panels")]
    entrants = [_entrant(item) for item in told.objects("entrants")]
    if not panels:
        told.refuse("panels", "a list of panels")
    codes = {one.key for one in entrants}
    secret, published = told.text("secret"), tuple(_texts(told, "panel"))
    number = number_of(seed_with(secret, told.text("witnessed")), len(panels))
    drawn = told.whole_number("number")
    checks = [
        Check(
            "The secret is the one that was committed to",
            commitment(secret) == told.text("commitment"),
        ),
        Check(
            "The panels are those that were sealed",
            fingerprint(panels) == told.text("fingerprint"),
        ),
        Check(
            "Everybody in a panel is in the pool, once",
            all(len({*panel} & codes) == size == len(panel) for panel in panels),
        ),
        Check("The number is the one that was drawn", number == drawn, str(number)),
        Check("The panel is the one that was drawn", panels[number - 1] == published),
    ]
    if all(codes.issuperset(panel) for panel in panels):
        checks += _quotas_kept(told, entrants, panels)
        if told.yes_or_no("is_whole"):
            checks += _planned_again(told, entrants, panels)
    return Redrawn(
        number=number,
        panel=panels[number - 1],
        chances=chances_in(panels, sorted(codes.union(*panels))),
        checks=tuple(checks),
    )


def describe(redrawn: Redrawn) -> str:
    """Say what was worked out again, line by line."""
    chances = sorted(redrawn.chances.values())
    return "\n".join(
        [
            *(_line(check) for check in redrawn.checks),
            f"     Panel {redrawn.number}: {' '.join(redrawn.panel)}",
            f"     Chances from {chances[0]:.4f} to {chances[-1]:.4f} among {len(chances)} people",
        ]
    )


def _line(check: Check) -> str:
    """Say one check: whether it holds, what it is, and what came out."""
    says = f" ({check.says})" if check.says else ""
    return f"{'yes ' if check.holds else 'NO  '} {check.what}{says}"


def _quotas_kept(told: Reader, entrants: Sequence[Entrant], panels: Panels) -> Iterator[Check]:
    """Count each quota in each panel, where the file tells the feature of everybody."""
    features_of = {one.key: one.features for one in entrants}
    for quota in _quotas(told):
        if all(quota.feature in features for features in features_of.values()):
            counts = [
                sum(features_of[code][quota.feature] == quota.value for code in panel)
                for panel in panels
            ]
            yield Check(
                f"{quota.feature}, {quota.value}: {quota.least} to {quota.most} in every panel",
                quota.least <= min(counts) and max(counts) <= quota.most,
                f"{min(counts)} to {max(counts)}",
            )


def _planned_again(told: Reader, entrants: Sequence[Entrant], panels: Panels) -> Iterator[Check]:
    """Look at households, and work the panels out again from the features of everybody."""
    pool = Pool(
        told.whole_number("size"),
        tuple(_quotas(told)),
        tuple(entrants),
        one_per_household=told.yes_or_no("one_per_household"),
    )
    if pool.one_per_household:
        home_of = {one.key: one.household or f"alone {one.key}" for one in entrants}
        yield Check(
            "No two of one household are in a panel",
            all(len({home_of[code] for code in panel}) == len(panel) for panel in panels),
        )
    try:
        again = plan(
            pool,
            told.word("way", Way),
            panels=told.whole_number("panels_asked") if told.has("panels_asked") else len(panels),
            seed=told.whole_number("seed_of_plan"),
        )
    except Infeasible as wrong:
        yield Check("There are panels that keep all quotas", False, str(wrong))
        return
    if told.content.get("bound") is not None:
        bound = float(told.number("bound"))
        yield Check(
            "No lottery gives the least likely more than was said",
            abs(again.bound - bound) <= AGREES,
            f"{again.bound:.6f}",
        )
    is_same = sorted(again.panels) == sorted(tuple(sorted(panel)) for panel in panels)
    yield Check(
        f"The panels are those that {FORMULA} works out",
        is_same,
        "" if is_same else "or another release of its solver found others as fair",
    )


def _quotas(told: Reader) -> Iterator[Quota]:
    """Read the quotas."""
    for item in told.objects("quotas"):
        yield Quota(
            item.text("feature"),
            item.text("value"),
            item.whole_number("least"),
            item.whole_number("most"),
        )


def _entrant(item: Reader) -> Entrant:
    """Read one entrant."""
    features = item.object("features")
    return Entrant(
        key=item.text("code"),
        features={name: features.text(name) for name in features.content},
        household=item.text("household") if item.has("household") else "",
    )


def _lists(told: Reader, key: str) -> Iterator[list[str]]:
    """Read a list of lists of texts."""
    for item in _items(told, key):
        if not _are_texts(item):
            told.refuse(key, "a list of lists of codes")
        yield item


def _texts(told: Reader, key: str) -> list[str]:
    """Read a list of texts."""
    items = _items(told, key)
    if not _are_texts(items):
        told.refuse(key, "a list of codes")
    return items


def _items(told: Reader, key: str) -> list[Any]:
    """Read a list of anything."""
    if not told.has(key):
        raise WrongDocument(f"{key} is missing")
    items = told.content[key]
    if not isinstance(items, list):
        told.refuse(key, "a list")
    return items


def _are_texts(items: object) -> bool:
    """Tell whether something is a list of texts."""
    return isinstance(items, list) and all(isinstance(one, str) for one in items)
