"""A published draw is drawn again, and whatever was changed in its file comes to light."""

import json

import pytest

from samskap.kernels.errors import WrongDocument
from samskap.kernels.lot import (
    Entrant,
    Pool,
    Quota,
    UnknownValue,
    Way,
    commitment,
    draw,
    fingerprint,
    plan,
    seed_with,
)
from samskap.kernels.lot.document import FORMAT, describe, recompute

SECRET, DICE = "a secret that is long enough", "4 1 6 3 2"


@pytest.fixture
def document():
    """Draw from ten people in eight homes, and write all of it down, through JSON and back."""
    entrants = tuple(
        Entrant(f"p{n}", {"sex": "woman" if n < 4 else "man"}, f"h{n // 2}" if n < 4 else "")
        for n in range(10)
    )
    quotas = (Quota("sex", "woman", 1, 2), Quota("sex", "man", 2, 3))
    pool = Pool(4, quotas, entrants, one_per_household=True)
    lottery = plan(pool, Way.LEXIMIN, panels=40, seed=7)
    drawn = draw(lottery, seed_with(SECRET, DICE))
    told = {
        "format": FORMAT,
        "is_whole": True,
        "size": pool.size,
        "way": lottery.way,
        "formula": lottery.version,
        "bound": lottery.bound,
        "seed_of_plan": 7,
        "panels_asked": 40,
        "one_per_household": True,
        "quotas": [
            {"feature": q.feature, "value": q.value, "least": q.least, "most": q.most}
            for q in quotas
        ],
        "entrants": [
            {"code": one.key, "features": one.features, "household": one.household}
            for one in entrants
        ],
        "commitment": commitment(SECRET),
        "fingerprint": fingerprint(lottery.panels),
        "panels": lottery.panels,
        "secret": SECRET,
        "witnessed": DICE,
        "number": drawn.number,
        "panel": drawn.panel,
    }
    return json.loads(json.dumps(told))


def failed(document):
    return [check.what for check in recompute(document).checks if not check.holds]


def test_a_true_file_draws_the_same_panel_again(document):
    again = recompute(document)
    assert again.holds
    assert (again.number, list(again.panel)) == (document["number"], document["panel"])
    assert sum(again.chances.values()) == pytest.approx(4)
    said = describe(again).splitlines()
    assert said[0] == "yes  The secret is the one that was committed to"
    assert said[-2] == f"     Panel {again.number}: {' '.join(again.panel)}"
    assert len(said) == len(again.checks) + 2 == 12


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"secret": "another"}, "The secret is the one that was committed to"),
        ({"witnessed": "1 1 1 1 1"}, "The number is the one that was drawn"),
        ({"number": 41}, "The number is the one that was drawn"),
        ({"panel": ["p0", "p2", "p5", "p6"]}, "The panel is the one that was drawn"),
        ({"size": 3}, "Everybody in a panel is in the pool, once"),
        ({"bound": 0.9}, "No lottery gives the least likely more than was said"),
        ({"seed_of_plan": 8}, "The panels are those that lot 1.0 works out"),
    ],
)
def test_what_was_changed_comes_to_light(document, change, wrong):
    assert wrong in failed(document | change)


def test_panels_that_were_put_in_another_order_come_to_light(document):
    document["panels"].reverse()
    assert "The panels are those that were sealed" in failed(document)


def test_a_panel_that_breaks_a_rule_comes_to_light(document):
    document["panels"][0] = ["p0", "p1", "p2", "p4"]  # p0 and p1 share a home; three women
    wrong = failed(document)
    assert "sex, woman: 1 to 2 in every panel" in wrong
    assert "No two of one household are in a panel" in wrong
    document["panels"][0] = ["p0", "stranger", "p4", "p5"]
    assert "Everybody in a panel is in the pool, once" in failed(document)


def test_the_public_file_is_checked_as_far_as_it_tells(document):
    for one in document["entrants"]:
        one["features"] = {}
        del one["household"]
    again = recompute(document | {"is_whole": False, "bound": None})
    assert again.holds
    assert len(again.checks) == 5


def test_quotas_that_no_panel_keeps_are_said_to_be_wrong(document):
    document["quotas"][0] |= {"least": 3, "most": 3}
    assert "There are panels that keep all quotas" in failed(document)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "another/1"}, "format is 'another/1'; it must be"),
        ({"panels": []}, "panels is []; it must be"),
        ({"panels": [["p0", 1]]}, "panels is [['p0', 1]]; it must be"),
        ({"panel": "p0"}, "panel is 'p0'; it must be"),
        ({"panel": None}, "panel is None; it must be"),
        ({"size": "4"}, "size is '4'; it must be a whole number"),
        ({"entrants": [{"code": "p0"}]}, "entrants[0].features is missing"),
    ],
)
def test_a_file_of_another_sort_is_refused_with_its_place(document, change, words):
    with pytest.raises(WrongDocument) as refusal:
        recompute(document | change)
    assert str(refusal.value).startswith(words)


def test_before_the_draw_there_is_nothing_to_work_out(document):
    for key in ("panels", "secret", "witnessed", "number", "panel"):
        with pytest.raises(WrongDocument, match=f"{key} is missing"):
            recompute({name: told for name, told in document.items() if name != key})


def test_a_value_without_a_quota_is_refused(document):
    document["entrants"][0]["features"]["sex"] = "unknown"
    with pytest.raises(UnknownValue):
        recompute(document)
