"""Whether a hearing comes too late to shape anything, by the rule of the ladder itself."""

from datetime import datetime

from samskap.hearings.models import Hearing, State
from samskap.hearings.queries.hearings import hearings_of
from samskap.ideas.queries import questions_of
from samskap.initiatives.models import Initiative
from samskap.kernels.ladder import INPUT_KINDS, Cap, Facts, Phase, Side
from samskap.kernels.ladder.conditions import caps_of
from samskap.ledger.queries import sums_of


def opened_for_input_at(initiative: Initiative, first_input: datetime | None) -> datetime | None:
    """When people were first asked, or gave without being asked; None where nobody was asked.

    They are asked by a question to all or by a hearing. A hearing on what was made together is not
    a late hearing, so what came before it counts.
    """
    hearings = [each.opened_at for each in hearings_of(initiative) if each.opened_at]
    asked = min([*(each.opens_at for each in questions_of(initiative)), *hearings], default=None)
    if asked is None:
        return None
    return min(asked, first_input) if first_input else asked


def first_input_at(initiative: Initiative) -> datetime | None:
    """When somebody outside the public side first gave input to problem or solution."""
    given = [
        each.first_at
        for each in sums_of(initiative.account)
        if each.side == Side.NON_PUBLIC
        and each.units
        and each.kind in INPUT_KINDS
        and each.phase in (Phase.DEFINE, Phase.DESIGN)
    ]
    return min(given, default=None)


def keeps_down(hearing: Hearing, at: datetime) -> bool:
    """Whether a hearing keeps its initiative on rung 0: nobody was heard before the lock.

    at   when a hearing that is only planned would open

    Source: domain.md 4.1, caps and vector T4; the first of Torfing’s three tests of what is no
    co-creation: sending a nearly finished solution on hearing (domain.md 2.1, P-4).
    """
    initiative = hearing.initiative
    first = first_input_at(initiative)
    opened = opened_for_input_at(initiative, first)
    if hearing.state == State.PLANNED:
        opened = opened or min(at, first or at)
    facts = Facts(solution_locked_at=initiative.solution_locked_at, hearing_opened_at=opened)
    return Cap.LATE_HEARING in caps_of(facts)
