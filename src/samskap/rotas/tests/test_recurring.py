from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from samskap.base.calendars import written
from samskap.rotas.actions.moving import move_shift
from samskap.rotas.actions.shifts import call_off, end_series, make_shifts
from samskap.rotas.actions.turns import take
from samskap.rotas.models import SeriesNeed
from samskap.rotas.queries.calendar import own_entries, rota_entries
from samskap.testing.calendars import read_calendar
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    DutyFactory,
    RunningInitiativeFactory,
    SeriesFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)

pytestmark = pytest.mark.django_db

OSLO = ZoneInfo("Europe/Oslo")
AUTUMN = datetime(2026, 10, 1, tzinfo=UTC)
SUMMER = date(2027, 4, 30)


@pytest.fixture
def library(municipality):
    return rota(RunningInitiativeFactory(municipality=municipality, raised_by=PersonFactory()))


def a_series(library, *, people=0, until=SUMMER, **facts):
    """A series with its shifts, of which nobody is missing unless told otherwise."""
    series = SeriesFactory(rota=library, **({"first_on": date(2026, 10, 20)} | facts))
    if people:
        duty = DutyFactory(rota=library)
        SeriesNeed.objects.create(
            municipality=library.municipality, series=series, duty=duty, people=people
        )
    make_shifts(series=series, until=until)
    return series


def read(library, now=AUTUMN):
    """The calendar of a rota, as another program reads it."""
    with translation.override("en"):
        text = written(name="x", zone="Europe/Oslo", entries=rota_entries(library, now=now))
    return list(read_calendar(text.decode()).contents.get("vevent", []))


def spread(events):
    """When everything in a calendar begins and ends, by the rules of the calendar alone."""
    found = {}
    rules = [event for event in events if hasattr(event, "rrule")]
    instead = [event for event in events if hasattr(event, "recurrence_id")]
    for event in rules:
        length = event.dtend.value.astimezone(UTC) - event.dtstart.value.astimezone(UTC)
        for starts in event.getrruleset():
            found[starts] = (starts.astimezone(UTC), starts.astimezone(UTC) + length)
    for event in instead:
        assert event.recurrence_id.value in found
        del found[event.recurrence_id.value]
    for event in events:
        if event not in rules:
            found[event.uid.value, event.dtstart.value] = (
                event.dtstart.value.astimezone(UTC),
                event.dtend.value.astimezone(UTC),
            )
    return sorted(found.values())


def as_made(library):
    """The same from the shifts themselves."""
    shifts = library.shifts.filter(cancelled_at=None)
    return sorted(shifts.values_list("starts_at", "ends_at"))


def test_a_series_is_one_event_that_stays_at_its_hour_when_clocks_change(library):
    a_series(library, rule="FREQ=WEEKLY;BYDAY=TU,SU", last_on=SUMMER)

    events = read(library)

    assert len(events) == 1
    assert "RRULE:FREQ=WEEKLY;UNTIL=20270427T140000Z;BYDAY=TU,SU" in events[0].serialize()
    found = spread(events)
    assert found == as_made(library)
    by_day = {starts.astimezone(OSLO).date(): starts for starts, _ends in found}
    assert {starts.astimezone(OSLO).hour for starts in by_day.values()} == {16}
    around = [date(2026, 10, 20), date(2026, 10, 25), date(2027, 3, 23), date(2027, 3, 30)]
    assert [by_day[day].hour for day in around] == [14, 15, 15, 14]
    assert date(2026, 12, 25) not in by_day


@pytest.mark.parametrize(
    ("opens", "closes"), [(time(22), time(6)), (time(2, 30), time(4)), (time(1), time(3, 30))]
)
def test_a_shift_through_the_night_of_the_change_is_told_as_it_is(library, opens, closes):
    a_series(library, rule="FREQ=DAILY", opens=opens, closes=closes, last_on=date(2027, 4, 2))

    assert spread(read(library)) == as_made(library)


def test_what_is_called_off_is_left_out_and_the_version_grows(library):
    keeper = library.initiative.raised_by
    first_on = tomorrow_at(16).date()
    until = first_on + timedelta(days=60)
    series = a_series(library, rule="FREQ=DAILY", first_on=first_on, until=until)
    before = read(library)[0]
    off = series.shifts.all()[5]

    call_off(shift=off, by=keeper, because="The heating is broken")
    after = read(library)[0]

    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.last_modified.value >= before.last_modified.value
    left_out = {day for line in after.contents["exdate"] for day in line.value}
    was = {day for line in before.contents.get("exdate", []) for day in line.value}
    assert left_out - was == {off.starts_at.astimezone(OSLO)}


