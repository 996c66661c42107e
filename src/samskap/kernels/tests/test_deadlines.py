from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.deadlines import (
    Clocks,
    LastDay,
    Period,
    day_of,
    ends_at,
    is_within,
    last_day,
    last_working_day,
    months_later,
    two_clocks,
    why_not_working,
)
from samskap.kernels.errors import NegativeCount, NoTimeZone, UnknownWord

SIX_MONTHS = Period(months=6)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("start", "months", "ends"),
    [
        ("2026-01-15", 6, "2026-07-15"),
        ("2026-08-31", 6, "2027-02-28"),  # no such day: the last of the month
        ("2027-08-31", 6, "2028-02-29"),  # in a leap year
        ("2027-08-29", 6, "2028-02-29"),
        ("2028-02-29", 6, "2028-08-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-07-31", 6, "2027-01-31"),  # over New Year
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-02-28", 6, "2027-08-28"),  # by its number, not the last of the month
        ("2026-12-01", 0, "2026-12-01"),
    ],
)
def test_months_lead_to_the_day_of_the_same_number(start, months, ends):
    """Domstolloven § 148, second paragraph; forældelsesloven § 27, stk. 1."""
    assert months_later(date.fromisoformat(start), months) == date.fromisoformat(ends)


@pytest.mark.parametrize(
    ("country", "start", "ends", "why"),
    [
        ("NO", "2026-03-02", "2026-09-02", ""),  # a Wednesday
        ("NO", "2026-03-05", "2026-09-07", "saturday"),
        ("NO", "2026-03-06", "2026-09-07", "sunday"),
        ("NO", "2026-10-02", "2027-04-02", ""),  # Friday after Easter week
        ("NO", "2025-10-02", "2026-04-07", "public_holiday"),  # Maundy Thursday to Easter Monday
        ("NO", "2025-10-04", "2026-04-07", "saturday"),  # Easter Eve
        ("NO", "2025-11-01", "2026-05-04", "public_holiday"),  # 1 May, a Friday
        ("DK", "2025-11-01", "2026-05-01", ""),  # which is no holiday in Denmark
        ("NO", "2025-11-17", "2026-05-18", "public_holiday"),  # 17 May, a Sunday
        ("NO", "2026-11-17", "2027-05-18", "public_holiday"),  # 17 May on Whit Monday
        ("NO", "2026-06-24", "2026-12-24", ""),  # Christmas Eve is a working day by the law
        ("DK", "2026-06-24", "2026-12-28", "closed_day"),  # 24, 25, 26 and a Sunday
        ("DK", "2026-06-30", "2026-12-30", ""),
        ("DK", "2025-12-05", "2026-06-08", "closed_day"),  # grundlovsdag, a Friday
        ("NO", "2025-12-05", "2026-06-05", ""),
        ("NO", "2026-08-31", "2027-03-01", "sunday"),  # 28 February is a Sunday
        ("NO", "2027-08-31", "2028-02-29", ""),  # leap day, a Tuesday
    ],
)
def test_six_months_end_on_a_working_day(country, start, ends, why):
    """Domstolloven § 149, first paragraph; forældelsesloven § 27, stk. 2."""
    found = last_day(date.fromisoformat(start), SIX_MONTHS, country)

    assert (found.on, found.moved_by) == (date.fromisoformat(ends), why)
    assert found.counted_on == months_later(date.fromisoformat(start), 6)


