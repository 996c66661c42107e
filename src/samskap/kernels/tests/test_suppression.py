import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.errors import NegativeCount
from samskap.kernels.suppression import SMALLEST_SHOWN, Shown, hide_small

counts = st.dictionaries(st.text("abcdefgh", min_size=1), st.integers(0, 40), max_size=8)


@pytest.mark.parametrize(
    ("persons_of", "shown", "total"),
    [
        ({"a": 20, "b": 5}, {"a": 20, "b": 5}, 25),
        # 20 − 17 would tell b, so a second cell is hidden: the smallest one left.
        ({"a": 17, "b": 3, "c": 9}, {"a": 17, "b": None, "c": None}, 29),
        ({"a": 17, "b": 3}, {"a": None, "b": None}, 20),
        # two hidden cells are not enough where together they are still a small cell
        ({"a": 17, "b": 1, "c": 1, "d": 8}, {"a": 17, "b": None, "c": None, "d": None}, 27),
        ({"a": 17, "b": 4, "c": 4, "d": 8}, {"a": 17, "b": None, "c": None, "d": 8}, 33),
        ({"a": 17, "b": 0}, {"a": None, "b": None}, 17),
        ({"a": 7, "b": 2, "c": 7}, {"a": None, "b": None, "c": 7}, 16),
        ({"a": 3, "b": 1}, {"a": None, "b": None}, None),
        ({"a": 9}, {"a": 9}, 9),
        ({}, {}, None),
    ],
)
def test_small_cells_and_what_would_give_them_away(persons_of, shown, total):
    assert hide_small(persons_of) == Shown(shown, total)


def test_a_sensitive_dimension_asks_for_ten():
    persons_of = {"a": 30, "b": 9, "c": 12}

    assert hide_small(persons_of, sensitive=True).count_of == {"a": 30, "b": None, "c": None}
    assert hide_small(persons_of).hidden == 0


@given(persons_of=counts)
def test_nothing_small_is_shown_and_nothing_shown_is_changed(persons_of):
    shown = hide_small(persons_of)

    assert list(shown.count_of) == list(persons_of)
    for group, persons in shown.count_of.items():
        assert persons is None or persons == persons_of[group] >= SMALLEST_SHOWN


@given(persons_of=counts)
def test_the_total_gives_no_hidden_cell_away(persons_of):
    shown = hide_small(persons_of)

    if shown.total is None:
        assert shown.hidden == len(persons_of)
    else:
        assert shown.hidden != 1
        left_over = shown.total - sum(persons or 0 for persons in shown.count_of.values())
        assert left_over == 0 or left_over >= SMALLEST_SHOWN


def test_a_negative_count_is_refused():
    with pytest.raises(NegativeCount, match="b: -1 persons"):
        hide_small({"a": 3, "b": -1})
