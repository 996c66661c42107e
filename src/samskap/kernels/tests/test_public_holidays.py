from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.errors import UnknownWord
from samskap.kernels.public_holidays import is_public_holiday, public_holidays

YEARS = st.integers(1900, 2200)


def test_norway_in_2026_as_its_calendar_has_it():
    assert [f"{day:%d.%m}" for day in sorted(public_holidays("NO", 2026))] == [
        "01.01", "02.04", "03.04", "05.04", "06.04", "01.05", "14.05", "17.05", "24.05", "25.05",
        "25.12", "26.12",
    ]  # fmt: skip


def test_denmark_in_2026_as_its_calendar_has_it():
    assert [f"{day:%d.%m}" for day in sorted(public_holidays("DK", 2026))] == [
        "01.01", "02.04", "03.04", "05.04", "06.04", "14.05", "24.05", "25.05", "25.12", "26.12",
    ]  # fmt: skip


def test_the_great_prayer_day_was_kept_in_denmark_until_2023():
    assert public_holidays("DK", 2023)[date(2023, 5, 5)] == "great_prayer_day"
    assert "great_prayer_day" not in public_holidays("DK", 2024).values()


def test_another_country_is_refused():
    with pytest.raises(UnknownWord):
        public_holidays("XX", 2026)


@given(year=YEARS)
def test_easter_is_a_sunday_in_spring_and_whitsun_seven_weeks_later(year):
    day_of = {name: day for day, name in public_holidays("DK", year).items()}

    assert day_of["easter_sunday"].weekday() == 6
    assert date(year, 3, 22) <= day_of["easter_sunday"] <= date(year, 4, 25)
    assert (day_of["whit_sunday"] - day_of["easter_sunday"]).days == 49


@given(year=YEARS, country=st.sampled_from(["NO", "DK"]))
def test_every_holiday_lies_in_its_year_and_is_one(year, country):
    days = public_holidays(country, year)

    assert {day.year for day in days} == {year}
    assert all(is_public_holiday(country, day) for day in days)
