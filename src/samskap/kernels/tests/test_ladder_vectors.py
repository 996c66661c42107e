import json

import pytest

from samskap.kernels.ladder import (
    Evidence,
    Pending,
    Phase,
    Rung,
    Strictness,
    cci_over_time,
    describe,
    differences,
    evidence_as_document,
    place,
    placement_as_document,
    recompute,
    tally,
)
from samskap.kernels.tests.ladder_vectors import DAY, START, VECTORS, T, Vector

every_vector = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)


def placed(vector: Vector):
    return place(tally(vector.rows()), vector.decisions(), vector.adoptions(), vector.facts)


@every_vector
def test_every_vector_stands_on_its_rung_with_its_index(vector):
    placement = placed(vector)

    assert (placement.rung.value, placement.provisional, placement.cci) == (
        vector.rung,
        vector.provisional,
        vector.cci,
    )


@every_vector
def test_counts_of_adopted_items_place_the_same_as_the_items(vector):
    by_count = place(
        tally(vector.rows()), vector.decisions(), vector.adoption_counts(), vector.facts
    )

    assert by_count == placed(vector)


@every_vector
def test_the_open_data_of_every_vector_recomputes_to_the_same_placement(vector):
    evidence = Evidence(
        rows=tuple(vector.rows()),
        decisions=tuple(vector.decisions()),
        adoptions=tuple(vector.adoptions()),
        facts=vector.facts,
        strictness=Strictness(),
        published=placement_as_document(placed(vector)),
    )
    sent = json.loads(json.dumps(evidence_as_document(evidence)))

    again = recompute(sent)

    assert again == placed(vector)
    assert differences(again, sent["placement"]) == ()
    assert f"CCI: {vector.cci:.2f} of 100" in describe(again).splitlines()[3]


@every_vector
def test_the_last_point_of_the_index_over_time_is_the_index(vector):
    moments = [START - DAY, START + 20 * DAY, START + 400 * DAY]

    before, _, after = cci_over_time(
        vector.rows(), vector.decisions(), vector.adoptions(), vector.facts, at=moments
    )

    assert (before.cci, before.contributions, before.problem_locked) == (0.0, 0, False)
    assert (after.cci, after.solution_locked) == (vector.cci, True)
    assert after.contributions == sum(bool(row.units) for row in vector.rows())


def test_each_phase_of_the_vectors_shows_its_own_rung():
    shown = {
        name: tuple(rung and rung.value for rung in placed(vector).rung_by_phase.values())
        for name, vector in T.items()
    }

    assert shown == {
        "T1": ("0", None, "1", None),
        "T2": ("0", "0", "2", None),
        "T3": ("0", "3", None, None),
        "T4": ("0", "0", None, None),
        "T5": ("4", "4", "4", None),
        "T6": ("4", "4", None, None),
        "T7": ("4", "4", "4", "4"),
        "T8": ("4", "4", None, None),
        "T9": ("self_organised", "self_organised", "self_organised", None),
    }


def test_what_would_lift_each_vector():
    lifts = {
        name: [(lift.code.value, lift.phase and lift.phase.value) for lift in placed(v).lifts]
        for name, v in T.items()
    }

    assert lifts == {
        "T1": [("input_answered", None)],
        "T2": [
            ("input_given", None),
            ("input_answered", None),
        ],
        "T3": [
            ("early_contribution", None),
            ("independent_parties", None),
            ("joint_decisions", "define"),
            ("joint_contributions", "define"),
        ],
        "T4": [("input_answered", None), ("input_before_solution_locked", None)],
        "T5": [],
        "T6": [("adoption_fidelity", None)],
        "T7": [],
        "T8": [],
        "T9": [],
    }


def test_a_committee_that_waits_for_the_council_is_provisional_and_says_why():
    placement = placed(T["T8"])

    assert placement.pending == (Pending.NOT_IMPLEMENTED_YET, Pending.FORMAL_DECISION_PENDING)


def test_the_evidence_of_the_vectors_is_enough():
    quality = {name: placed(vector).data_quality for name, vector in T.items()}

    assert quality == {
        "T1": 0.5,
        "T2": 0.6667,
        "T3": 1.0,
        "T4": 1.0,
        "T5": 1.0,
        "T6": 1.0,
        "T7": 1.0,
        "T8": 1.0,
        "T9": 0.6667,
    }
    assert all(placed(vector).enough_evidence for vector in VECTORS)


def test_the_terms_of_a_phase_add_up_to_its_points():
    terms = placed(T["T5"]).terms[Phase.DESIGN]

    assert (terms.contribution_share, terms.joint_contributions) == (0.6471, 0.7059)
    assert (terms.joint_decisions, terms.adopted_share, terms.answered_share) == (0.8889, 0.6, 1.0)
    assert terms.points == 26.6275


def test_a_rung_has_a_number_unless_it_stands_beside_the_ladder():
    assert [rung.number for rung in Rung] == [0, 1, 2, 3, 4, None]
