"""Figures of a rota in plain words, as numbers and as charts."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samskap.kernels.rota_figures import TOO_MUCH, UNEVEN
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.rotas.models import Rota
from samskap.rotas.queries.figures import RotaFigures

ORDINARY_WEEKS = 26  # how many weeks the curve shows


def number(value: float | None) -> str:
    """Write a figure as the reader does, without a tail of noughts."""
    if value is None:
        return "–"
    return number_format(value, 0 if float(value).is_integer() else 1, use_l10n=True)


def percent(share: float | None) -> str:
    """Write a share of one in per cent."""
    return "–" if share is None else _("{n} %").format(n=number(round(share * 100, 1)))


def claim_of(rota: Rota, figures: RotaFigures) -> str:
    """Say in one sentence what became of the opening hours; nothing is claimed without shifts."""
    if figures.hours is None:
        return ""
    facts = {
        "place": rota.place,
        "now": number(figures.hours.ordinary),
        "before": number(float(rota.hours_before)) if rota.hours_before is not None else "",
    }
    if rota.hours_before is None:
        said = _("{place} is open {now} hours in an ordinary week.")
    elif figures.hours.ordinary > rota.hours_before:
        said = _("{place} is open longer: {now} hours in an ordinary week, {before} before.")
    elif figures.hours.ordinary < rota.hours_before:
        said = _("{place} is open shorter: {now} hours in an ordinary week, {before} before.")
    else:
        said = _("{place} is open as long as before: {now} hours in an ordinary week.")
    return said.format(**facts)


def numbers_of(rota: Rota, figures: RotaFigures) -> list[dict[str, Any]]:
    """The big figures: hours open, cover, hours of each side. Each says what it rests on."""
    cover = figures.cover
    numbers: list[dict[str, Any]] = []
    if figures.hours:
        weeks = figures.hours.weeks
        numbers.append(
            {
                "value": number(figures.hours.ordinary),
                "label": _("hours open in an ordinary week"),
                "note": ngettext(
                    "The middle of {n} week; {average} on average.",
                    "The middle of {n} weeks; {average} on average.",
                    weeks,
                ).format(n=weeks, average=number(round(figures.hours.average, 1))),
            }
        )
    if cover.planned:
        numbers.append(
            {
                "value": percent(cover.share),
                "label": _("of the shifts covered"),
                "note": _("{covered} of {planned}; {staff} of them with staff cover.").format(
                    covered=cover.covered, planned=cover.planned, staff=cover.by_staff
                ),
            }
        )
    if figures.hours_volunteers or figures.hours_staff:
        numbers += [
            {
                "value": number(round(figures.hours_volunteers)),
                "label": _("hours by volunteers"),
                "note": by_how_many(figures.people),
            },
            {
                "value": number(round(figures.hours_staff)),
                "label": _("hours by staff"),
                "note": _("{hours} of them as cover for volunteers.").format(
                    hours=number(round(figures.hours_cover))
                ),
            },
        ]
    return numbers


def by_how_many(people: int) -> str:
    """Say how many gave hours; so few that one could be known are not counted out."""
    if people < SMALLEST_SHOWN:
        return _("By fewer than {n} people. They are no saving.").format(n=SMALLEST_SHOWN)
    return _("By {n} people. They are no saving.").format(n=people)


def hours_chart(rota: Rota, figures: RotaFigures) -> dict[str, Any] | None:
    """Opening hours before, now and wanted: a bar for each that is known."""
    bars: list[tuple[str, float]] = []
    if rota.hours_before is not None:
        bars.append((pgettext("opening hours", "Before"), float(rota.hours_before)))
    if figures.hours:
        bars.append((pgettext("opening hours", "Now"), figures.hours.ordinary))
    if rota.hours_wanted is not None:
        bars.append((pgettext("opening hours", "Wanted"), float(rota.hours_wanted)))
    if len(bars) < 2:
        return None
    return {
        "id": f"opening-hours-{rota.pk}",
        "title": _("Opening hours a week"),
        "sentence": claim_of(rota, figures),
        "unit": _("hours a week"),
        "categories": [label for label, _hours in bars],
        "series": [{"label": _("Hours a week"), "tone": "fjord", "values": [h for _l, h in bars]}],
        "is_stacked": False,
        "source": source_of(rota),
    }


def source_of(rota: Rota) -> str:
    """Where the hours are from."""
    now = _("Now: computed from shifts that were held.")
    if rota.hours_source:
        return _("Before: {source}.").format(source=rota.hours_source) + " " + now
    return now


def weeks_chart(
    rota: Rota, figures: RotaFigures, *, all_weeks: bool = False
) -> dict[str, Any] | None:
    """Hours open week by week, beside the hours that were planned and those before."""
    weeks = list(figures.weeks)[0 if all_weeks else -ORDINARY_WEEKS :]
    if len(weeks) < 2:
        return None
    series: list[dict[str, Any]] = [
        {
            "label": _("Open"),
            "tone": "fjord",
            "values": [round(figures.weeks[week], 1) for week in weeks],
        },
    ]
    planned = [round(figures.planned[week], 1) for week in weeks]
    if planned != series[0]["values"]:
        series.append(
            {"label": pgettext("opening hours", "Planned"), "tone": "soft", "values": planned}
        )
    if rota.hours_before is not None:
        before = float(rota.hours_before)
        series.append(
            {
                "label": pgettext("opening hours", "Before"),
                "tone": "coral",
                "values": [before] * len(weeks),
            }
        )
    return {
        "id": f"open-weeks-{rota.pk}",
        "title": _("Hours open, week by week"),
        "sentence": _("Each week is named by its Monday."),
        "unit": _("hours"),
        "categories": [date_format(week, "j.n.") for week in weeks],
        "series": series,
        "csv_url": reverse("rotas:figures", args=[rota.slug]),
        "source": _("Computed from shifts that were held."),
    }


def costs_of(rota: Rota, figures: RotaFigures) -> list[dict[str, str]]:
    """What the place costs before and now, with the volunteers’ hours beside, never as money."""
    if rota.cost_before_kr is None and rota.cost_now_kr is None:
        return []
    notes = iter([rota.cost_source])  # said once
    kroner = {
        _("Cost a year before"): rota.cost_before_kr,
        _("Cost a year now"): rota.cost_now_kr,
    }
    lines = [
        {
            "label": label,
            "value": _("{amount} kr").format(
                amount=number_format(amount, use_l10n=True, force_grouping=True)
            ),
            "note": next(notes, ""),
        }
        for label, amount in kroner.items()
        if amount is not None
    ]
    hours = _("{n} hours").format(n=number(round(figures.hours_volunteers)))
    lines.append(
        {
            "label": _("Volunteers’ hours so far"),
            "value": hours,
            "note": _("People gave them. They are not money saved."),
        }
    )
    return lines


def evenness_of(figures: RotaFigures) -> dict[str, Any] | None:
    """How evenly the work lies, for those who plan; never who carries how much."""
    if figures.evenness is None or figures.largest_share is None:
        return None
    return {
        "gini": number_format(figures.evenness, 2, use_l10n=True),
        "is_uneven": figures.evenness > UNEVEN,
        "largest": percent(figures.largest_share),
        "is_fragile": figures.largest_share > TOO_MUCH,
    }
