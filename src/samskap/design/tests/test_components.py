import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from samskap.design import samples
from samskap.design.tests.drawn import drawn, part_faults

SLY = '<script>alert("1")</script>'
TODAY = date(2026, 5, 20)

# Every tag with text from people in every place that takes some.
EVERY_TAG = {
    "opening": "{% opening title=sly eyebrow=sly lead=sly lang='nb' %}{% endopening %}",
    "card": "{% card title=sly id='a' %}{% endcard %}",
    "tile": "{% tile tile %}",
    "breadcrumbs": "{% breadcrumbs crumbs %}",
    "stepper": "{% stepper phases %}",
    "facts": "{% facts pairs %}",
    "numbers": "{% numbers numbers %}",
    "timeline": "{% timeline events %}",
    "clock": "{% clock who=sly due_on=day today=day what=sly %}",
    "clock_line": "{% clock_line who=sly due_on=day today=day what=sly %}",
    "chip": "{% chip sly 'resident' speaks_for=sly note=sly url='/a' %}",
    "contribution": "{% contribution item %}",
    "frame_sheet": "{% frame_sheet sheet %}",
    "ladder": "{% ladder placement %}",
    "bar_chart": "{% bar_chart chart %}",
    "line_chart": "{% line_chart chart %}",
    "flow_chart": "{% flow_chart flow %}",
    "map_of": "{% map_of map %}",
    "sides_bar": "{% sides_bar shares label=sly %}",
    "empty_state": "{% empty_state title=sly why=sly action=sly url='/a' %}",
    "notice": "{% notice title=sly %}{% endnotice %}",
    "pager": "{% pager '/a' '/b' newer_label=sly older_label=sly %}",
    "dialog": "{% dialog id='d' title=sly opens=sly %}{% enddialog %}",
    "photo": "{% photo '/a.jpg' sly credit=sly %}",
    "post_button": "{% post_button '/a' sly confirm=sly name='n' value=sly %}",
}
FACTS = {
    "sly": SLY,
    "flow": {
        "id": "f",
        "title": SLY,
        "unit": SLY,
        "sentence": SLY,
        "stages": [{"title": SLY, "parts": [{"key": "a", "label": SLY, "value": 1}]}],
        "links": [],
    },
    "day": TODAY,
    "crumbs": [(SLY, "/a"), (SLY, "")],
    "phases": [{"title": SLY, "state": "now", "note": SLY, "url": "/a"}],
    "pairs": [(SLY, SLY), {"label": SLY, "value": SLY, "url": "/a", "note": SLY}],
    "numbers": [{"value": SLY, "label": SLY, "note": SLY}],
    "events": [{"at": TODAY, "title": SLY, "text": SLY, "who": SLY}],
    "tile": {
        "title": SLY,
        "url": "/a",
        "eyebrow": SLY,
        "text": SLY,
        "phase": SLY,
        "note": SLY,
        "picture": "/a.jpg",
        "picture_alt": SLY,
        "clock": {"who": SLY, "due_on": TODAY},
    },
    "item": {
        "title": SLY,
        "text": SLY,
        "kind": SLY,
        "author": {"name": SLY, "side": "resident", "speaks_for": SLY},
        "entered_by": SLY,
        "note": SLY,
        "fate": {"state": "not_used", "reason": SLY, "text": SLY, "by": SLY},
        "support": {"count": 1, "url": "/s", "is_mine": False},
    },
    "sheet": {name: [SLY] for name in ("open", "negotiable", "fixed")}
    | dict.fromkeys(("money", "law", "time", "who_decides"), SLY),
    "placement": {
        "rung": 3,
        "conditions": [{"held": True, "sentence": SLY, "link": SLY, "url": "/a"}],
        "lifts": [SLY],
        "caps": [SLY],
        "phases": [{"title": SLY, "rung": SLY}],
        "formula": SLY,
    },
    "chart": {
        "id": "c",
        "title": SLY,
        "sentence": SLY,
        "description": SLY,
        "unit": SLY,
        "source": SLY,
        "categories": [SLY, SLY],
        "series": [{"label": SLY, "values": [1, 2]}, {"label": SLY, "values": [None, 2]}],
    },
    "map": {
        "id": "m",
        "title": SLY,
        "geojson": samples.FJORDVIK,
        "items": [{"title": SLY, "text": SLY, "url": "/a", "lat": 59.6, "lng": 10.3}],
    },
    "shares": [("resident", 1), ("public", 3)],
}


@pytest.mark.parametrize("source", EVERY_TAG.values(), ids=EVERY_TAG.keys())
def test_what_people_wrote_is_shown_and_never_run(source):
    html = drawn(source, **FACTS)

    assert "<script>alert" not in html
    assert 'alert("1")' not in html.replace("&quot;", "'")
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("source", EVERY_TAG.values(), ids=EVERY_TAG.keys())
def test_every_component_is_valid_html(source):
    assert part_faults(drawn(source, **FACTS)) == []


