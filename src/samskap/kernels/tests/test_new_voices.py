from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.answers import Figure
from samskap.kernels.errors import NamedTwice, NoTimeZone, UnknownWord
from samskap.kernels.new_voices import (
    Adopted,
    Band,
    Voice,
    band_of,
    is_new,
    months_from,
    new_voices,
)

START = datetime(2026, 3, 14, 12, tzinfo=UTC)


def at(year, month, day):
    return datetime(year, month, day, 12, tzinfo=UTC)


def voice(key, *, years_ago=None, again=None):
    before = None if years_ago is None else at(2026 - years_ago, 3, 14)
    return Voice(key, START, before, again)


def by(*authors, told_new=False):
    return Adopted(frozenset(authors), told_new)


def weekend():
    """The youth weekend of SC-10: forty took part, twenty-six of them new."""
    new = [voice(f"new {n}") for n in range(26)]
    return [*new, *(voice(f"known {n}", years_ago=1) for n in range(14))]


def test_the_youth_weekend_has_65_percent_new_voices():
    adopted = [by("new 1", "known 1"), by("new 2"), by("known 2"), by(told_new=True), by()]

    found = new_voices(weekend(), adopted)

    assert found.new == Figure(0.65, 40)
    assert found.first_time == 26
    assert found.influence == Figure(0.6, 5)
    assert (found.band, found.is_unheard) == (Band.HIGH, False)


def test_new_voices_of_whom_nothing_is_adopted_are_unheard():
    assert new_voices(weekend(), [by("known 1"), by("known 2")]).is_unheard
    assert not new_voices(weekend()).is_unheard  # nothing is decided yet
    assert not new_voices([voice("a", years_ago=1)], [by("a")]).is_unheard  # nobody is new


def test_whoever_was_quiet_for_two_years_is_new_again():
    assert is_new(Voice("a", START, at(2024, 3, 14)))
    assert not is_new(Voice("a", START, at(2024, 3, 15)))
    found = new_voices([voice("a", years_ago=2), voice("b")])
    assert (found.new, found.first_time) == (Figure(1.0, 2), 1)


@pytest.mark.parametrize(
    ("moment", "months", "there"),
    [
        (at(2028, 2, 29), -24, at(2026, 2, 28)),
        (at(2026, 2, 28), -24, at(2024, 2, 28)),
        (at(2026, 1, 31), -2, at(2025, 11, 30)),
        (at(2026, 12, 31), 2, at(2027, 2, 28)),
    ],
)
def test_months_end_where_the_month_does(moment, months, there):
    assert months_from(moment, months) == there


def test_new_ones_who_come_back_within_a_year():
    voices = [
        voice("a", again=at(2027, 3, 14)),
        voice("b", again=at(2027, 3, 15)),
        voice("c"),
        voice("known", years_ago=1, again=at(2026, 4, 1)),
    ]
    assert new_voices(voices).returned == Figure(1 / 3, 3)


@pytest.mark.parametrize(
    ("share", "band"),
    [(None, None), (0.19, Band.LOW), (0.2, Band.OK), (0.4, Band.OK), (0.41, Band.HIGH)],
)
def test_the_bands(share, band):
    assert band_of(share) == band


def test_nobody_gives_no_figure():
    found = new_voices([])
    assert (found.new, found.influence, found.returned) == (Figure(None, 0),) * 3


@pytest.mark.parametrize(
    ("voices", "adopted", "error"),
    [
        ([voice("a"), voice("a")], [], NamedTwice),
        ([voice("a")], [by("b")], UnknownWord),
        ([Voice("a", START.replace(tzinfo=None))], [], NoTimeZone),
    ],
)
def test_what_cannot_be_meant_is_refused(voices, adopted, error):
    with pytest.raises(error):
        new_voices(voices, adopted)


@given(
    years=st.lists(st.none() | st.integers(0, 9), min_size=1, max_size=12),
    order=st.randoms(use_true_random=False),
)
def test_the_order_of_voices_does_not_matter(years, order):
    voices = [voice(str(n), years_ago=ago) for n, ago in enumerate(years)]
    adopted = [by(str(n)) for n in range(0, len(years), 2)]
    mixed = order.sample(voices, len(voices))

    assert new_voices(mixed, adopted) == new_voices(voices, adopted[::-1])
