"""How a week of a rota stands: its holes, its places, who covers."""

from dataclasses import dataclass
from datetime import date, timedelta

from samskap.people.models import Person
from samskap.rotas.models import Rota, Shift
from samskap.rotas.queries.places import Places, places_of
from samskap.rotas.queries.planner.days import monday_of, shifts_between


@dataclass(frozen=True, kw_only=True)
class WeekOfShifts:
    """How one week of a rota stands."""

    monday: date
    shifts: list[tuple[Shift, list[Places]]]

    @property
    def holes(self) -> list[tuple[Shift, list[Places]]]:
        """Shifts ahead that still need people, the soonest first."""
        return [
            (shift, [each for each in places if each.free])
            for shift, places in self.shifts
            if not shift.is_over and any(each.free for each in places)
        ]

    @property
    def needed(self) -> int:
        """Places in all."""
        return sum(each.need.people for _shift, places in self.shifts for each in places)

    @property
    def held(self) -> int:
        """Places that are held."""
        return sum(each.held for _shift, places in self.shifts for each in places)

    @property
    def staff_cover(self) -> int:
        """Volunteers’ places that staff hold."""
        return sum(each.covers for _shift, places in self.shifts for each in places)


def week_of(rota: Rota, day: date, reader: Person) -> WeekOfShifts:
    """Gather a week; the same number of questions for one shift and for many."""
    return weeks_of(rota, monday_of(day), 1, reader)[0]


def weeks_of(rota: Rota, monday: date, weeks: int, reader: Person) -> list[WeekOfShifts]:
    """Gather some weeks at once."""
    last = monday + timedelta(days=7 * weeks - 1)
    shifts = list(shifts_between(rota, monday, last).order_by("starts_at", "pk"))
    for shift in shifts:
        shift.rota = rota
    places = places_of(shifts, reader, is_staff=True)
    return [
        WeekOfShifts(
            monday=begins,
            shifts=[
                (shift, places[shift.pk]) for shift in shifts if monday_of(shift.day) == begins
            ],
        )
        for begins in (monday + timedelta(days=7 * number) for number in range(weeks))
    ]
