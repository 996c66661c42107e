"""Properties of the ladder that hold for any ledger, not only for the test vectors."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samskap.kernels.ladder import (
    KINDS,
    Adoption,
    Beneficiary,
    Cap,
    Decision,
    Facts,
    FormalDecision,
    Mode,
    Pending,
    Phase,
    Row,
    Rung,
    Side,
    Strictness,
    cci_over_time,
    place,
    tally,
)
from samskap.kernels.tests.ladder_vectors import DAY, START, VECTORS

moments = st.integers(0, 200 * 24).map(lambda hours: START + timedelta(hours=hours))
phases = st.sampled_from(Phase)
waits = st.none() | st.integers(-2, 60).map(lambda days: days * DAY)


either_side = st.sampled_from(Side)


@st.composite
def a_row(draw, sides=either_side):
    at, wait = draw(moments), draw(waits)
    return Row(
        at=at,
        phase=draw(phases),
        side=draw(sides),
        actor_kind=draw(st.sampled_from(["resident", "association", "employee"])),
        party=draw(st.sampled_from("abcd")),
        kind=draw(st.sampled_from(sorted(KINDS))),
        units=draw(st.decimals(0, 20, places=1)),
        independent=draw(st.booleans()),
        beneficiary=draw(st.sampled_from(Beneficiary)),
        is_input=draw(st.booleans()),
        answered_at=None if wait is None else at + wait,
    )


decisions = st.builds(
    Decision, moments, phases, st.sampled_from(Mode), nonpublic_share=st.decimals(0, 1, places=2)
)
adoptions = st.builds(Adoption, moments, phases, st.booleans())
formal = st.integers(0, 10).flatmap(
    lambda n: st.builds(FormalDecision, st.booleans(), st.just(n), st.integers(0, n))
)
facts = st.builds(
    Facts,
    problem_locked_at=st.none() | moments,
    solution_locked_at=st.none() | moments,
    own_goal=st.booleans(),
    active_agreement_with_public=st.booleans(),
    formal=st.none() | formal,
    hearing_opened_at=st.none() | moments,
    preprogrammed=st.booleans(),
    displacement=st.booleans(),
)

# Anything at all, and the nine vectors, which reach the rungs that chance seldom does.
any_case = st.tuples(
    st.lists(a_row(), max_size=12),
    st.lists(decisions, max_size=5),
    st.lists(adoptions, max_size=5),
    facts,
)
vector_case = st.sampled_from([(v.rows(), v.decisions(), v.adoptions(), v.facts) for v in VECTORS])
cases = any_case | vector_case


def placed(rows, decided, adopted, told, strictness=None):
    return place(tally(rows), decided, adopted, told, strictness or Strictness())


def height(placement):
    """Beside the ladder is no height; it compares only with itself."""
    return placement.rung.number


@given(case=cases, phase=phases, at=moments)
def test_a_decision_by_the_public_side_alone_never_raises_rung_or_index(case, phase, at):
    rows, decided, adopted, told = case
    before = placed(*case)

    after = placed(rows, [*decided, Decision(at, phase, Mode.PUBLIC_ALONE)], adopted, told)

    if before.rung is Rung.SELF_ORGANISED:
        assert after.rung is Rung.SELF_ORGANISED
    else:
        assert height(after) <= height(before)
    assert after.cci <= before.cci
    assert (after.terms[phase].joint_decisions or 0) <= (before.terms[phase].joint_decisions or 0)


@given(case=cases, phase=phases, at=moments)
def test_a_decision_after_unanswered_input_never_raises_the_rung(case, phase, at):
    rows, decided, adopted, told = case
    before = placed(*case)

    unanswered = Decision(at, phase, Mode.PUBLIC_AFTER_INPUT_UNANSWERED)
    after = placed(rows, [*decided, unanswered], adopted, told)

    assert (height(after) or 0) <= (height(before) or 0)


@given(case=cases, chance=st.randoms(use_true_random=False))
def test_the_order_of_rows_decisions_and_adoptions_does_not_matter(case, chance):
    rows, decided, adopted, told = (list(part) if isinstance(part, list) else part for part in case)
    before = placed(*case)
    for part in (rows, decided, adopted):
        chance.shuffle(part)

    assert tally(rows) == tally(case[0])
    assert placed(rows, decided, adopted, told) == before


@given(case=cases, row=a_row(sides=st.just(Side.PUBLIC)))
def test_more_from_a_public_side_that_already_gives_half_never_raises(case, row):
    rows, decided, adopted, told = case
    of_phase = tally(rows).of[row.phase].units
    assume(of_phase[Side.PUBLIC] >= of_phase[Side.NON_PUBLIC])
    before = placed(*case)
    assume(before.rung is not Rung.SELF_ORGANISED)

    after = placed([*rows, row._replace(answered_at=None)], decided, adopted, told)

    assert height(after) <= height(before)
    assert after.cci <= before.cci


@given(case=cases, row=a_row(sides=st.just(Side.PUBLIC)))
def test_the_public_side_cannot_better_its_answer_rate_by_answering_itself(case, row):
    asked_itself = row._replace(is_input=True, answered_at=row.at)

    before, after = tally(case[0]), tally([*case[0], asked_itself])

    assert after.answers == before.answers


@given(case=cases, row=a_row(sides=st.just(Side.NON_PUBLIC)))
def test_an_input_without_an_answer_never_raises_the_answered_share(case, row):
    rows, *rest = case
    before = placed(*case).terms[row.phase].answered_share

    after = placed([*rows, row._replace(is_input=True, answered_at=None)], *rest)

    assert after.terms[row.phase].answered_share <= (before or 0)


@given(case=cases, times=st.integers(1, 1000))
def test_counting_every_unit_many_times_changes_nothing(case, times):
    rows, *rest = case
    scaled = [row._replace(units=row.units * times) for row in rows]

    before, after = placed(*case), placed(scaled, *rest)

    assert (after.rung, after.rung_by_phase, after.cci) == (
        before.rung,
        before.rung_by_phase,
        before.cci,
    )


@given(case=cases)
def test_the_index_is_between_0_and_100_and_is_the_sum_of_its_phases(case):
    placement = placed(*case)

    assert 0 <= placement.cci <= 100
    points = sum(terms.points for terms in placement.terms.values())
    assert placement.cci == pytest.approx(points, abs=0.006)


@given(case=cases)
def test_no_initiative_stands_above_its_lowest_cap(case):
    placement = placed(*case)

    for cap in placement.caps:
        assert height(placement) is not None
        assert height(placement) <= cap.at_most


@given(case=cases, hours=st.integers(1, 2000))
def test_a_hearing_after_the_solution_was_locked_leaves_rung_0(case, hours):
    *rest, told = case
    late = replace(told, solution_locked_at=START, hearing_opened_at=START + timedelta(hours=hours))

    placement = placed(*rest, late)

    assert placement.rung is Rung.NOT_CO_CREATION
    assert Cap.LATE_HEARING in placement.caps


@given(case=cases)
def test_only_rung_4_is_provisional_and_always_says_why(case):
    *_, told = case
    placement = placed(*case)

    assert placement.provisional == bool(placement.pending)
    if placement.provisional:
        assert placement.rung is Rung.EQUAL_PARTNERSHIP
    if placement.rung is Rung.EQUAL_PARTNERSHIP:
        is_pending = told.formal is not None and told.formal.pending
        assert (Pending.FORMAL_DECISION_PENDING in placement.pending) == is_pending


@given(case=cases)
def test_self_organised_means_that_no_public_unit_is_in_the_ledger(case):
    rows, *_, told = case
    counted, placement = tally(rows), placed(*case)
    public, others = counted.units(side=Side.PUBLIC), counted.units(side=Side.NON_PUBLIC)

    stands_beside = placement.rung is Rung.SELF_ORGANISED
    assert stands_beside == (
        public == 0 and others > 0 and not told.active_agreement_with_public and not placement.caps
    )


@given(case=cases)
def test_holding_everything_that_would_lift_it_is_all_of_the_next_rung(case):
    placement = placed(*case)

    if placement.next_rung is None:
        assert placement.lifts == ()
    else:
        assert placement.next_rung.number > height(placement)
        asked = [c for c in placement.conditions if c.rung is placement.next_rung]
        assert [c for c in asked if not c.held] == list(placement.lifts)


shares_at_least = {
    name: st.floats(least, 1)
    for name, least in {
        "joint_decisions": 0.5,
        "joint_contributions": 0.3,
        "joint_implementation": 0.2,
        "fidelity": 0.5,
        "answered": 0.5,
    }.items()
}


@given(
    case=cases,
    strictness=st.builds(Strictness, parties=st.integers(2, 12), **shares_at_least),
)
def test_a_stricter_municipality_never_places_higher(case, strictness):
    rows, decided, adopted, told = case
    usual, strict = placed(*case), placed(rows, decided, adopted, told, strictness)

    assert (height(strict) or 0) <= (height(usual) or 0)
    assert strict.cci == usual.cci


@given(case=cases, row=a_row())
def test_the_index_of_the_past_does_not_know_the_future(case, row):
    rows, decided, adopted, told = case
    then = START + 100 * DAY
    later = row._replace(at=then + DAY, answered_at=then + 2 * DAY)

    def index(rows):
        return cci_over_time(rows, decided, adopted, told, at=[START, then])

    assert index([*rows, later]) == index(rows)


@given(rows=st.lists(a_row(), max_size=12))
def test_a_tally_adds_up_to_its_rows(rows):
    counted = tally(iter(rows))

    assert counted.rows() == len(rows)
    assert counted.units() == sum((row.units for row in rows), Decimal(0))
    assert sum(counted.units(phase, side) for phase in Phase for side in Side) == counted.units()
