import json

import pytest

from samskap.kernels.dominance import Judgement, Voice, tally
from samskap.kernels.dominance_document import as_document, describe, recompute, without_few
from samskap.kernels.errors import WrongDocument


def counted(alone=20):
    people = [Voice(f"person {n}", 1 + (n % 3) * 2 / 10) for n in range(alone)]
    guests = [Voice(f"guest {n}", 2, "villages") for n in range(10)]
    return tally([Voice("director", "5.4", "operator", 6), *guests, *people])


def test_a_file_says_the_same_when_it_is_counted_again():
    document = json.loads(json.dumps(as_document(counted())))

    again = recompute(document)

    assert again.holds
    assert again.found.judgement is Judgement.DOMINATED
    assert document["published"]["top_key"] == "villages"
    assert "One interest dominates" in describe(again)
    assert "As published" in describe(again)


def test_a_figure_that_was_put_right_by_hand_is_found():
    document = as_document(counted())
    document["published"]["top"] = 0.12

    assert not recompute(document).holds


@pytest.mark.parametrize("alone", [1, 4])
def test_what_fewer_than_five_people_said_is_not_in_the_file_and_cannot_be_worked_out(alone):
    document = as_document(counted(alone))
    more = as_document(counted(alone=20))

    assert document["alone"] is None
    assert (document["persons"], document["units"]) == (None, more["units"])
    says, says_more = document["published"], more["published"]
    hidden = [name for name in says if says[name] is None and says_more[name] is not None]
    assert hidden == ["units", "speakers", "h", "h_star", "top", "undeclared"]
    assert without_few(document) == document
    with pytest.raises(WrongDocument, match="fewer than five people"):
        recompute(document)


def test_a_file_says_where_it_is_wrong():
    document = as_document(counted())
    document["units"][0]["persons"] = -1

    with pytest.raises(WrongDocument, match=r"units\[0\].persons is -1"):
        recompute(document)
