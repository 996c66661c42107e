"""Words of ours never come between a date and the words that Django has for it."""

from datetime import date, timedelta

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

# Monday 1 January 2024 and the days that follow: every day of the week, and every month.
WEEK = [date(2024, 1, 1) + timedelta(days=each) for each in range(7)]
MONTHS = [date(2024, month, 1) for month in range(1, 13)]


@pytest.mark.parametrize("language", ["nb", "nn", "da"])
def test_days_and_months_are_written_small(language):
    with override(language):
        said = [date_format(day, "l D") for day in WEEK] + [date_format(day, "F") for day in MONTHS]

    assert said == [each.lower() for each in said]


@pytest.mark.parametrize("language", ["nb", "nn", "da"])
def test_sunday_is_no_sun_in_the_sky(language):
    with override(language):
        assert date_format(WEEK[6], "D") == "søn"
