"""Shapes are measured and cleaned right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.places.errors import BorderCrossesItself, BorderHasTooFewPoints, NotOnEarth
from samskap.places.geometry import Box, box_of, clean, contains, inner_point, refuse_crossing

SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
HOLE = [[4, 4], [4, 6], [6, 6], [6, 4], [4, 4]]
HORSESHOE = [[0, 0], [9, 0], [9, 9], [7, 9], [7, 2], [2, 2], [2, 9], [0, 9], [0, 0]]

inside = st.floats(0.01, 9.99)


def test_a_hole_is_outside():
    assert contains([[SQUARE, HOLE]], 1, 1)
    assert not contains([[SQUARE, HOLE]], 5, 5)


def test_any_of_several_islands_is_inside():
    island = [[lng + 20, lat] for lng, lat in SQUARE]

    assert contains([[SQUARE], [island]], 25, 5)
    assert not contains([[SQUARE], [island]], 15, 5)


@given(lng=inside, lat=inside, turn=st.integers(0, 3))
def test_where_a_ring_begins_does_not_matter(lng, lat, turn):
    corners = SQUARE[:-1]
    turned = [*corners[turn:], *corners[:turn], corners[turn]]

    assert contains([[turned]], lng, lat)


@given(lng=st.floats(-180, 180), lat=st.floats(-90, 90))
def test_whatever_is_inside_is_in_the_box(lng, lat):
    if contains([[HORSESHOE]], lng, lat):
        assert 0 <= lng <= 9
        assert 0 <= lat <= 9


def test_a_shape_is_closed_rounded_and_freed_of_slivers():
    open_ring = [[14.12345678, 67], [15, 67], [15, 67], [15, 68]]

    assert clean([[open_ring, [[14, 67], [14, 67]]], [[[1, 1], [2, 2]]]]) == [
        [[[14.123457, 67.0], [15.0, 67.0], [15.0, 68.0], [14.123457, 67.0]]]
    ]


def test_two_points_are_no_area():
    with pytest.raises(BorderHasTooFewPoints):
        clean([[[[1, 1], [2, 2]]]])


def test_metres_are_not_degrees():
    with pytest.raises(NotOnEarth) as refusal:
        clean([[[[473_000, 7_463_000], [474_000, 7_463_000], [474_000, 7_464_000]]]])

    assert str(refusal.value).startswith("473000, 7463000 is not a place on earth.")


def test_a_bow_tie_crosses_itself_and_a_square_does_not():
    refuse_crossing([[SQUARE, HOLE]])

    with pytest.raises(BorderCrossesItself):
        refuse_crossing([[[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]]])


def test_the_mark_of_a_horseshoe_lies_in_it():
    lng, lat = inner_point([[HORSESHOE]])

    assert contains([[HORSESHOE]], lng, lat)


def test_the_box_is_as_small_as_can_be():
    assert box_of([[HORSESHOE], [[[20, -1], [21, -1], [21, 0], [20, -1]]]]) == Box(0, -1, 21, 9)
