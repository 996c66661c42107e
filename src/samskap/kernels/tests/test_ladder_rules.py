"""Each rule of the placement that no vector shows, one by one."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from samskap.kernels.errors import (
    ImpossibleCounts,
    KernelError,
    LooserThanTheFormula,
    NegativeCount,
    NotAShare,
    NoTimeZone,
    UnknownWord,
)
from samskap.kernels.ladder import (
    KINDS,
    AdoptionCount,
    AnswerCount,
    Beneficiary,
    Cap,
    Cell,
    ConditionCode,
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
    Tally,
    cci_over_time,
    place,
    tally,
    units_of,
)
from samskap.kernels.ladder.numbers import rounded
from samskap.kernels.tests.ladder_vectors import DAY, PROBLEM_LOCKED_AT, START, T

NAIVE = datetime(2026, 3, 1)  # noqa: DTZ001


def resident(kind="idea", **told):
    return Row(
        **{
            "at": START,
            "phase": Phase.DESIGN,
            "side": Side.NON_PUBLIC,
            "actor_kind": "resident",
            "party": "ada",
            "kind": kind,
            "units": Decimal(1),
            **told,
        }
    )


def placed(vector, **changed):
    facts = replace(vector.facts, **changed)
    return place(tally(vector.rows()), vector.decisions(), vector.adoptions(), facts)


def condition(placement, code, phase=None):
    return next(c for c in placement.conditions if (c.code, c.phase) == (code, phase))


def test_an_empty_initiative_stands_on_0_without_evidence():
    placement = place(Tally(), [], [], Facts())

    assert (placement.rung, placement.cci) == (Rung.NOT_CO_CREATION, 0.0)
    assert (placement.data_quality, placement.enough_evidence) == (0.0, False)
    assert set(placement.rung_by_phase.values()) == {None}


def test_a_tally_can_be_made_from_sums_that_a_database_keeps():
    vector = T["T3"]
    kept = Tally(
        cells=(
            Cell(Phase.DEFINE, Side.PUBLIC, "employee", "draft", Beneficiary.COMMUNITY, 5, 5),
            Cell(Phase.DESIGN, Side.PUBLIC, "employee", "draft", Beneficiary.COMMUNITY, 6, 6),
            Cell(Phase.DESIGN, Side.NON_PUBLIC, "resident", "idea", Beneficiary.COMMUNITY, 20, 20),
            Cell(Phase.DESIGN, Side.NON_PUBLIC, "resident", "idea", Beneficiary.SELF, 4, 4),
        ),
        answers={Phase.DESIGN: AnswerCount(inputs=10, answered_in_30_days=8)},
        first_contribution_at=START + 41 * DAY,
        first_input_at=START + 41 * DAY,
    )

    placement = place(kept, vector.decisions(), vector.adoption_counts(), vector.facts)

    assert placement == placed(vector)


def test_support_is_nobodys_contribution():
    counted = tally([resident("support", units=Decimal(0), independent=True)])

    assert counted.first_contribution_at is None
    assert counted.independent_parties == 0
    assert counted.rows() == 1


@pytest.mark.parametrize(("others", "held"), [(["bo"], True), ([], False)])
def test_two_independent_parties_are_just_enough(others, held):
    rows = [resident(party=party, independent=True) for party in ["ada", *others]]

    placement = place(tally(rows), [], [], Facts())

    assert condition(placement, ConditionCode.INDEPENDENT_PARTIES).held == held


def test_an_idea_in_implement_is_work_in_progress_and_no_input_to_the_solution():
    late_idea = resident(phase=Phase.IMPLEMENT, is_input=True, answered_at=START + DAY)
    no_agreement = resident(side=Side.PUBLIC, phase=Phase.IMPLEMENT, units=Decimal(99))

    counted = tally([late_idea, no_agreement])
    placement = place(counted, [], [], Facts())

    assert counted.first_input_at is None
    assert not condition(placement, ConditionCode.INPUT_GIVEN).held
    assert placement.rung_by_phase[Phase.IMPLEMENT] is Rung.NOT_CO_CREATION


def test_an_idea_without_units_is_no_input():
    placement = place(tally([resident(units=Decimal(0))]), [], [], Facts())

    assert not condition(placement, ConditionCode.INPUT_GIVEN).held


def test_evidence_is_phases_with_a_contribution_and_a_decision_of_those_where_anything_happened():
    rows = [resident(), resident("support", phase=Phase.DEFINE, units=Decimal(0))]
    decided = [Decision(START, phase, Mode.DELEGATED) for phase in (Phase.DEFINE, Phase.DESIGN)]
    adopted = {Phase.DRIVE: AdoptionCount(adopted=1, by_nonpublic=1)}

    placement = place(tally(rows), decided, adopted, Facts())

    assert placement.data_quality == 0.3333  # design, of define, design and drive
    assert not placement.enough_evidence


@pytest.mark.parametrize(
    ("number", "people_write"), [(Fraction(1, 8), 0.13), (Fraction(3, 8), 0.38), (Fraction(2), 2.0)]
)
def test_halves_are_rounded_up(number, people_write):
    assert rounded(number, 2) == people_write


def test_a_party_counts_once_and_only_for_what_it_gave_freely():
    counted = tally(
        [
            resident(party="ada", independent=True),
            resident(party="ada", independent=True, phase=Phase.DEFINE),
            resident(party="bo"),
            resident(party="town hall", independent=True, side=Side.PUBLIC),
        ]
    )

    assert counted.independent_parties == 1


@pytest.mark.parametrize(("days", "in_time"), [(-1, 0), (0, 1), (30, 1), (31, 0)])
def test_an_answer_counts_from_the_input_to_thirty_days_after(days, in_time):
    counted = tally([resident(is_input=True, answered_at=START + days * DAY)])

    assert counted.answers == {Phase.DESIGN: AnswerCount(1, in_time)}


def test_a_tally_tells_units_by_phase_side_actor_and_kind():
    counted = tally(
        [
            resident("comment", units=Decimal("0.2")),
            resident("comment", units=Decimal("0.2"), actor_kind="association"),
            resident("idea", side=Side.PUBLIC, actor_kind="employee"),
        ]
    )

    assert counted.units(Phase.DESIGN, Side.NON_PUBLIC) == Decimal("0.4")
    assert counted.units(actor_kind="association") == Decimal("0.2")
    assert (counted.rows(kind="comment"), counted.rows(Phase.DRIVE)) == (2, 0)


def test_the_problem_locked_first_is_too_late_for_an_equal_partnership():
    placement = placed(T["T5"], problem_locked_at=START)

    early = condition(placement, ConditionCode.EARLY_CONTRIBUTION)
    assert (placement.rung, early.held) == (Rung.INPUT_TO_SOLUTIONS, False)
    assert early.facts == {"first_at": START + DAY, "locked_at": START}
    assert placement.lifts == (early,)


def test_a_problem_that_is_not_locked_yet_is_open_to_all():
    assert placed(T["T5"], problem_locked_at=None).rung is Rung.EQUAL_PARTNERSHIP


def test_without_a_formal_decision_an_equal_partnership_needs_none():
    placement = placed(T["T7"], formal=None)

    assert (placement.rung, placement.provisional) == (Rung.EQUAL_PARTNERSHIP, False)


def test_a_formal_decision_to_which_nothing_was_recommended_has_no_fidelity():
    placement = placed(T["T7"], formal=FormalDecision(pending=False, recommended=0))

    assert placement.rung is Rung.INPUT_TO_SOLUTIONS
    assert condition(placement, ConditionCode.ADOPTION_FIDELITY).facts["fidelity"] is None


def test_a_decision_in_implement_without_work_leaves_it_provisional():
    vector = T["T8"]
    began = Decision(START + 90 * DAY, Phase.IMPLEMENT, Mode.JOINT_CONSENSUS)

    placement = place(
        tally(vector.rows()), [*vector.decisions(), began], vector.adoptions(), vector.facts
    )

    assert placement.rung is Rung.EQUAL_PARTNERSHIP
    assert Pending.NOT_IMPLEMENTED_YET in placement.pending


def test_implementing_alone_is_no_equal_partnership():
    vector = T["T8"]
    alone = resident("work", phase=Phase.IMPLEMENT, side=Side.PUBLIC, units=Decimal(9))

    placement = place(
        tally([*vector.rows(), alone]), vector.decisions(), vector.adoptions(), vector.facts
    )

    assert placement.rung is Rung.INPUT_TO_SOLUTIONS
    assert not condition(placement, ConditionCode.JOINT_IMPLEMENTATION, Phase.IMPLEMENT).held


@pytest.mark.parametrize(
    ("fact", "cap", "rung"),
    [
        ({"preprogrammed": True}, Cap.PREPROGRAMMED, Rung.INPUT_TO_SOLUTIONS),
        ({"displacement": True}, Cap.DISPLACEMENT, Rung.VOLUNTEER_COPRODUCTION),
        ({"solution_locked_at": START, "hearing_opened_at": START + DAY}, Cap.LATE_HEARING,
         Rung.NOT_CO_CREATION),
    ],
)  # fmt: skip
def test_a_cap_keeps_an_equal_partnership_down(fact, cap, rung):
    placement = placed(T["T5"], **fact)

    assert (placement.rung, placement.caps) == (rung, (cap,))
    assert placement.rung_before_caps is Rung.EQUAL_PARTNERSHIP
    assert not placement.provisional


def test_a_hearing_that_opened_in_time_makes_no_cap():
    assert placed(T["T3"]).caps == ()


def test_in_the_very_moment_of_the_lock_a_hearing_is_in_time_but_a_contribution_is_not_before():
    moment = START + DAY  # of the committee's first contribution
    hearing = placed(T["T3"], solution_locked_at=moment, hearing_opened_at=moment)
    committee = placed(T["T5"], problem_locked_at=moment)

    assert (hearing.rung, hearing.caps) == (Rung.INPUT_TO_SOLUTIONS, ())
    assert not condition(committee, ConditionCode.EARLY_CONTRIBUTION).held


@pytest.mark.parametrize(("adopted", "rung"), [(5, "4"), (4, "3")])
def test_half_of_the_recommendations_is_just_enough(adopted, rung):
    formal = FormalDecision(pending=False, recommended=10, adopted=adopted)

    assert placed(T["T5"], formal=formal).rung.value == rung


@pytest.mark.parametrize(("share", "held"), [("0.75", True), ("0.76", False), ("0.25", True)])
def test_a_quarter_of_the_votes_for_either_side_is_just_enough(share, held):
    vote = Decision(START, Phase.DESIGN, Mode.JOINT_VOTE, Decimal(share))

    placement = place(Tally(), [vote], [], Facts())

    assert condition(placement, ConditionCode.JOINT_DECISIONS, Phase.DESIGN).held == held


@pytest.mark.parametrize(("public", "held"), [(17, True), (18, False)])
def test_fifteen_percent_of_the_units_for_either_side_is_just_enough(public, held):
    rows = [resident(units=Decimal(3)), resident(side=Side.PUBLIC, units=Decimal(public))]

    placement = place(tally(rows), [], [], Facts())

    assert condition(placement, ConditionCode.JOINT_CONTRIBUTIONS, Phase.DESIGN).held == held


def test_a_late_hearing_marks_design_and_after_but_not_define():
    placement = placed(
        T["T5"], solution_locked_at=PROBLEM_LOCKED_AT, hearing_opened_at=PROBLEM_LOCKED_AT + DAY
    )

    assert [rung and rung.value for rung in placement.rung_by_phase.values()] == [
        "4",
        "0",
        "0",
        None,
    ]


def test_input_given_after_the_solution_was_locked_is_too_late_for_rung_3():
    vector = T["T3"]
    told = {"solution_locked_at": START + 30 * DAY, "hearing_opened_at": None}
    placement = placed(vector, **told)

    assert placement.rung is Rung.NOT_CO_CREATION
    assert placement.caps == ()  # nobody opened a hearing; it is the condition that fails
    assert condition(placement, ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED).facts == {
        "opened_at": START + 41 * DAY,
        "locked_at": START + 30 * DAY,
    }


def test_citizens_with_an_agreement_are_on_the_ladder():
    assert placed(T["T9"], active_agreement_with_public=True).rung is Rung.VOLUNTEER_COPRODUCTION


def test_residents_who_answer_a_late_hearing_are_not_self_organised():
    placement = placed(T["T9"], solution_locked_at=START - 2 * DAY, hearing_opened_at=START - DAY)

    assert placement.rung is Rung.NOT_CO_CREATION


def test_work_by_the_public_side_is_not_volunteering():
    rows = [
        resident(),
        resident("work", side=Side.PUBLIC, units=Decimal(5)),
    ]

    placement = place(tally(rows), [], [], Facts(active_agreement_with_public=True))

    assert placement.rung is Rung.NOT_CO_CREATION
    assert condition(placement, ConditionCode.WORK_FOR_OTHERS).facts == {"units": 0.0}
    assert placement.next_rung is Rung.VOLUNTEER_COPRODUCTION


def test_two_lopsided_decisions_do_not_make_a_balanced_one():
    ways = [Decision(START, Phase.DEFINE, mode) for mode in (Mode.DELEGATED, Mode.PUBLIC_ALONE)]

    assert place(Tally(), ways, [], Facts()).terms[Phase.DEFINE].joint_decisions == 0.0


def test_the_index_falls_with_an_input_and_rises_with_its_answer():
    rows = [
        resident(),
        resident(is_input=True, at=START + DAY, answered_at=START + 3 * DAY),
        resident(side=Side.PUBLIC, units=Decimal(2)),
    ]

    points = cci_over_time(rows, [], [], Facts(), at=[START + n * DAY for n in range(5)])

    assert [point.cci for point in points] == [5.0, 7.5, 7.5, 12.0, 12.0]
    assert [point.contributions for point in points] == [2, 3, 3, 3, 3]


def test_moments_must_rise():
    with pytest.raises(KernelError, match="must rise"):
        cci_over_time([], [], [], Facts(), at=[START, START])


@pytest.mark.parametrize(
    ("kind", "amount", "units"),
    [
        ("idea", 1, "1"),
        ("story", 1, "1"),
        ("comment", 3, "0.6"),
        ("support", 100, "0"),
        ("decision", 1, "0"),
        ("work", 1.5, "0.75"),
        ("work", Fraction(1, 3), "0.1667"),
        ("money", 2500, "2.5"),
        ("money", 1_000_000, "20"),
        ("premises", 4, "4"),
        ("equipment", 365, "10"),
        ("competence", 2, "4"),
    ],
)
def test_what_a_contribution_is_worth(kind, amount, units):
    assert units_of(kind, amount) == Decimal(units)


def test_every_kind_is_worth_its_units_and_no_less_than_nothing():
    assert {kind: units_of(kind) for kind in KINDS if units_of(kind) != 1} == {
        "comment": Decimal("0.2"),
        "support": 0,
        "vote": 0,
        "decision": 0,
        "work": Decimal("0.5"),
        "money": Decimal("0.001"),
        "competence": 2,
    }


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: units_of("applause"), UnknownWord),
        (lambda: units_of("work", -1), NegativeCount),
        (lambda: units_of("work", float("nan")), KernelError),
        (lambda: units_of("work", Decimal("Infinity")), KernelError),
        (lambda: Decision(START, Phase.DESIGN, Mode.JOINT_VOTE), NotAShare),
        (lambda: Decision(START, Phase.DESIGN, Mode.JOINT_VOTE, 1.1), NotAShare),
        (lambda: Decision(NAIVE, Phase.DESIGN, Mode.DELEGATED), NoTimeZone),
        (lambda: Facts(problem_locked_at=NAIVE), NoTimeZone),
        (lambda: Tally(first_input_at=NAIVE), NoTimeZone),
        (lambda: Tally(independent_parties=-1), NegativeCount),
        (lambda: AdoptionCount(adopted=1, by_nonpublic=2), ImpossibleCounts),
        (lambda: AdoptionCount(adopted=1, by_nonpublic=-1), NegativeCount),
        (lambda: AnswerCount(inputs=1, answered_in_30_days=2), ImpossibleCounts),
        (lambda: AnswerCount(inputs=1, answered_in_30_days=-1), NegativeCount),
        (lambda: FormalDecision(False, recommended=1, adopted=2), ImpossibleCounts),
        (lambda: FormalDecision(False, recommended=1, adopted=-1), NegativeCount),
        (lambda: tally([resident(units=-1)]), NegativeCount),
        (lambda: tally([resident(phase="dream")]), UnknownWord),
        (lambda: tally([resident(side="press")]), UnknownWord),
        (lambda: tally([resident(at=NAIVE)]), NoTimeZone),
        (lambda: tally([resident(), resident(at=NAIVE)]), NoTimeZone),
    ],
)
def test_what_cannot_mean_anything_is_refused(make, error):
    with pytest.raises(error):
        make()


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"parties": 1}, LooserThanTheFormula),
        ({"joint_decisions": 0.49}, LooserThanTheFormula),
        ({"fidelity": float("nan")}, LooserThanTheFormula),
        ({"answered": 1.01}, NotAShare),
    ],
)
def test_a_municipality_may_only_ask_for_more(asked, error):
    with pytest.raises(error):
        Strictness(**asked)
