"""From an open pool to a panel that anybody can check."""

import pytest

from samskap.kernels import lot as kernel
from samskap.kernels.lot import document as lot_document
from samskap.lottery.actions import drawing, planning, replacing
from samskap.lottery.cards import relaxation_of
from samskap.lottery.errors import AnotherMustType, NotAtThisStep
from samskap.lottery.models import Lot, State
from samskap.lottery.publishing import document_of
from samskap.lottery.queries import result_of, round_of
from samskap.testing.factories.lottery import (
    DICE,
    committed,
    drawn,
    filled,
    planned,
    steward_of,
    witness,
)

pytestmark = pytest.mark.django_db


def test_two_people_type_the_numbers_and_then_the_panel_is_drawn_once():
    lot = committed()
    first, second = steward_of(lot), witness(lot)

    drawing.type_numbers(lot=lot, by=first, typed="4, 1, 6, 3, 2")
    with pytest.raises(AnotherMustType):
        drawing.type_numbers(lot=lot, by=first, typed=DICE)
    assert result_of(lot) is None
    drawing.type_numbers(lot=lot, by=second, typed=DICE)
    with pytest.raises(NotAtThisStep):
        drawing.type_numbers(lot=lot, by=second, typed=DICE)

    lot.refresh_from_db()
    result, found = result_of(lot), round_of(lot)
    number = kernel.number_of(kernel.seed_with(found.secret, DICE), len(found.panels))
    assert (lot.state, found.drawn_number, result.numbers) == (State.DRAWN, number, (number,))
    assert [each.code for each in result.panel] == [
        found.codes[place] for place in found.panels[number - 1]
    ]


def test_the_panel_keeps_every_target():
    found = round_of(drawn())

    kept = [
        value["least"]
        <= sum(each.features[feature["title"]] == value["title"] for each in found.panel.all())
        <= value["most"]
        for feature in found.features
        for value in feature["values"]
    ]
    assert kept == [True] * 6


def test_other_numbers_of_the_second_let_both_begin_again():
    lot = committed()
    drawing.type_numbers(lot=lot, by=steward_of(lot), typed=DICE)

    found = drawing.type_numbers(lot=lot, by=witness(lot), typed="4 1 6 3 3")

    assert (found.typed, found.typed_by, found.drawn_at) == ("", None, None)


def test_the_published_file_draws_the_same_panel_again():
    found = round_of(drawn())
    document = document_of(found)

    redrawn = lot_document.recompute(document)
    changed = document | {"witnessed": "1 1 1 1 1"}

    assert redrawn.holds
    assert redrawn.number == found.drawn_number
    assert not lot_document.recompute(changed).holds


def test_before_the_draw_the_file_holds_what_is_sealed_and_nothing_of_the_secret():
    found = round_of(committed())

    document = document_of(found)

    assert document["commitment"] == kernel.commitment(found.secret)
    assert "secret" not in document
    assert "panels" not in document


def test_the_stewards_file_works_the_panels_out_again():
    lot = drawn()

    redrawn = lot_document.recompute(document_of(round_of(lot), list(lot.entrants.all())))

    assert redrawn.holds
    assert redrawn.checks[-1].what.endswith("works out")


def test_targets_that_cannot_be_kept_are_widened_by_one_press():
    lot = filled(8)
    for each in lot.entrants.all():
        each.features["Works shifts"] = "No"
        each.save()

    planned(lot)
    found = round_of(lot)
    assert (lot.state, found.panels) == (State.CLOSED, [])
    assert relaxation_of(found) == [
        "“No” (Works shifts): let up to 4 be drawn, instead of 3.",
        "“Yes” (Works shifts): let 0 be enough, instead of at least 1.",
    ]
    planning.accept_relaxation(lot=lot, by=steward_of(lot))
    planning.work_out(round_of(lot))

    lot.refresh_from_db()
    assert (lot.state, lot.features[2]["values"][0]["least"]) == (State.PLANNED, 0)
    with pytest.raises(NotAtThisStep):
        planning.accept_relaxation(lot=lot, by=steward_of(lot))


def test_who_leaves_is_replaced_within_the_same_targets():
    lot = drawn()
    gone = result_of(lot).panel[0]
    by = steward_of(lot)
    replacing.leave(entrant=gone, by=by, because="Moved away")
    assert result_of(lot).empty == 1

    replacing.replace(lot=lot, by=by)
    planning.plan(lot=lot, by=by)
    planning.work_out(round_of(lot))
    lot = drawn(committed(Lot.objects.get(pk=lot.pk)))

    result = result_of(lot)
    ages = [each.features["Age"] for each in result.panel]
    assert (len(result.panel), result.empty, len(result.numbers)) == (4, 0, 2)
    assert gone not in result.panel
    assert 1 <= ages.count("16–39") <= 3