@pytest.mark.parametrize(
    ("start", "period", "ends"),
    [
        ("2026-03-01", Period(months=3), "2026-06-01"),
        ("2026-11-30", Period(months=3), "2027-02-28"),  # a Sunday, and it ends there
        ("2026-01-01", Period(days=180), "2026-06-30"),
        ("2028-01-01", Period(days=180), "2028-06-29"),  # with a leap day on the way
        ("2026-01-31", Period(months=1, days=1), "2026-03-01"),
    ],
)
def test_a_window_in_which_people_sign_is_not_moved(start, period, ends):
    found = last_day(date.fromisoformat(start), period, "DK", moves=False)

    assert found == LastDay(date.fromisoformat(ends), date.fromisoformat(ends))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-28T22:59:59", "2026-03-28"),  # 23:59:59 in winter time
        ("2026-03-28T23:00:00", "2026-03-29"),  # the day of 23 hours begins
        ("2026-03-29T21:59:59", "2026-03-29"),  # and ends in summer time
        ("2026-03-29T22:00:00", "2026-03-30"),
        ("2026-10-24T22:00:00", "2026-10-25"),  # the day of 25 hours begins
        ("2026-10-25T22:59:59", "2026-10-25"),
        ("2026-10-25T23:00:00", "2026-10-26"),
        ("2028-02-29T22:59:59", "2028-02-29"),
        ("2026-12-31T23:00:00", "2027-01-01"),
    ],
)
def test_a_day_is_the_civil_day_there(moment, day):
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)

    assert day_of(at, "Europe/Oslo") == date.fromisoformat(day)
    assert is_within(at, date.fromisoformat(day), "Europe/Oslo")
    assert not is_within(at, date.fromisoformat(day) - timedelta(days=1), "Europe/Oslo")


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2028-02-29", 24)]
)
def test_a_day_ends_at_midnight_however_many_hours_it_had(day, hours):
    this = date.fromisoformat(day)
    length = ends_at(this, "Europe/Oslo").astimezone(UTC) - ends_at(
        this - timedelta(days=1), "Europe/Oslo"
    ).astimezone(UTC)

    assert length == timedelta(hours=hours)


def test_the_promised_clock_never_goes_beyond_the_law():
    start = date(2026, 3, 2)

    assert two_clocks(start, country="NO", law=SIX_MONTHS) == Clocks(
        LastDay(date(2026, 9, 2), date(2026, 9, 2)), date(2026, 9, 2)
    )
    sooner = two_clocks(start, country="NO", law=SIX_MONTHS, promised=Period(days=90))
    assert sooner.promised_on == date(2026, 6, 1)  # 31 May is a Sunday
    later = two_clocks(start, country="NO", law=SIX_MONTHS, promised=Period(months=9))
    assert later.promised_on == date(2026, 9, 2)


def test_where_no_law_gives_a_day_the_promise_stands_alone():
    found = two_clocks(date(2026, 3, 2), country="DK", law=None, promised=Period(months=2))

    assert found == Clocks(None, date(2026, 5, 4))


def test_a_clock_that_does_not_run_says_since_when():
    found = two_clocks(
        date(2026, 3, 2),
        country="NO",
        law=SIX_MONTHS,
        stopped_on=date(2026, 4, 1),
        expected_on=date(2027, 1, 15),
    )

    assert found == Clocks(None, date(2027, 1, 15), date(2026, 4, 1))


def test_what_means_nothing_is_refused():
    with pytest.raises(NegativeCount):
        Period()
    with pytest.raises(NegativeCount):
        Period(months=-1)
    with pytest.raises(NegativeCount):
        two_clocks(date(2026, 3, 2), country="DK", law=None)
    with pytest.raises(UnknownWord):
        last_day(date(2026, 3, 2), SIX_MONTHS, "SE")
    with pytest.raises(NoTimeZone):
        day_of(datetime(2026, 3, 2, 12), "Europe/Oslo")  # noqa: DTZ001


@given(start=DAYS, months=st.integers(1, 24), country=st.sampled_from(["NO", "DK"]))
def test_a_deadline_ends_on_a_working_day_and_never_before_its_number(start, months, country):
    found = last_day(start, Period(months=months), country)

    assert found.on >= found.counted_on > start
    assert why_not_working(found.on, country) == ""
    assert (found.on - found.counted_on).days <= 6
    assert bool(found.moved_by) == (found.on != found.counted_on)


@given(start=DAYS, one=st.integers(0, 24), more=st.integers(0, 24))
def test_more_months_never_end_sooner(start, one, more):
    assert months_later(start, one) <= months_later(start, one + more)
    assert months_later(start, one).day <= start.day


@pytest.mark.parametrize(
    ("year", "month", "country", "day"),
    [
        (2026, 10, "DK", date(2026, 10, 30)),  # the 31st is a Saturday
        (2027, 10, "DK", date(2027, 10, 29)),  # the 31st is a Sunday
        (2028, 10, "DK", date(2028, 10, 31)),
        (2026, 12, "DK", date(2026, 12, 30)),  # 31 December is closed in Denmark
        (2026, 12, "NO", date(2026, 12, 31)),
    ],
)
def test_the_end_of_a_month_is_its_last_working_day(year, month, country, day):
    assert last_working_day(year, month, country) == day
