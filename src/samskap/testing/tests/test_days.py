from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from samskap.testing.days import wait_until_tomorrow

OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [("23:59:57", 3), ("23:59:31", 29), ("23:59:30", 0), ("00:00:00", 0), ("12:00:00", 0)],
)
def test_a_test_waits_for_midnight_where_little_of_the_day_is_left(moment, seconds):
    now = datetime.fromisoformat(f"2026-11-23T{moment}").replace(tzinfo=OSLO)

    assert wait_until_tomorrow(now) == seconds
