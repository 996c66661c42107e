"""The share of groups that took part."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.coverage import coverage, percent
from samskap.kernels.errors import ImpossibleCounts, NegativeCount


def test_eleven_of_fourteen_groups_are_79_percent():
    share = coverage(14, 11)

    assert share == Fraction(11, 14)
    assert percent(share) == 79


def test_an_empty_map_has_no_coverage():
    assert coverage(0, 0) is None


@pytest.mark.parametrize(
    ("groups", "came", "fault"), [(3, 4, ImpossibleCounts), (3, -1, NegativeCount)]
)
def test_counts_that_mean_nothing_are_refused(groups, came, fault):
    with pytest.raises(fault):
        coverage(groups, came)


@given(came=st.integers(0, 50), missing=st.integers(1, 50))
def test_one_more_who_is_missing_never_makes_it_larger(came, missing):
    now, then = coverage(came + missing, came), coverage(came + missing + 1, came)

    assert 0 <= then <= now < 1