@pytest.mark.parametrize(
    "source",
    [
        "{% tile thing %}",
        "{% contribution thing %}",
        "{% frame_sheet thing %}",
        "{% ladder thing %}",
        "{% clock %}",
        "{% clock_line %}",
        "{% stepper nothing %}",
        "{% facts nothing %}",
        "{% sides_bar nothing %}",
        "{% pager %}",
        "{% rung_badge %}",
    ],
)
def test_what_is_missing_is_not_shown(source):
    html = drawn(source, thing={}, nothing=[])

    assert part_faults(html) == []
    assert "None" not in html


def test_no_component_carries_style_or_script_of_its_own():
    for source in EVERY_TAG.values():
        html = drawn(source, **FACTS)
        opened = re.findall(r"<script[^>]*>", html)

        assert re.search(r"<[^>]* (style|on[a-z]+)=", html) is None
        assert all(" src=" in tag or 'type="application/json"' in tag for tag in opened)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"name": "Sara", "side": "resident"}, "Sara · resident, on own behalf"),
        (
            {"name": "Ola", "side": "association", "speaks_for": "Friends"},
            "Ola · for Friends (association)",
        ),
        ({"name": "Kari", "side": "employee"}, "Kari · employee of the municipality"),
        ({"name": "Cafe", "side": "business", "is_organisation": True}, "Cafe · business"),
        ({"name": "Ida", "side": "leader", "note": "hosts"}, "Ida · leader in the municipality"),
    ],
)
def test_a_chip_says_for_whom_one_speaks(facts, words):
    source = "{% chip name=name side=side speaks_for=speaks_for note=note is_organisation=org %}"
    known = {"speaks_for": "", "note": "", "org": facts.get("is_organisation", False)} | facts

    assert words in _text(drawn(source, **known))


def test_a_chip_of_somebody_without_a_name_says_the_kind_once():
    assert "·" not in _text(drawn("{% chip 'Resident' 'resident' %}"))


def _text(html: str) -> str:
    """The words of a bit of HTML."""
    words, is_in = [], False
    for sign in html:
        is_in = True if sign == "<" else is_in
        if not is_in:
            words.append(sign)
        is_in = False if sign == ">" else is_in
    return " ".join("".join(words).split())


def test_every_side_has_a_shape_of_its_own():
    kinds = [kind for kind, _count in samples.everything()["sides"]]
    chips = [drawn("{% side_chip kind 2 %}", kind=kind) for kind in kinds]
    names = {chip.split('class="shape ')[1].split()[0] for chip in chips}

    assert len(names) == len(kinds) == 7


def test_a_side_is_counted_in_words():
    assert "1 resident<" in drawn("{% side_chip 'resident' 1 %}")
    assert "31 residents<" in drawn("{% side_chip 'resident' 31 %}")
    assert "0 residents<" in drawn("{% side_chip 'resident' 0 %}")
    assert "Residents<" in drawn("{% side_chip 'resident' %}")


def test_a_fate_says_how_long_is_left():
    today = timezone.localdate()

    assert "· 6 days left" in drawn("{% fate 'waiting' days_left=6 %}")
    assert "· last day today" in drawn("{% fate 'waiting' due_on=day %}", day=today)
    assert "· 1 day late" in drawn("{% fate 'waiting' due_on=day %}", day=today - timedelta(days=1))
    assert _text(drawn("{% fate 'waiting' %}")) == "Waiting for an answer"
    assert _text(drawn("{% fate 'used' days_left=6 %}")) == "Used"


def test_a_contribution_shows_its_reason_and_its_giver():
    item = samples.contributions(TODAY)[3]

    words = _text(drawn("{% contribution item %}", item=item))

    assert "Not used" in words
    assert "Kari Moe · employee of the municipality" in words
    assert "Reason: Eight of ten visitors come on Friday afternoon." in words


def test_support_is_given_through_the_one_form_of_the_page():
    item = {"title": "A", "support": {"count": 2, "url": "/s", "is_mine": True, "form": "f"}}

    html = drawn("{% quiet_form 'f' %}{% contribution item %}", item=item, csrf_token="t" * 64)

    assert '<form id="f" method="post" hidden>' in html
    assert "csrfmiddlewaretoken" in html
    assert 'form="f" formaction="/s"' in html
    assert "Take back my support" in html
    assert "2 support it · you too" in html


@pytest.mark.parametrize(
    ("placement", "words"),
    [
        ({"rung": 4}, "Equal partnership"),
        ({"rung": 4, "is_provisional": True}, "Provisional."),
        ({"rung": 2, "has_enough_evidence": False}, "Not enough evidence yet."),
        ({"rung": 0}, "Not co-creation yet."),
        ({"rung": "self_organised", "invite_url": "/i"}, "Invite the municipality"),
        ({"rung": 3, "lifts": ["Decide together."]}, "What would lift it"),
    ],
)
def test_the_ladder_says_where_and_why(placement, words):
    html = drawn("{% ladder placement %}", placement=placement)

    assert words in html
    stands = placement["rung"] in (1, 2, 3, 4)
    assert html.count('aria-current="true"') == int(stands)


