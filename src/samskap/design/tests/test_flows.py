"""A flow: where ribbons begin and end, and that words say what the picture shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.design import figures, flows
from samskap.design.tests.drawn import drawn, part_faults


def flow_of(used, left):
    """Some came in; some of it was used, the rest was not."""
    return {
        "id": "flow",
        "title": "What became of it",
        "unit": "contributions",
        "stages": [
            {"title": "Given", "parts": [{"key": "in", "label": "in all", "value": used + left}]},
            {
                "title": "Used",
                "parts": [
                    {"key": "used", "label": "used", "value": used, "tone": "ok"},
                    {"key": "left", "label": "not used", "value": left, "tone": "soft"},
                ],
            },
        ],
        "links": [("in", "used", used), ("in", "left", left)],
    }


def test_a_ribbon_begins_where_the_one_before_ended():
    laid = flows.lay_out(flow_of(30, 10))

    used, left = (bar for bar in laid["stages"][1]["bars"])
    assert laid["ribbons"][0]["path"].startswith("M0.00 0")
    assert laid["ribbons"][1]["path"].startswith(f"M{used['width']:.2f} 0")
    assert left["x"] == pytest.approx(used["width"] + flows.GAP)
    assert used["width"] / left["width"] == pytest.approx(3)


@given(used=st.integers(0, 10**6), left=st.integers(0, 10**6))
def test_no_bar_leaves_the_picture(used, left):
    laid = flows.lay_out(flow_of(used, left))

    assert all(
        bar["x"] >= 0 and bar["x"] + bar["width"] <= 100.001
        for stage in laid["stages"]
        for bar in stage["bars"]
    )
    assert len(laid["ribbons"]) == (used > 0) + (left > 0)


def test_table_and_file_say_the_same_as_the_picture():
    chart = flows.as_chart(flow_of(30, 10))

    assert figures.as_csv(chart) == (",contributions\nin all → used,30\nin all → not used,10\n")
    assert figures.table(chart)["rows"][1] == {"category": "in all → not used", "values": ["10"]}


def test_it_is_valid_html_and_shows_people_s_words_as_words():
    html = drawn("{% flow_chart flow %}", flow=flow_of(3, 1) | {"title": "<script>"})

    assert part_faults(html) == []
    assert "<script>" not in html
