"""Slots."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.base.queue.schedule import (
    Scheduled,
    all_scheduled,
    each_day,
    each_hour,
    each_minutes,
    each_week,
)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "now", "slot"),
    [
        (each_minutes(10), "2026-05-17T12:39:59", "2026-05-17T12:30:00"),
        (each_hour(minute=5), "2026-05-17T12:04:59", "2026-05-17T11:05:00"),
        (each_hour(minute=5), "2026-05-17T12:05:00", "2026-05-17T12:05:00"),
        (each_day("07:00"), "2026-05-17T04:59:59", "2026-05-16T05:00:00"),  # summer: UTC + 2
        (each_day("07:00"), "2026-05-17T05:00:00", "2026-05-17T05:00:00"),
        (each_day("07:00"), "2026-01-17T06:30:00", "2026-01-17T06:00:00"),  # winter: UTC + 1
        (each_day("02:30"), "2026-10-25T00:45:00", "2026-10-25T00:30:00"),  # this hour comes twice
        (each_day("02:30"), "2026-10-25T01:45:00", "2026-10-25T00:30:00"),
        (each_week(0, "08:00"), "2026-05-17T12:00:00", "2026-05-11T06:00:00"),  # a Sunday
        (each_week(6, "08:00"), "2026-05-17T12:00:00", "2026-05-17T06:00:00"),
    ],
)
def test_the_latest_slot(rule, now, slot):
    assert rule(at(now)) == at(slot)


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(now=MOMENTS)
@pytest.mark.parametrize(
    ("rule", "longest"),
    [
        (each_minutes(10), timedelta(minutes=10)),
        (each_hour(minute=59), timedelta(hours=1)),
        (each_day("02:30"), timedelta(hours=25)),
        (each_day("23:59"), timedelta(hours=25)),
        (each_week(2, "02:30"), timedelta(days=7, hours=1)),
    ],
)
def test_a_slot_has_come_is_not_long_ago_and_is_its_own_latest(rule, longest, now):
    slot = rule(now)
    assert timedelta() <= now - slot <= longest
    assert rule(slot) == slot


def test_all_that_the_clock_starts_can_be_found_and_takes_no_arguments():
    scheduled = all_scheduled()
    assert "samskap.base.tasks.tidy_up_each_night" in scheduled
    for path, one in scheduled.items():
        assert isinstance(one, Scheduled), path
        assert one.task.func.__code__.co_argcount == 0, path
