"""Rules of recurrence: from “every Tuesday” to days, read as RFC 5545 has it."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from samskap.kernels.public_holidays import is_public_holiday
from samskap.rotas.errors import BadRule

# UNTIL and times are left out: a series has a last day and a clock of its own.
PARTS = re.compile(
    r"(FREQ=(DAILY|WEEKLY|MONTHLY)"
    r"|INTERVAL=[1-9]\d?"
    r"|COUNT=[1-9]\d{0,2}"
    r"|BYDAY=([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*"
    r"|BYMONTHDAY=-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*"
    r"|BYMONTH=([1-9]|1[0-2])(,([1-9]|1[0-2]))*"
    r"|BYSETPOS=-?[1-5]"
    r"|WKST=(MO|SU))"
)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST = timedelta(days=3 * 366)  # what a rule may run to: a rule that never fits must end


def read(rule: str) -> str:
    """Take a rule as it may be kept: in capitals, its parts known, each of them once.

    Refuses with BadRule.
    """
    parts = rule.strip().upper().removeprefix("RRULE:").split(";")
    names = [part.partition("=")[0] for part in parts]
    if len(set(names)) < len(names) or "FREQ" not in names:
        raise BadRule
    if not all(PARTS.fullmatch(part) for part in parts):
        raise BadRule
    if "FREQ=MONTHLY" not in parts and any(name in names for name in ("BYMONTHDAY", "BYSETPOS")):
        raise BadRule
    if "FREQ=MONTHLY" not in parts and re.search(r"BYDAY=[^;]*\d", ";".join(parts)):
        raise BadRule
    return ";".join(parts)


def endless(rule: str) -> str:
    """Take the number of times out of a rule, for whoever says its last day instead."""
    return ";".join(part for part in rule.split(";") if not part.startswith("COUNT="))


def days_of(
    rule: str, *, first_on: date, until: date, last_on: date | None = None, country: str = ""
) -> Iterator[date]:
    """Give the days of a rule in order, from its first day until a day, both included.

    last_on  the rule’s own last day, where it has one
    country  leave out the public holidays of this country

    Refuses with BadRule.
    """
    try:
        recurring = rrulestr(read(rule), dtstart=datetime.combine(first_on, time()))
    except ValueError as wrong:
        raise BadRule from wrong
    end = min(until, last_on or until, first_on + LONGEST)
    for moment in recurring:
        if moment.date() > end:
            return
        if not (country and is_public_holiday(country, moment.date())):
            yield moment.date()


def weekly(weekdays: list[int], *, every: int = 1) -> str:
    """Write the rule of “these weekdays, every so many weeks”; 0 is Monday."""
    days = ",".join(WEEKDAYS[number] for number in sorted(set(weekdays)))
    return (
        f"FREQ=WEEKLY;INTERVAL={every};BYDAY={days}" if every > 1 else f"FREQ=WEEKLY;BYDAY={days}"
    )
