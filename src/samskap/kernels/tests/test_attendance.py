"""Attendance: when somebody should be called, and when it is well again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.attendance import Presence, course_of, low_groups
from samskap.kernels.errors import ImpossibleCounts, NegativeCount


def test_six_of_ten_is_too_few_and_seven_is_not():
    assert [Presence(10, came).is_low for came in (6, 7)] == [True, False]
    assert Presence(10, 6).percent == 60


def test_nobody_is_called_where_nobody_was_asked():
    nobody = Presence(0, 0)
    assert (nobody.is_low, nobody.percent) == (False, None)


def test_the_percent_that_is_shown_agrees_with_the_alarm():
    """69.57 % would be rounded to 70 %, and nobody would understand the alarm."""
    presence = Presence(23, 16)
    assert (presence.is_low, presence.percent) == (True, 69)


def test_each_group_is_looked_at_by_itself():
    assert low_groups({"residents": Presence(10, 6), "all": Presence(15, 11)}) == ["residents"]


def test_a_committee_falls_in_meeting_four_and_is_well_in_meeting_five():
    """SC-7: 60 % of the residents in meeting 4, then the facilitator calls."""
    came = [10, 9, 8, 6, 9, 10]
    course = course_of([{"residents": Presence(10, each)} for each in came])
    assert (course.low, course.recovery_of) == ({3: ["residents"]}, {3: 4})


def test_it_is_not_well_while_another_group_stays_away():
    course = course_of(
        [
            {"residents": Presence(10, 6), "all": Presence(15, 11)},
            {"residents": Presence(10, 8), "all": Presence(15, 9)},
        ]
    )
    assert course.recovery_of == {}


@pytest.mark.parametrize(
    ("asked", "came", "error"), [(5, 6, ImpossibleCounts), (-1, 0, NegativeCount)]
)
def test_counts_that_cannot_be_are_refused(asked, came, error):
    with pytest.raises(error):
        Presence(asked, came)


@given(st.integers(0, 200), st.data())
def test_one_more_who_comes_never_raises_an_alarm(asked, data):
    came = data.draw(st.integers(0, max(asked - 1, 0)))
    more = min(came + 1, asked)
    assert Presence(asked, more).is_low <= Presence(asked, came).is_low


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=12))
def test_whatever_is_well_again_was_low_before(pairs):
    meetings = [{"all": Presence(max(pair), min(pair))} for pair in pairs]
    course = course_of(meetings)
    for fell, rose in course.recovery_of.items():
        assert fell in course.low
        assert rose > fell
        assert rose not in course.low
