import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.errors import NegativeCount
from samskap.kernels.rota_figures import (
    Cover,
    Held,
    OpenFor,
    cover_of,
    gini,
    minutes_open,
    top_share,
    weekly_hours,
)

HOURS = st.lists(st.integers(0, 500), min_size=1, max_size=30)
SOME_HOURS = HOURS.filter(any)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ([3, 3, 3, 3], 0.0),
        ([0, 0, 0, 12], 0.75),
        ([1, 2, 3, 4], 0.25),
        ([10], 0.0),
        ([0, 0], None),
        ([], None),
    ],
)
def test_gini_of_known_lists(hours, expected):
    assert gini(hours) == expected


@given(hours=SOME_HOURS, order=st.randoms(use_true_random=False))
def test_gini_knows_no_order_and_no_unit(hours, order):
    mixed = list(hours)
    order.shuffle(mixed)

    assert gini(mixed) == gini(hours) == gini([each * 60 for each in hours])


@given(hours=SOME_HOURS)
def test_gini_is_at_least_nothing_and_at_most_one_who_does_all(hours):
    assert 0 <= gini(hours) <= (len(hours) - 1) / len(hours)


@given(hours=SOME_HOURS)
def test_gini_is_the_mean_difference_by_twice_the_mean(hours):
    n = len(hours)
    difference = sum(abs(one - other) for one in hours for other in hours) / n**2

    assert gini(hours) == pytest.approx(difference / (2 * sum(hours) / n))


@given(hours=SOME_HOURS)
def test_the_top_share_lies_between_an_even_share_and_all(hours):
    assert 1 / len(hours) - 1e-12 <= top_share(hours) <= 1


def test_nobody_carries_anything_where_there_are_no_hours():
    assert top_share([]) is None
    assert top_share([0, 0]) is None


@pytest.mark.parametrize("figure", [gini, top_share])
def test_hours_below_zero_mean_nothing(figure):
    with pytest.raises(NegativeCount):
        figure([3, -1])


def test_the_library_covers_129_of_132_one_of_them_by_staff():
    shifts = [
        *[Held(places=2, came=2, staff_cover=0)] * 128,
        Held(places=2, came=2, staff_cover=1),
        *[Held(places=2, came=1, staff_cover=0)] * 2,
        Held(places=2, came=0, staff_cover=0),
    ]

    cover = cover_of(shifts)

    assert cover == Cover(planned=132, covered=129, by_staff=1)
    assert round(cover.share, 3) == 0.977
    assert round(cover.share_without_staff, 3) == 0.970


def test_nothing_planned_has_no_rate():
    assert cover_of([]).share is None
    assert cover_of([]).share_without_staff is None


def test_a_number_below_zero_means_nothing():
    with pytest.raises(NegativeCount):
        cover_of([Held(places=1, came=-1, staff_cover=0)])


def test_two_shifts_at_once_open_the_door_once():
    open_for = minutes_open([OpenFor(1, 0, 120), OpenFor(1, 60, 180), OpenFor(2, 0, 60)], [1, 2, 3])

    assert open_for == {1: 180, 2: 60, 3: 0}


def test_a_stretch_that_runs_backwards_means_nothing():
    with pytest.raises(NegativeCount):
        minutes_open([OpenFor(1, 60, 0)], [1])


STRETCHES = st.lists(
    st.builds(
        lambda week, start, length: OpenFor(week, start, start + length),
        st.integers(0, 3),
        st.integers(0, 300),
        st.integers(0, 200),
    ),
    max_size=20,
)


@given(stretches=STRETCHES)
def test_the_minutes_open_are_those_that_a_stretch_touches(stretches):
    touched = {
        week: len({m for s in stretches if s.week == week for m in range(s.start, s.end)})
        for week in range(4)
    }

    assert minutes_open(stretches, range(4)) == touched


def test_an_ordinary_week_is_the_one_in_the_middle():
    found = weekly_hours([2400] * 10 + [2190, 2100])

    assert (found.ordinary, round(found.average, 2), found.weeks) == (40.0, 39.29, 12)
    assert weekly_hours([]) is None
