"""The nine test vectors of the ladder, as sums and as full ledgers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from samskap.kernels.ladder import (
    Adoption,
    AdoptionCount,
    Beneficiary,
    Decision,
    Facts,
    FormalDecision,
    Mode,
    Phase,
    Row,
    Side,
)

OSLO = timezone(timedelta(hours=1))
DAY = timedelta(days=1)
START = datetime(2026, 3, 1, 12, tzinfo=OSLO)
OPENED_AT = {
    Phase.DEFINE: START,
    Phase.DESIGN: START + 40 * DAY,
    Phase.IMPLEMENT: START + 80 * DAY,
    Phase.DRIVE: START + 120 * DAY,
}
PROBLEM_LOCKED_AT = START + 39 * DAY
SOLUTION_LOCKED_AT = START + 79 * DAY


@dataclass(frozen=True)
class OnePhase:
    """What one phase of a vector says: units of both sides, decisions, adopted items, R."""

    public: int = 0
    non_public: int = 0
    modes: tuple[Mode | tuple[Mode, float], ...] = ()
    adopted: tuple[int, int] = (0, 0)  # by the non-public side, all
    inputs: tuple[int, int] = (0, 0)  # answered within 30 days, all


@dataclass(frozen=True)
class Vector:
    """One test vector: what happened, and where it stands."""

    name: str
    rung: str
    cci: float
    phases: dict[Phase, OnePhase]
    parties: int = 0
    provisional: bool = False
    work_for: Beneficiary = Beneficiary.COMMUNITY
    facts: Facts = field(default_factory=Facts)

    def rows(self) -> list[Row]:
        """Write the vector as a ledger."""
        return [row for phase in self.phases for row in self._rows_of(phase)]

    def decisions(self) -> list[Decision]:
        """Write the vector's decisions."""
        return [
            Decision(
                OPENED_AT[phase] + 30 * DAY,
                phase,
                *(mode if isinstance(mode, tuple) else (mode,)),
            )
            for phase, one in self.phases.items()
            for mode in one.modes
        ]

    def adoptions(self) -> list[Adoption]:
        """Write the vector's adopted items, one by one."""
        return [
            Adoption(OPENED_AT[phase] + 30 * DAY, phase, by_nonpublic=number < one.adopted[0])
            for phase, one in self.phases.items()
            for number in range(one.adopted[1])
        ]

    def adoption_counts(self) -> dict[Phase, AdoptionCount]:
        """Write the same as counts."""
        return {
            phase: AdoptionCount(by_nonpublic=one.adopted[0], adopted=one.adopted[1])
            for phase, one in self.phases.items()
        }

    def _rows_of(self, phase: Phase) -> Iterable[Row]:
        """Write one phase: talk in define and design, work in implement and drive."""
        one, at = self.phases[phase], OPENED_AT[phase] + DAY
        talk = phase in (Phase.DEFINE, Phase.DESIGN)
        for _ in range(one.public):
            yield Row(at, phase, Side.PUBLIC, "employee", "municipality", "draft", Decimal(1))
        for number in range(one.non_public):
            yield Row(
                at + number * timedelta(hours=1),
                phase,
                Side.NON_PUBLIC,
                "resident",
                party=f"party {number % max(self.parties, 1)}",
                kind="idea" if talk else "work",
                units=Decimal(1),
                independent=bool(self.parties),
                beneficiary=Beneficiary.COMMUNITY if talk else self.work_for,
            )
        answered, asked = one.inputs
        for number in range(asked):
            yield Row(
                at,
                phase,
                Side.NON_PUBLIC,
                "resident",
                "someone",
                "support",  # asks for an answer without changing the units of the vector
                Decimal(0),
                is_input=True,
                answered_at=at + (10 if number < answered else 31) * DAY,
            )


CONSENSUS, ALONE, VOTE = Mode.JOINT_CONSENSUS, Mode.PUBLIC_ALONE, Mode.JOINT_VOTE
ANSWERED, UNANSWERED = Mode.PUBLIC_AFTER_INPUT_ANSWERED, Mode.PUBLIC_AFTER_INPUT_UNANSWERED

ALONE_IN_DEFINE = OnePhase(5, 0, (ALONE,), (0, 1))
COMMITTEE_DEFINES = OnePhase(6, 10, (CONSENSUS,), (2, 4), (4, 4))
COMMITTEE_DESIGNS = OnePhase(12, 22, (CONSENSUS, CONSENSUS, (VOTE, 10 / 15)), (6, 10), (5, 5))


