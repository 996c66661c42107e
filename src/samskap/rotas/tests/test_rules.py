from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from samskap.base.wall_clock import moments_of, when
from samskap.rotas.errors import BadRule
from samskap.rotas.models import Series
from samskap.rotas.rules import WEEKDAYS, days_of, read, weekly
from samskap.rotas.words import series_in_words

OSLO = "Europe/Oslo"


def test_every_tuesday_and_thursday_but_not_on_public_holidays():
    days = days_of(
        "FREQ=WEEKLY;BYDAY=TU,TH",
        first_on=date(2026, 3, 31),
        until=date(2026, 4, 9),
        country="NO",
    )

    assert list(days) == [date(2026, 3, 31), date(2026, 4, 7), date(2026, 4, 9)]


def test_the_last_day_of_the_rule_comes_before_the_one_asked_for():
    days = days_of(
        "FREQ=DAILY", first_on=date(2026, 1, 1), until=date(2026, 2, 1), last_on=date(2026, 1, 3)
    )

    assert len(list(days)) == 3


def test_the_first_saturday_of_the_month():
    days = days_of("FREQ=MONTHLY;BYDAY=1SA", first_on=date(2026, 1, 1), until=date(2026, 3, 31))

    assert list(days) == [date(2026, 1, 3), date(2026, 2, 7), date(2026, 3, 7)]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every tuesday",
        "FREQ=SECONDLY",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;UNTIL=20260101T000000Z",
        "FREQ=DAILY;BYMONTHDAY=3",
        "INTERVAL=2",
    ],
)
def test_a_rule_that_cannot_be_read_is_refused(rule):
    with pytest.raises(BadRule):
        read(rule)


def test_a_rule_is_kept_in_capitals_and_may_count():
    assert read(" rrule:freq=weekly;byday=sa;count=6 ") == "FREQ=WEEKLY;BYDAY=SA;COUNT=6"


def test_a_rule_that_never_fits_comes_to_an_end():
    rule = "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"

    assert list(days_of(rule, first_on=date(2026, 1, 1), until=date(9000, 1, 1))) == []


def test_four_on_the_wall_stays_four_when_clocks_go_forward():
    saturday, sunday = date(2026, 3, 28), date(2026, 3, 29)

    assert moments_of(saturday, time(16), time(19), OSLO)[0] == datetime(
        2026, 3, 28, 15, tzinfo=UTC
    )
    assert moments_of(sunday, time(16), time(19), OSLO)[0] == datetime(2026, 3, 29, 14, tzinfo=UTC)


def test_a_night_when_clocks_change_is_an_hour_shorter_or_longer():
    def length(day):
        starts_at, ends_at = moments_of(day, time(22), time(6), OSLO)
        return ends_at - starts_at

    assert length(date(2026, 3, 28)) == timedelta(hours=7)
    assert length(date(2026, 6, 6)) == timedelta(hours=8)
    assert length(date(2026, 10, 24)) == timedelta(hours=9)


def test_a_time_that_the_clock_jumps_over_or_shows_twice():
    jumped = moments_of(date(2026, 3, 29), time(2, 30), time(4), OSLO)[0]
    twice = moments_of(date(2026, 10, 25), time(2, 30), time(4), OSLO)[0]

    assert jumped == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(
    weekdays=st.lists(st.integers(0, 6), min_size=1),
    every=st.integers(1, 8),
    first_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_a_weekly_rule_gives_only_its_weekdays_in_every_so_many_weeks(weekdays, every, first_on):
    until = first_on + timedelta(days=200)

    days = list(days_of(weekly(weekdays, every=every), first_on=first_on, until=until))

    monday = first_on - timedelta(days=first_on.weekday())
    assert days == [
        day
        for day in (first_on + timedelta(days=n) for n in range(201))
        if day.weekday() in weekdays and (day - monday).days // 7 % every == 0
    ]
    assert len(WEEKDAYS) == 7


def test_a_series_is_said_in_the_words_of_the_reader():
    said = [
        series_in_words(Series(rule=rule, opens=time(16), closes=time(19)))
        for rule in ("FREQ=WEEKLY;BYDAY=TU,TH", weekly([0], every=2), "FREQ=MONTHLY;BYDAY=1SA")
    ]

    assert said == [
        "Tuesday, Thursday, 16:00–19:00",
        "Monday, 16:00–19:00, every 2 weeks",
        "FREQ=MONTHLY;BYDAY=1SA, 16:00–19:00",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Tuesday 24 November, 16:00–19:00"),
        ("nb", "tirsdag 24. november, 16:00–19:00"),
        ("da", "tirsdag 24. november, 16:00–19:00"),
    ],
)
def test_a_moment_is_said_as_its_reader_says_it(language, said):
    moments = moments_of(date(2026, 11, 24), time(16), time(19), OSLO)
    with translation.override(language), timezone.override(OSLO):
        assert str(when(*moments)) == said
