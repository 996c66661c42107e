"""Clocks: a deadline in words, with the days that are left."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Clock:
    """What a deadline says: a promise, and how it stands."""

    promise: str  # “The council answers by 12 June”
    standing: str  # “23 days left.”
    state: str  # running, soon, late or done


SOON = 7  # days: a week is when most people begin to wonder


def as_day(moment: date | datetime) -> date:
    """Take the local day of a moment, or the day itself."""
    if isinstance(moment, datetime):
        return timezone.localdate(moment) if timezone.is_aware(moment) else moment.date()
    return moment


def in_words(day: date, today: date) -> str:
    """Write a day as people say it: without the year when it is this year."""
    return date_format(day, _("j F") if day.year == today.year else _("j F Y"))


def days_in_words(days: int) -> str:
    """Say how many days are left, or how late it is."""
    if days == 0:
        return _("Today is the last day.")
    if days > 0:
        return ngettext("%(days)s day left.", "%(days)s days left.", days) % {"days": days}
    late = -days
    return ngettext("%(days)s day late.", "%(days)s days late.", late) % {"days": late}


def clock_of(
    *,
    due_on: date | datetime,
    who: str = "",
    today: date | None = None,
    done_on: date | datetime | None = None,
) -> Clock:
    """Put a deadline into words.

    who      whoever owes the answer, as the subject of a sentence; empty when nobody is named
    done_on  the day it was answered; the clock then tells whether that was in time
    """
    today = today or timezone.localdate()
    due = as_day(due_on)
    facts = {"who": who, "day": in_words(due, today)}
    if done_on is not None:
        done = as_day(done_on)
        facts["day"] = in_words(done, today)
        promise = _("%(who)s answered on %(day)s") if who else _("Answered on %(day)s")
        late = (done - due).days
        standing = days_in_words(-late) if late > 0 else _("In time.")
        return Clock(promise % facts, standing, "done")
    left = (due - today).days
    if left < 0:
        promise = (
            _("%(who)s should have answered by %(day)s")
            if who
            else _("An answer was due by %(day)s")
        )
        return Clock(promise % facts, days_in_words(left), "late")
    promise = _("%(who)s answers by %(day)s") if who else _("An answer is due by %(day)s")
    return Clock(promise % facts, days_in_words(left), "soon" if left <= SOON else "running")