def test_the_rule_goes_on_where_no_shift_is_made_yet_but_not_on_public_holidays(library):
    a_series(library, rule="FREQ=WEEKLY;BYDAY=TU,SA", until=date(2026, 11, 1))

    days = {starts.astimezone(OSLO).date() for starts, _ends in spread(read(library))}

    assert date(2028, 6, 13) in days
    assert date(2026, 12, 26) not in days


def test_an_ended_series_goes_no_further_than_the_shifts_that_stay(library):
    first_on = tomorrow_at(16).date()
    rule, until = "FREQ=DAILY;COUNT=20", first_on + timedelta(days=30)
    series = a_series(library, people=1, first_on=first_on, rule=rule, until=until)
    kept = list(series.shifts.all())[:2]
    for shift in kept:
        take(need=shift.needs.get(), hand=hand_of(PersonFactory(), library.municipality))
    before = read(library)[0]

    end_series(series=series, by=library.initiative.raised_by)
    events = read(library)

    assert spread(events) == [(shift.starts_at, shift.ends_at) for shift in kept]
    assert int(events[0].sequence.value) > int(before.sequence.value)


def test_a_shift_that_needs_people_or_has_a_name_stands_in_its_place(library):
    series = a_series(library, people=2, rule="FREQ=WEEKLY;BYDAY=TU", last_on=date(2026, 11, 3))
    shifts = list(series.shifts.all())
    hands = [hand_of(PersonFactory(), library.municipality) for _number in range(4)]
    for shift, taken in zip(shifts, (2, 1, 1), strict=True):
        for hand in hands[:taken]:
            take(need=shift.needs.get(), hand=hand, at=AUTUMN)
    shifts[2].title = "Gaming night"
    shifts[2].save()

    plain, *instead = read(library)

    assert plain.summary.value == library.title
    assert {event.uid.value for event in instead} == {plain.uid.value}
    assert {event.sequence.value for event in instead} == {plain.sequence.value}
    assert [event.summary.value for event in instead] == [
        f"{library.title} · 1 needed",
        "Gaming night · 1 needed",
    ]
    assert [event.recurrence_id.value for event in instead] == [
        shift.starts_at.astimezone(OSLO) for shift in shifts[1:]
    ]
    assert spread([plain, *instead]) == as_made(library)
    later = read(library, now=datetime(2026, 12, 1, tzinfo=UTC))
    assert [event.summary.value for event in later] == [library.title, "Gaming night"]


def test_a_moved_shift_stands_in_its_place_or_alone_and_the_version_grows(library):
    keeper = library.initiative.raised_by
    first_on = tomorrow_at(16).date()
    until = first_on + timedelta(days=9)
    series = a_series(library, first_on=first_on, rule="FREQ=DAILY", last_on=until, until=until)
    same_day, other_day = series.shifts.all()[2:4]
    was = {"opens": time(18), "closes": time(19, 30), "because": "A concert", "by": keeper}
    before = read(library, now=timezone.now())
    assert len(before) == 1

    move_shift(shift=same_day, day=same_day.day, **was)
    once = read(library, now=timezone.now())
    move_shift(shift=other_day, day=until, **was)
    twice = read(library, now=timezone.now())

    assert [hasattr(event, "recurrence_id") for event in once] == [False, True]
    assert once[1].recurrence_id.value == same_day.starts_at.astimezone(OSLO)
    assert spread(twice) == as_made(library)
    assert sum(event.uid.value == f"shift-{other_day.pk}@samskap" for event in twice) == 1
    rules = [
        next(event for event in events if hasattr(event, "rrule"))
        for events in (before, once, twice)
    ]
    versions = [int(event.sequence.value) for event in rules]
    assert versions == sorted(set(versions))
    changed = [event.last_modified.value for event in rules]
    assert changed == sorted(changed)


def test_ones_own_turn_says_the_new_time_under_the_same_name_in_a_newer_version(library):
    ada, shift = PersonFactory(), a_need(rota=library).shift
    turn = TurnFactory(need=shift.needs.get(), person=ada)
    [before] = own_entries(ada, library.municipality)

    move_shift(
        shift=shift,
        by=library.initiative.raised_by,
        day=shift.day,
        opens=time(18),
        closes=time(19),
        because="A concert",
    )
    [after] = own_entries(ada, library.municipality)

    assert after.uid == before.uid == f"turn-{turn.public_id}@samskap"
    assert after.starts_at == tomorrow_at(18)
    assert after.version > before.version
    assert after.changed_at > before.changed_at


def test_where_there_are_too_many_the_shifts_ahead_are_told(library, monkeypatch):
    monkeypatch.setattr("samskap.rotas.queries.calendar.MOST", 3)
    days = (-3, -2, -1, 1, 2)
    shifts = [a_need(rota=library, starts_at=tomorrow_at(16, days=day)).shift for day in days]

    told = [event.uid.value for event in read(library, now=timezone.now())]

    assert told == [f"shift-{shift.pk}@samskap" for shift in shifts[2:]]
