"""How many must sign before an elected body has to take a proposal up: the law’s number, or theirs.

- *scheme*: one set of rules, of a country’s law or of a municipality that has made its own
- *share*: hundredths of a percent of the residents; 200 is two percent
- *always enough*: so many signatures suffice, however many live there
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from samskap.kernels.deadlines import Period
from samskap.kernels.errors import LooserThanTheFormula, NegativeCount, NotAShare, UnknownWord

FORMULA = "thresholds-1"
WHOLE = 10_000  # hundredths of a percent


@dataclass(frozen=True)
class Population:
    """How many lived there on one day, and who says so."""

    persons: int
    counted_on: date
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """The rules of proposals in one place.

    share          hundredths of a percent of the residents; None where only a number is asked for
    always_enough  signatures that suffice in any case
    is_law         whether it is a law, which may be made easier and never harder
    answer         how long the elected body has; None where no law says it
    window         how long signatures may be collected; None where there is no end
    least_age      how old whoever signs must be; 0 for any age
    needs_e_id     whether whoever signs on the web must show a national e-ID
    takes_paper    whether names on paper count
    source         the law and its paragraph, or where the municipality says so
    """

    key: str
    country: str
    share: int | None = None
    always_enough: int
    is_law: bool = False
    answer: Period | None = None
    window: Period | None = None
    least_age: int = 0
    needs_e_id: bool = False
    takes_paper: bool = True
    source: str


@dataclass(frozen=True)
class Threshold:
    """How many signatures are needed, what decided it, and the count of residents it rests on.

    by  “share” of the residents, “always_enough”, or “unknown” where nobody has been counted and
        the number that always suffices is all there is to go by
    """

    signatures: int
    by: str
    population: Population | None
    source: str


NORWAY = (
    "Kommuneloven § 12-1 (LOV-2018-06-22-83): two percent of the residents; 300 in a municipality"
    " or 500 in a county always suffice; a position within six months"
)
SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        scheme.key: scheme
        for scheme in (
            Scheme(
                key="no-municipality",
                country="NO",
                share=200,
                always_enough=300,
                is_law=True,
                answer=Period(months=6),
                source=NORWAY,
            ),
            Scheme(
                key="no-county",
                country="NO",
                share=200,
                always_enough=500,
                is_law=True,
                answer=Period(months=6),
                source=NORWAY,
            ),
            Scheme(
                key="dk-egedal",
                country="DK",
                always_enough=400,
                window=Period(months=3),
                least_age=15,
                needs_e_id=True,
                takes_paper=False,
                source="egedalkommune.dk, Borgerforslag: 400 in three months, from 15 years, MitID",
            ),
            Scheme(
                key="dk-kobenhavn",
                country="DK",
                always_enough=5000,
                window=Period(days=180),
                least_age=15,
                needs_e_id=True,
                takes_paper=False,
                source="Københavns Kommune, Borgerforslag: 5 000 within 180 days, from 15 years",
            ),
            Scheme(
                key="dk-lejre",
                country="DK",
                always_enough=650,
                window=Period(months=6),
                least_age=15,
                source="lejre.dk, Stil dit forslag: 650 in six months, from 15 years, paper too",
            ),
        )
    }
)
USUAL: Mapping[str, str] = MappingProxyType({"NO": "no-municipality", "DK": "dk-egedal"})


def scheme_named(key: str) -> Scheme:
    """Return a scheme by its key. Raises UnknownWord for another."""
    if key not in SCHEMES:
        raise UnknownWord(f"scheme {key!r} is not one of {', '.join(SCHEMES)}")
    return SCHEMES[key]


def eased(scheme: Scheme, *, share: int | None = None, always_enough: int | None = None) -> Scheme:
    """Let a municipality ask for other numbers: for any where it made the scheme, else for fewer.

    share, always_enough  None leaves what the scheme says

    Raises LooserThanTheFormula where a law’s number would become harder, NotAShare for a share
    outside 0 … 100 percent, NegativeCount for a number below one.

    Source: the right of kommuneloven § 12-1 is the residents’; a municipality may give them more.
    """
    if share is not None and not 0 < share <= WHOLE:
        raise NotAShare(f"a share of {share} hundredths of a percent")
    if always_enough is not None and always_enough < 1:
        raise NegativeCount(f"{always_enough} signatures")
    if scheme.is_law:
        harder = always_enough is not None and always_enough > scheme.always_enough
        if harder or (share is not None and share > (scheme.share or WHOLE)):
            raise LooserThanTheFormula(f"harder than {scheme.source}")
    return replace(
        scheme,
        share=scheme.share if share is None else share,
        always_enough=scheme.always_enough if always_enough is None else always_enough,
    )


def threshold(scheme: Scheme, population: Population | None) -> Threshold:
    """Say how many must sign: min(ceil(share × residents), always enough).

    population  the residents as last counted; None where nobody has been counted
    returns     at least 1; the count of residents comes along, as it is shown with the number

    Raises NegativeCount for fewer residents than none.

    Source: see `Scheme.source`; kommuneloven § 12-1 says “minst to prosent”, so a part of a person
    is rounded up.
    """
    if population is not None and population.persons < 0:
        raise NegativeCount(f"{population.persons} residents")
    always = Threshold(scheme.always_enough, "always_enough", population, scheme.source)
    if scheme.share is None:
        return always
    if population is None:
        return Threshold(scheme.always_enough, "unknown", None, scheme.source)
    share = max(-(-scheme.share * population.persons // WHOLE), 1)
    if share < scheme.always_enough:
        return Threshold(share, "share", population, scheme.source)
    return always
