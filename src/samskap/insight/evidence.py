"""From the house’s tables to what the kernels ask for."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from django.utils.crypto import salted_hmac

from samskap.base.once import once
from samskap.hearings.queries.late import opened_for_input_at
from samskap.initiatives.models import Decision as DecisionRow
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.decisions import all_decisions
from samskap.initiatives.queries.formal import outcome
from samskap.initiatives.queries.partnership import has_active_agreement_with_public
from samskap.kernels import ladder
from samskap.ledger.models import Adoption, Contribution, FateStatus
from samskap.ledger.queries import (
    counts_no_more_withdrawn,
    independent_parties,
    phase_sums_of,
    rows_of,
    sums_of,
)


@once
def tally_of(initiative: Initiative) -> ladder.Tally:
    """The sums of the initiative’s account, as the ladder reads them. No row is read."""
    sums = sums_of(initiative.account)
    outside = [each for each in sums if each.side == ladder.Side.NON_PUBLIC and each.units]
    inputs = [
        each.first_at
        for each in outside
        if each.kind in ladder.INPUT_KINDS
        and each.phase in (ladder.Phase.DEFINE, ladder.Phase.DESIGN)
    ]
    return ladder.Tally(
        cells=tuple(
            ladder.Cell(
                phase=ladder.Phase(each.phase),
                side=ladder.Side(each.side),
                actor_kind=each.actor_kind,
                kind=each.kind,
                beneficiary=ladder.Beneficiary(each.beneficiary),
                rows=each.rows,
                units=each.units,
            )
            for each in sums
        ),
        answers=answers_by_phase(initiative),
        first_contribution_at=min((each.first_at for each in outside), default=None),
        first_input_at=min(inputs, default=None),
        independent_parties=independent_parties(initiative.account),
    )


def weightless(tally: ladder.Tally) -> dict[str, int]:
    """Return the kinds of which no row weighs anything, such as votes, and how many rows each has.

    They are left out of the list of rows until somebody asks: hundreds of them would hide it.
    """
    weighty = {cell.kind for cell in tally.cells if cell.units}
    rows: Counter[str] = Counter()
    for cell in tally.cells:
        if cell.kind not in weighty:
            rows[cell.kind] += cell.rows
    return dict(rows)


def answers_by_phase(initiative: Initiative) -> dict[ladder.Phase, ladder.AnswerCount]:
    """How many inputs of each phase there were, and how many were answered within 30 days.

    What residents tell each other by themselves is no answer of the public side (decision 83).
    """
    return {
        ladder.Phase(phase): ladder.AnswerCount(each.inputs, each.publicly_answered_in_30_days)
        for phase, each in phase_sums_of(initiative.account).items()
    }


def decisions_of(initiative: Initiative) -> list[ladder.Decision]:
    """The decisions that were made, with who held the power."""
    made = [
        (decision.decided_at, decision)
        for decision in all_decisions(initiative)
        if decision.status == DecisionRow.Status.DECIDED and decision.decided_at is not None
    ]
    return [
        ladder.Decision(
            at=decided_at,
            phase=ladder.Phase(decision.phase),
            mode=ladder.Mode(decision.mode),
            nonpublic_share=decision.non_public_share
            if decision.mode == ladder.Mode.JOINT_VOTE
            else None,
        )
        for decided_at, decision in sorted(made, key=lambda each: (each[0], each[1].pk))
    ]


def adoption_counts_of(initiative: Initiative) -> dict[ladder.Phase, ladder.AdoptionCount]:
    """How many contributions each phase adopted, and how many from outside the public side."""
    return {
        ladder.Phase(phase): ladder.AdoptionCount(each.adopted, each.adopted_by_non_public)
        for phase, each in phase_sums_of(initiative.account).items()
    }


def adoptions_of(initiative: Initiative) -> list[ladder.Adoption]:
    """Each adoption by itself, for the open data and the curve."""
    adopted = Adoption.objects.filter(account=initiative.account_id).order_by("at", "pk")
    return [
        ladder.Adoption(each.at, ladder.Phase(each.phase), each.by_non_public) for each in adopted
    ]


def facts_of(initiative: Initiative, first_input: datetime | None) -> ladder.Facts:
    """What is true of the initiative as a whole."""
    formal = outcome(initiative)
    return ladder.Facts(
        problem_locked_at=initiative.problem_locked_at,
        solution_locked_at=initiative.solution_locked_at,
        own_goal=bool(initiative.own_goal),
        active_agreement_with_public=has_active_agreement_with_public(initiative),
        formal=ladder.FormalDecision(
            pending=formal.pending, recommended=formal.recommended, adopted=formal.adopted
        )
        if formal
        else None,
        hearing_opened_at=opened_for_input_at(initiative, first_input),
        preprogrammed=initiative.is_preprogrammed,
        displacement=initiative.displacement == Initiative.Displacement.YES,
    )


def strictness_of(initiative: Initiative) -> ladder.Strictness:
    """The municipality’s own thresholds, never looser than the formula’s."""
    return ladder.Strictness(**initiative.municipality.ladder_strictness)


def party_label(initiative: Initiative, given: Contribution) -> str:
    """Name the organisation that a row speaks for: the same for the same, and not which it is.

    A person's row has none: beside the time of a public idea, equal labels would show who lives
    together, or who carries whose mandate (decision 82).
    """
    if given.speaking_for_id is None:
        return ""
    return _label(initiative, given.party)


def _label(initiative: Initiative, party: str) -> str:
    """Stand for a party, within one initiative."""
    told = f"{initiative.account.public_id}:{party}"
    return salted_hmac("samskap.insight.party", told, algorithm="sha256").hexdigest()[:16]


def units_that_count(given: Contribution) -> Decimal:
    """The units of a row; nought for hours that were withdrawn (decision 87)."""
    is_withdrawn = given.standing.status == FateStatus.WITHDRAWN
    return Decimal(0) if is_withdrawn and counts_no_more_withdrawn(given) else given.units


def row_of(initiative: Initiative, given: Contribution) -> ladder.Row:
    """One row of the ledger as the kernel reads it; its answer is the public side’s."""
    return ladder.Row(
        at=given.at,
        phase=ladder.Phase(given.phase),
        side=ladder.Side(given.side),
        actor_kind=given.actor_kind,
        party=party_label(initiative, given),
        kind=given.kind,
        units=units_that_count(given),
        independent=given.is_independent,
        beneficiary=ladder.Beneficiary(given.beneficiary),
        is_input=given.is_input,
        answered_at=given.standing.publicly_answered_at,
        fate=given.standing.status,
    )


def other_parties_of(initiative: Initiative, tally: ladder.Tally) -> int:
    """How many independent parties no label of the open data stands for, see `party_label`."""
    labelled = (
        initiative.account.contributions.filter(
            side=ladder.Side.NON_PUBLIC,
            is_independent=True,
            units__gt=0,
            speaking_for__isnull=False,
        )
        .order_by()
        .values("party")
        .distinct()
        .count()
    )
    return tally.independent_parties - labelled


def kernel_rows_of(initiative: Initiative) -> Iterator[ladder.Row]:
    """Every row of the initiative’s account, a few at a time."""
    return (row_of(initiative, given) for given in rows_of(initiative.account))