def test_what_is_the_same_in_every_phase_is_said_once():
    phases = [{"title": title, "rung": "Equal partnership"} for title in ("Define", "Design")]

    same = _text(drawn("{% ladder placement %}", placement={"rung": 4, "phases": phases}))
    unsure = {"rung": 4, "phases": phases, "has_enough_evidence": False}

    assert "The same in every phase: Equal partnership." in same
    assert "Phase by phase" not in same
    assert "Define" not in drawn("{% ladder placement %}", placement=unsure)


def test_what_speaks_for_a_rung_can_be_folded_and_what_is_missing_never_is():
    placement = samples.LADDERS[2][1]

    html = drawn("{% ladder placement is_open=False %}", placement=placement)

    folded, after = html.split("</details>")
    assert "3 conditions speak for it" in folded
    assert "Residents took part" in folded
    assert "9 of 40 units" in after


def test_a_folded_ladder_on_which_nobody_may_stand_shows_no_rungs():
    unsure = {"has_enough_evidence": False, "conditions": samples.CONDITIONS}
    source = "{% ladder placement is_open=False %}"

    nowhere = drawn(source, placement={"rung": "", **unsure})
    perhaps = drawn(source, placement={"rung": 2, **unsure})

    assert part_faults(nowhere) == part_faults(perhaps) == []
    assert "Not enough evidence yet." in nowhere
    assert "<ol" not in nowhere
    assert "9 of 40 units" in nowhere
    assert "perhaps here" in perhaps


def test_conditions_say_whether_they_held():
    html = drawn("{% ladder placement %}", placement=samples.LADDERS[2][1])

    held, missing = html.split("What is missing")
    assert "Residents took part" in held
    assert "9 of 40 units" in missing


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{% rung_badge 4 %}", "Rung 4 of 4: Equal partnership"),
        ("{% rung_badge '2' is_provisional=True %}", "Volunteers create for others, provisional"),
        ("{% rung_badge '' %}", "Not enough evidence yet"),
        ("{% rung_badge 3 has_enough_evidence=False %}", "Not enough evidence yet"),
        ("{% rung_badge 0 %}", "Not co-creation yet"),
        ("{% rung_badge 'self_organised' %}", "Self-organised"),
    ],
)
def test_a_badge_says_the_rung_in_words(source, words):
    assert words in _text(drawn(source))


def test_a_figure_has_a_title_a_sentence_a_table_and_a_file():
    html = drawn("{% bar_chart chart %}", chart=samples.CHARTS["grouped"])

    assert '<title id="figure-ages-title">Who took part, by age</title>' in html
    assert "The young took part more than their number would say." in html
    assert '<th scope="row">67 and over</th><td class="number">fewer than 5</td>' in html
    assert "Download as CSV" in html


def test_a_pin_that_stands_for_several_says_how_many():
    item = {"title": "Strand", "count": 3, "lat": 59.62, "lng": 10.36}
    shown = {"id": "m", "title": "Here", "legend": "A pin is an area.", "items": [item]}

    html = drawn("{% map_of map %}", map=shown)

    assert ">3</text>" in html
    assert ">Strand</text>" in html
    assert "A pin is an area.</p>" in html
    assert '"count": 3' in html


def test_a_map_has_an_outline_and_a_list():
    html = drawn("{% map_of map %}", map=samples.MAP)

    assert '<path class="outline" d="M' in html
    assert html.count('class="sketch__dot"') == 2
    assert "The library at Strand</a>" in html
    assert "data-tiles" not in html


def test_tiles_come_only_where_the_settings_say_so(settings):
    settings.MAP_TILES_URL = "https://tiles.example/{z}/{x}/{y}.png"
    settings.MAP_ATTRIBUTION = "© Example"

    html = drawn("{% map_of map %}", map=samples.MAP)

    assert 'data-tiles="https://tiles.example/{z}/{x}/{y}.png" data-attribution="© Example"' in html


def test_a_button_that_asks_once_more_says_what_will_happen():
    html = drawn("{% post_button '/x' 'Scrap it' tone='danger' confirm='It stops.' %}")

    assert '<summary class="button button--danger">Scrap it</summary>' in html
    assert "<p>It stops.</p>" in html
    assert '<form class="sure__form" method="post" action="/x">' in html


def test_a_tile_is_cut_down_to_what_is_known():
    words = _text(drawn("{% tile item level=2 %}", item={"title": "A quay", "url": "/q"}))

    assert words == "A quay"


def test_a_tile_says_two_sides_in_words_and_counts_the_others():
    item = {"title": "A", "phase": "Design", "step": 2}
    item["sides"] = [("resident", 31), ("association", None), ("public", 3)]
    item["sides"] += [("business", 1)]

    html = drawn("{% tile item %}", item=item)

    assert "31 residents</span>" in html
    assert "<span>Associations</span>" in html
    assert '<span aria-hidden="true">and 2 more</span>' in html
    assert '<span class="visually-hidden">3 from the municipality, </span>' in html
    assert '<span class="phase phase--2">Design</span>' in html
