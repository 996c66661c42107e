"""Figures of population as pictures that the design knows how to draw."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from samskap.places.models import OLDEST, Area, Population
from samskap.places.queries.population import ALL, MEN, WOMEN, Figures, Group

# Ages that mean something in a life, as representation compares them (domain 4.3).
BANDS = ((0, 12), (13, 17), (18, 29), (30, 44), (45, 66), (67, 79), (80, OLDEST))
MOST_BARS = 12

Chart = dict[str, Any]


def in_words(age_from: int, age_to: int) -> str:
    """Write a stretch of ages."""
    if age_to >= OLDEST:
        return _("%(age)s and over") % {"age": age_from}
    return f"{age_from}" if age_from == age_to else f"{age_from}–{age_to}"


def banded(groups: list[Group]) -> list[tuple[int, int]]:
    """The stretches of ages to show: the source’s own, or wider ones where they are too many."""
    own = sorted({(group.age_from, group.age_to) for group in groups})
    if len(own) <= MOST_BARS:
        return own
    lowest = [band for band in BANDS if any(band[0] <= low <= band[1] for low, _high in own)]
    return lowest if all(_fits(ages) for ages in own) else own


def _fits(ages: tuple[int, int]) -> bool:
    """Whether a stretch lies within one band."""
    return any(low <= ages[0] and ages[1] <= high for low, high in BANDS)


def _persons(groups: list[Group], sex: str, band: tuple[int, int]) -> int:
    low, high = band
    return sum(
        group.persons
        for group in groups
        if group.sex == sex and low <= group.age_from and group.age_to <= high
    )


def ages_chart(area: Area, figures: Figures | None) -> Chart | None:
    """How many there are of each age; women and men apart where the source has them."""
    if figures is None:
        return None
    groups = [group for group in figures.groups if (group.age_from, group.age_to) != (0, OLDEST)]
    has_sexes = any(group.sex != ALL for group in groups)
    sexes = [WOMEN, MEN] if has_sexes else [ALL]
    groups = [group for group in groups if group.sex in sexes]
    bands = banded(groups)
    tones = {WOMEN: "sun", MEN: "soft", ALL: "fjord"}  # no colour of a side
    series = [
        {
            "label": str(Population.Sex(sex).label) if has_sexes else _("Residents"),
            "tone": tones[sex],
            "values": [_persons(groups, sex, band) for band in bands],
        }
        for sex in sexes
    ]
    sums = [sum(values) for values in zip(*(row["values"] for row in series), strict=True)]
    largest = sums.index(max(sums))
    return {
        **_frame(area, figures, "ages"),
        "description": _("How many there are in each group of ages."),
        "title": _("Residents of %(area)s by age") % {"area": area.name},
        "sentence": _("The largest group is %(ages)s years old: %(n)s of %(total)s.")
        % {
            "ages": in_words(*bands[largest]),
            "n": number_format(sums[largest], force_grouping=True),
            "total": number_format(sum(sums), force_grouping=True),
        },
        "categories": [in_words(*band) for band in bands],
        "series": series,
    }


def sexes_chart(area: Area, figures: Figures | None) -> Chart | None:
    """How many women and men there are, where the source tells them apart."""
    if figures is None:
        return None
    by_sex = {
        sex: sum(group.persons for group in _once(figures.groups, sex)) for sex in (WOMEN, MEN)
    }
    total = sum(by_sex.values())
    if not all(by_sex.values()):
        return None
    share = round(100 * by_sex[WOMEN] / total)
    return {
        **_frame(area, figures, "sexes"),
        "description": _("How many there are of each sex."),
        "title": _("Women and men in %(area)s") % {"area": area.name},
        "sentence": _("%(share)s per cent are women.") % {"share": share}
        if figures.is_whole
        else _("%(share)s per cent are women. The source counts only some of the residents.")
        % {"share": share},
        "categories": [str(Population.Sex(sex).label) for sex in by_sex],
        "series": [{"label": _("Residents"), "tone": "fjord", "values": list(by_sex.values())}],
    }


def _once(groups: tuple[Group, ...], sex: str) -> list[Group]:
    """The groups of one sex, without ages where there is a figure for all of them."""
    of_sex = [group for group in groups if group.sex == sex]
    whole = [group for group in of_sex if (group.age_from, group.age_to) == (0, OLDEST)]
    return whole or of_sex


def totals_chart(area: Area, totals: list[tuple[date, int]]) -> Chart | None:
    """How many lived there through the years; nothing to draw for a single one."""
    if len(totals) < 2:
        return None
    (first, then), (last, now) = totals[0], totals[-1]
    sentences = (
        _("%(then)s residents on %(first)s, %(now)s on %(last)s: %(more)s more."),
        _("%(then)s residents on %(first)s, %(now)s on %(last)s: %(more)s fewer."),
    )
    return {
        "id": "totals",
        "title": _("Residents of %(area)s through the years") % {"area": area.name},
        "sentence": sentences[now < then]
        % {
            "then": number_format(then, force_grouping=True),
            "first": date_format(first),
            "now": number_format(now, force_grouping=True),
            "last": date_format(last),
            "more": number_format(abs(now - then), force_grouping=True),
        },
        "description": _("Everybody who lived in %(area)s, each time they were counted.")
        % {"area": area.name},
        "unit": _("persons"),
        "categories": [date_format(on, "SHORT_DATE_FORMAT") for on, _persons in totals],
        "series": [
            {
                "label": _("Residents"),
                "tone": "fjord",
                "values": [persons for _on, persons in totals],
            }
        ],
        "csv_url": reverse("places:population", args=[area.slug]),
    }


def _frame(area: Area, figures: Figures, name: str) -> Chart:
    """What every figure says: where it comes from, of which day, and where all of it is."""
    return {
        "id": name,
        "unit": _("persons"),
        "csv_url": reverse("places:population", args=[area.slug]),
        "source": _("%(source)s, %(day)s")
        % {"source": figures.source, "day": date_format(figures.counted_on)},
    }
