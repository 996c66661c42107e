"""How moments of a rota are said: the day, and from when until when."""

from math import ceil

from django.utils.formats import number_format
from django.utils.functional import Promise, lazy
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samskap.base import wall_clock
from samskap.rotas.models import Series, Shift
from samskap.rotas.models.helper import Weekday
from samskap.rotas.rules import WEEKDAYS

SAID = {"FREQ", "BYDAY", "INTERVAL", "COUNT"}  # the parts of a rule that words can say


def when(shift: Shift) -> Promise:
    """Say when a shift is, in the reader’s language: “Tuesday 24 November, 16:00–19:00”."""
    return wall_clock.when(shift.starts_at, shift.ends_at)


def series_in_words(series: Series) -> str:
    """Say when the shifts of a series are: weekdays by name, other rules as they are written."""
    parts = dict(part.split("=") for part in series.rule.split(";"))
    hours = f"{series.opens:%H:%M}–{series.closes:%H:%M}"
    days = [day for day in parts.get("BYDAY", "").split(",") if day in WEEKDAYS]
    is_plain = parts["FREQ"] == "WEEKLY" and days and not parts.keys() - SAID
    if not is_plain:
        return f"{series.rule}, {hours}"
    names = [str(Weekday(WEEKDAYS.index(day)).label) for day in days]
    # Inside a sentence English alone writes its weekdays with a capital.
    rest = names[1:] if get_language() == "en" else [name.lower() for name in names[1:]]
    said = ", ".join([names[0], *rest])
    if parts.get("INTERVAL", "1") == "1":
        return f"{said}, {hours}"
    return _("{days}, {hours}, every {n} weeks").format(days=said, hours=hours, n=parts["INTERVAL"])


def hours_in_words(minutes: int | None) -> str:
    """Say how long somebody was there: “2.5 hours”; “not there” where they were not."""
    if minutes is None:
        return _("not there")
    hours = minutes / 60
    decimals = next(n for n in (0, 1, 2) if n == 2 or round(hours, n) == hours)
    said = number_format(hours, decimals, use_l10n=True)
    return ngettext("{n} hour", "{n} hours", ceil(hours)).format(n=said)


def said_hours(minutes: int | None) -> str:
    """Say the same later, in the language of each reader."""
    return lazy(hours_in_words, str)(minutes)