def _facts(**told: object) -> Facts:
    """Lock the problem and the solution in time, unless told otherwise."""
    locks = {"problem_locked_at": PROBLEM_LOCKED_AT, "solution_locked_at": SOLUTION_LOCKED_AT}
    return Facts(**{**locks, **told})


VECTORS = (
    Vector(
        "T1 knee exercises",
        "1",
        23.60,
        {
            Phase.DEFINE: OnePhase(2, 1, (CONSENSUS,), (1, 2)),
            Phase.IMPLEMENT: OnePhase(1, 20),
        },
        work_for=Beneficiary.SELF,
        facts=_facts(own_goal=True),
    ),
    Vector(
        "T2 visiting friends ordered",
        "2",
        1.63,
        {
            Phase.DEFINE: OnePhase(4, 0, (ALONE,), (0, 1)),
            Phase.DESIGN: OnePhase(3, 0, (ALONE,), (0, 1)),
            Phase.IMPLEMENT: OnePhase(6, 40),
        },
        work_for=Beneficiary.OTHER,
        facts=_facts(active_agreement_with_public=True),
    ),
    Vector(
        "T3 hearing, answered",
        "3",
        16.35,
        {
            Phase.DEFINE: ALONE_IN_DEFINE,
            Phase.DESIGN: OnePhase(6, 24, (ANSWERED,), (3, 10), (8, 10)),
        },
        facts=_facts(hearing_opened_at=OPENED_AT[Phase.DESIGN]),
    ),
    Vector(
        "T4 late hearing",
        "0",
        8.98,
        {
            Phase.DEFINE: ALONE_IN_DEFINE,
            Phase.DESIGN: OnePhase(9, 12, (UNANSWERED,), (0, 9), (1, 10)),
        },
        facts=_facts(
            solution_locked_at=OPENED_AT[Phase.DESIGN] - DAY,
            hearing_opened_at=OPENED_AT[Phase.DESIGN],
        ),
    ),
    Vector(
        "T5 task committee, council adopts 8 of 10",
        "4",
        72.32,
        {
            Phase.DEFINE: COMMITTEE_DEFINES,
            Phase.DESIGN: COMMITTEE_DESIGNS,
            Phase.IMPLEMENT: OnePhase(30, 12, (ANSWERED,), (4, 8), (9, 10)),
        },
        parties=10,
        facts=_facts(formal=FormalDecision(pending=False, recommended=10, adopted=8)),
    ),
    Vector(
        "T6 same, council adopts 2 of 10",
        "3",
        54.75,
        {Phase.DEFINE: COMMITTEE_DEFINES, Phase.DESIGN: COMMITTEE_DESIGNS},
        parties=10,
        facts=_facts(formal=FormalDecision(pending=False, recommended=10, adopted=2)),
    ),
    Vector(
        "T7 library rota jointly made",
        "4",
        73.98,
        {
            Phase.DEFINE: OnePhase(2, 3, (CONSENSUS,), (1, 1), (1, 1)),
            Phase.DESIGN: OnePhase(1, 4, (CONSENSUS,), (1, 1), (1, 1)),
            Phase.IMPLEMENT: OnePhase(20, 60, (CONSENSUS,)),
            Phase.DRIVE: OnePhase(40, 120, ((VOTE, 0.6),), inputs=(9, 10)),
        },
        parties=3,
        facts=_facts(formal=FormalDecision(pending=False, recommended=4, adopted=4)),
    ),
    Vector(
        "T8 committee, council pending",
        "4",
        55.92,
        {
            Phase.DEFINE: COMMITTEE_DEFINES,
            Phase.DESIGN: OnePhase(12, 22, (CONSENSUS,), (6, 10), (5, 5)),
        },
        parties=10,
        provisional=True,
        facts=_facts(formal=FormalDecision(pending=True, recommended=10)),
    ),
    Vector(
        "T9 citizens alone",
        "self_organised",
        15.00,
        {
            Phase.DEFINE: OnePhase(0, 8, (Mode.DELEGATED,), (2, 2)),
            Phase.DESIGN: OnePhase(0, 9, (Mode.DELEGATED,), (3, 3)),
            Phase.IMPLEMENT: OnePhase(0, 30),
        },
        parties=3,
        facts=_facts(),
    ),
)

T = {vector.name.split()[0]: vector for vector in VECTORS}
