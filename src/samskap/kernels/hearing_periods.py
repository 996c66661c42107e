"""How long a hearing must last: by the kind of matter, with the law that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from samskap.kernels.deadlines import LastDay, Period, last_day, why_not_working
from samskap.kernels.errors import UnknownWord

FORMULA = "hearing-periods-1"
WEEK = 7  # days


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A kind of matter that is heard, and how long at the least.

    countries   where it is offered
    least       the shortest time; None where the law gives no number
    source      the law and paragraph, as one cites it there; empty for the municipality’s own
    is_read     whether the words of the law were read when the number was written down here
    councils    whether the law’s councils must be among those who are asked
    children    whether somebody who speaks for children in plan cases must be asked
    considers   the law that asks for the councils for the elderly and for people with disabilities
                where the matter concerns them; whoever plans the hearing judges that
    """

    key: str
    countries: tuple[str, ...]
    least: Period | None
    source: str
    is_read: bool = True
    councils: bool = False
    children: bool = False
    considers: str = ""

    @property
    def weeks(self) -> int:
        """The shortest time in whole weeks; 0 where the law gives none."""
        return self.least.days // WEEK if self.least else 0


def _weeks(number: int) -> Period:
    """So many weeks, counted in days."""
    return Period(days=number * WEEK)


# Denmark. The council for the elderly: § 30, stk. 3 (as was agreed with it, else all proposals that
# concern the elderly). The council for people with disabilities: § 37 a, stk. 2 (all initiatives
# that matter to people with disabilities). Read at danskelove.dk/retssikkerhedsloven, /30-32, /37a.
# We have not read a Danish law that asks for a youth council.
_DANISH_COUNCILS = "retssikkerhedsloven § 30, stk. 3, og § 37 a, stk. 2"

_ALL = (
    # Norway. Plan- og bygningsloven: §§ 11-13, 11-14 and 12-10 each say “minst seks uker” (as
    # quoted by the ministry’s commentary to the law); § 5-2 defines hearing and public inspection.
    Preset(
        key="no_municipal_plan",
        countries=("NO",),
        least=_weeks(6),
        source="plan- og bygningsloven §§ 5-2 og 11-14",
        councils=True,
        children=True,
    ),
    Preset(
        key="no_zoning_plan",
        countries=("NO",),
        least=_weeks(6),
        source="plan- og bygningsloven §§ 5-2 og 12-10",
        councils=True,
        children=True,
    ),
    Preset(
        key="no_plan_programme",
        countries=("NO",),
        least=_weeks(6),
        source="plan- og bygningsloven §§ 4-1, 11-13 og 12-9",
        is_read=False,  # §§ 4-1 and 11-13 are read; § 12-9 is not
        councils=True,
        children=True,
    ),
    Preset(
        key="no_small_change",
        countries=("NO",),
        least=None,
        source="plan- og bygningsloven § 12-14",
        is_read=False,
        councils=True,
        children=True,
    ),
    # Denmark. Planloven § 24, stk. 3–6 (read at danskelove.dk).
    Preset(
        key="dk_municipal_plan",
        countries=("DK",),
        least=_weeks(8),
        source="planloven § 24, stk. 3",
        considers=_DANISH_COUNCILS,
    ),
    Preset(
        key="dk_municipal_plan_minor",
        countries=("DK",),
        least=_weeks(4),
        source="planloven § 24, stk. 4",
        considers=_DANISH_COUNCILS,
    ),
    Preset(
        key="dk_local_plan",
        countries=("DK",),
        least=_weeks(4),
        source="planloven § 24, stk. 5",
        considers=_DANISH_COUNCILS,
    ),
    Preset(
        key="dk_local_plan_minor",
        countries=("DK",),
        least=_weeks(2),
        source="planloven § 24, stk. 6",
        considers=_DANISH_COUNCILS,
    ),
    # Whatever else a municipality wants to hear people about, for as long as it chooses.
    Preset(key="own", countries=("NO", "DK"), least=None, source=""),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({preset.key: preset for preset in _ALL})


def preset_named(key: str) -> Preset:
    """The preset of this name. Raises UnknownWord where there is none."""
    if key not in PRESETS:
        raise UnknownWord(f"preset {key!r} is not one of {', '.join(PRESETS)}")
    return PRESETS[key]


def presets_of(country: str) -> tuple[Preset, ...]:
    """The kinds of matter that are heard in a country, the municipality’s own last."""
    return tuple(preset for preset in _ALL if country in preset.countries)


def earliest_close(opened_on: date, preset: Preset, country: str) -> LastDay | None:
    """The earliest day that may be the last one; None where no law gives a number.

    The day it opens is not counted, and a last day that is no working day is the next one: see
    `deadlines.last_day` for the sources.
    """
    return None if preset.least is None else last_day(opened_on, preset.least, country)


def settled_close(wished: date, country: str) -> LastDay:
    """A last day as it holds: one that is no working day goes on to the next working day.

    Whoever posts a letter or goes to the town hall on the last day finds it open. Source:
    domstolloven § 149 (Norway), forældelsesloven § 27, stk. 2 (Denmark), as in `deadlines`.
    """
    if not why_not_working(wished, country):
        return LastDay(wished, wished)
    return last_day(wished - timedelta(days=1), Period(days=1), country)
