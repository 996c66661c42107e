"""How a series stands in a calendar: one event with a rule, and what happens otherwise beside it.

Days on which nothing happens are left out of the rule: public holidays, and shifts that were called
off or moved to another day. A shift that still needs people, has a name or hours of its own, stands
in place of the one that the rule has.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from samskap.base.calendars import Entry, Repeats
from samskap.base.wall_clock import moments_of
from samskap.rotas.models import Rota, Series, Shift
from samskap.rotas.rules import LONGEST, days_of, endless


@dataclass(frozen=True)
class Course:
    """The days of a series: those that its rule has, and those on which something happens.

    there  days on which it has a shift that was not called off
    """

    series: Series
    zone: str
    country: str
    there: frozenset[date]

    @cached_property
    def days(self) -> list[date]:
        """All days that the rule has, public holidays among them."""
        return list(self.days_but(country=""))

    def days_but(self, *, country: str) -> Iterable[date]:
        """The days of the rule without the public holidays of a country."""
        series = self.series
        return days_of(
            series.rule,
            first_on=series.first_on,
            until=series.first_on + LONGEST,
            last_on=series.last_on,
            country=country,
        )

    @cached_property
    def meant(self) -> set[date]:
        """The days of the rule on which something happens: made already, or yet to be made."""
        series = self.series
        meant = set(self.there.intersection(self.days))
        if series.ended_at or not series.rota.is_open:
            return meant
        skips = self.country if series.skips_holidays else ""
        made_until = series.made_until or date.min
        return meant | {day for day in self.days_but(country=skips) if day > made_until}

    def begins(self, day: date) -> datetime:
        """When the rule has it begin on a day, by the clock there: what calendars reckon with."""
        return datetime.combine(day, self.series.opens, ZoneInfo(self.zone))

    def moments(self, day: date) -> tuple[datetime, datetime]:
        """When it really begins and ends on a day."""
        return moments_of(day, self.series.opens, self.series.closes, self.zone)

    def fits(self, shift: Shift) -> bool:
        """Whether a shift can stand in a place of the rule.

        A calendar passes over a time that the clock jumps over (RFC 5545, 3.3.10): such a shift
        stands alone.
        """
        starts_at = self.moments(shift.day)[0].astimezone(ZoneInfo(self.zone))
        return shift.day in self.meant and starts_at.time() == self.series.opens

    def is_as_the_rule(self, shift: Shift) -> bool:
        """Whether a shift is just as the rule has it: a rule repeats the length to the second."""
        first_starts, first_ends = self.moments(self.days[0])
        return (
            shift.title == self.series.title
            and shift.starts_at == self.moments(shift.day)[0]
            and shift.ends_at - shift.starts_at == first_ends - first_starts
        )


def courses_of(rota: Rota) -> list[Course]:
    """The series of a rota with their days: two questions, however many shifts."""
    preset = rota.municipality.preset
    there: dict[int, set[date]] = defaultdict(set)
    made = Shift.objects.filter(rota=rota, series__isnull=False, cancelled_at=None)
    for series, day in made.order_by().values_list("series_id", "day"):
        there[series].add(day)
    found = []
    for series in rota.series.all():
        series.rota = rota
        found.append(Course(series, preset.time_zone, preset.country, frozenset(there[series.pk])))
    return found


def entries_of_course(
    course: Course, plain: Entry, shifts: Sequence[tuple[Shift, Entry]], *, since: datetime
) -> list[Entry]:
    """Say a series as one event, with those beside it that are not as the rule has them.

    plain   what every shift of it says; times are put in here
    shifts  its shifts that are shown, each as it would stand alone
    since   a series whose last shift was before is not told of
    """
    if not course.meant:
        return [entry for _shift, entry in shifts]
    last = max(course.meant)
    starts_at, ends_at = course.moments(course.days[0])
    until = course.moments(last)[0]
    if until < since:
        return [entry for _shift, entry in shifts]
    alone = {shift.day for shift, _entry in shifts if not course.fits(shift)}
    nothing = [
        course.begins(day)
        for day in course.days
        if day <= last and (day not in course.meant or day in alone)
    ]
    rule = Repeats(rule=endless(course.series.rule), until=until, left_out=tuple(nothing))
    found = [replace(plain, starts_at=starts_at, ends_at=ends_at, repeats=rule)]
    for shift, entry in shifts:
        if shift.is_cancelled:
            continue  # left out of the rule
        if not course.fits(shift):
            found.append(entry)
        elif not course.is_as_the_rule(shift) or entry.title != plain.title:
            found.append(
                replace(
                    entry,
                    uid=plain.uid,
                    version=plain.version,
                    instead_of=course.begins(shift.day),
                )
            )
    return found
