import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from samskap.design import figures, samples

CHART = {
    "categories": ["a", "b"],
    "series": [
        {"label": "one", "side": "resident", "values": [3, None]},
        {"label": "two", "tone": "coral", "values": [1, 4]},
    ],
}
values = st.lists(
    st.tuples(*[st.one_of(st.none(), st.floats(0, 1e6)) for _ in range(3)]), min_size=1, max_size=6
)


def chart_of(rows, is_stacked):
    return {
        "categories": [str(at) for at in range(len(rows))],
        "series": [{"label": str(nth), "values": [row[nth] for row in rows]} for nth in range(3)],
        "is_stacked": is_stacked,
    }


def percent(share):
    assert share.endswith("%")
    return float(share[:-1])


@given(rows=values, is_stacked=st.booleans())
def test_no_bar_leaves_the_picture(rows, is_stacked):
    drawing = figures.bars(chart_of(rows, is_stacked))

    for line in drawing["lines"]:
        for bar in line["bars"]:
            assert percent(bar["x"]) + percent(bar["width"]) <= 100.03
            assert bar["y"] + drawing["bar"] <= drawing["height"]


@given(rows=values)
def test_a_stacked_bar_is_as_long_as_its_parts(rows):
    lines = figures.bars(chart_of(rows, is_stacked=True))["lines"]
    sums = [sum(value or 0 for value in row) for row in rows]
    most = max(sums) or 1

    for line, total in zip(lines, sums, strict=True):
        length = sum(percent(bar["width"]) for bar in line["bars"])
        assert abs(length - 100 * total / most) < 0.05


@given(rows=values)
def test_a_bar_of_shares_is_whole_and_says_its_sum(rows):
    chart = chart_of(rows, is_stacked=True) | {"is_shares": True, "unit": "units"}

    for line, row in zip(figures.bars(chart)["lines"], rows, strict=True):
        length = sum(percent(bar["width"]) for bar in line["bars"])
        assert abs(length - (100 if any(row) else 0)) < 0.05
        assert line["total"] == ("" if None in row else figures.shown(sum(row)))
        assert all(bar["number"].endswith("%") for bar in line["bars"] if bar["number"])


@given(rows=values)
def test_no_point_leaves_the_plot(rows):
    drawing = figures.lines(chart_of(rows, is_stacked=False))

    for curve in drawing["curves"]:
        for dot in curve["dots"]:
            assert 0 <= percent(dot["x"]) <= 100
            assert drawing["above"] <= dot["y"] <= drawing["above"] + drawing["plot"]


@given(most=st.floats(1e-3, 1e9))
def test_the_axis_ends_at_a_round_number_not_below_the_most(most):
    top = figures.round_top(most)

    assert most <= top <= 10 * most
    assert f"{top:e}"[0] in "125"


def test_a_sum_never_gives_a_hidden_part_away():
    lines = figures.bars(CHART)["lines"]

    assert [line["total"] for line in lines] == ["4", ""]


def test_a_hidden_value_is_a_gap_in_the_curve():
    chart = samples.CHARTS["line"]

    late = figures.lines(chart)["curves"][1]

    assert len(late["dots"]) == 4
    assert len(late["runs"]) == 1


def test_the_table_says_what_the_picture_shows():
    assert figures.table({**CHART, "hidden_word": "under 5"})["rows"] == [
        {"category": "a", "values": ["3", "1"]},
        {"category": "b", "values": ["under 5", "4"]},
    ]


def test_the_file_holds_the_numbers_as_they_are():
    rows = list(csv.reader(io.StringIO(figures.as_csv(CHART))))

    assert rows == [["", "one", "two"], ["a", "3", "1"], ["b", "", "4"]]


def test_an_empty_chart_is_drawn_as_nothing():
    empty = {"categories": [], "series": []}

    assert figures.bars(empty)["lines"] == []
    assert figures.lines(empty)["curves"] == []
    assert figures.lines(empty)["marks"] == []


def test_shares_fill_the_bar():
    laid = figures.shares([("resident", 30), ("association", 0), ("public", 10)])

    assert [(part["percent"], part["x"], part["width"]) for part in laid] == [
        (75, "0.00%", "75.00%"),
        (25, "75.00%", "25.00%"),
    ]
