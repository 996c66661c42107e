"""How a group is composed, by vectors from the law’s own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.composition import (
    BANDS,
    Balance,
    balance_of,
    band_of,
    coverage,
    least_of_each,
)
from samskap.kernels.errors import NegativeCount

few = st.integers(0, 30)


@pytest.mark.parametrize(
    ("seats", "least"),
    zip(range(17), (0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7), strict=True),
)
def test_each_sex_has_forty_per_cent_and_both_sexes_where_seats_are_few(seats, least):
    assert least_of_each(seats) == least


@given(seats=st.integers(0, 2000))
def test_what_is_asked_for_can_be_met_and_is_forty_per_cent(seats):
    least = least_of_each(seats)
    assert 2 * least <= seats or seats == 0
    if seats >= 4:
        assert least * 100 >= 40 * seats > (least - 1) * 100


def test_a_committee_of_fifteen_has_at_least_six_of_each():
    assert balance_of(6, 9) == Balance(6, True, 0, 0)
    assert balance_of(5, 10) == Balance(6, False, 1, 0)
    assert balance_of(9, 5, untold=1) == Balance(6, None, 0, 1)
    assert balance_of(9, 5, others=1) == Balance(6, False, 0, 1)
    with pytest.raises(NegativeCount):
        balance_of(-1, 3)


@given(women=few, men=few, others=few, untold=few)
def test_it_is_the_same_for_both_sexes(women, men, others, untold):
    one = balance_of(women, men, others=others, untold=untold)
    other = balance_of(men, women, others=others, untold=untold)
    assert (one.is_met, one.women_needed) == (other.is_met, other.men_needed)


def test_a_perspective_that_nobody_brings_is_missing():
    wanted = ["came as a refugee", "runs a business", "aged 13–25"]
    brought = [["came as a refugee", "aged 13–25"], ["came as a refugee"], ["sings", "sings"], []]
    assert coverage(wanted, brought) == {
        "came as a refugee": 2,
        "runs a business": 0,
        "aged 13–25": 1,
    }


@given(age=st.integers(0, 130))
def test_every_age_has_one_band(age):
    first, last = band_of(age)
    assert (first, last) in BANDS
    assert first <= age
    assert age <= last or (first, last) == BANDS[-1]


def test_nobody_is_younger_than_nothing():
    with pytest.raises(NegativeCount):
        band_of(-1)
    with pytest.raises(NegativeCount):
        least_of_each(-1)
