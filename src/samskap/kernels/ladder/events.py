"""What happened in an initiative, as plain values: rows, decisions, adoptions and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from samskap.kernels.errors import ImpossibleCounts, NegativeCount, NotAShare, NoTimeZone
from samskap.kernels.ladder.numbers import Number, exact
from samskap.kernels.ladder.words import Beneficiary, Mode, Phase, Side


class Row(NamedTuple):
    """One contribution in the ledger, with its answer and its fate as they stand.

    `party` says who is the same, not who: two contributions of one household, one mandate giver
    or one parent organisation carry the same party; "" where it is not told. `independent` means
    given freely, not in answer to a question. `is_input` means that it asks for an answer.
    """

    at: datetime
    phase: Phase
    side: Side
    actor_kind: str
    party: str
    kind: str
    units: Number
    independent: bool = False
    beneficiary: Beneficiary = Beneficiary.COMMUNITY
    is_input: bool = False
    answered_at: datetime | None = None
    fate: str = ""


_NON_PUBLIC_SHARE_OF: Mapping[Mode, Fraction] = {
    Mode.PUBLIC_ALONE: Fraction(0),
    Mode.PUBLIC_AFTER_INPUT_UNANSWERED: Fraction(1, 10),
    Mode.PUBLIC_AFTER_INPUT_ANSWERED: Fraction(1, 4),
    Mode.JOINT_CONSENSUS: Fraction(1, 2),
    Mode.DELEGATED: Fraction(1),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in a phase: how it was made and how much of it the non-public side held.

    nonpublic_share  the non-public share of the votes, 0 … 1; needed for a joint vote and not
                     read otherwise, as every other mode has its own share (domain 4.1)

    Raises NotAShare when a joint vote has no share or one outside 0 … 1.
    """

    at: datetime
    phase: Phase
    mode: Mode
    nonpublic_share: Number | None = None

    def __post_init__(self) -> None:
        _must_say_its_time_zone("a decision", self.at)
        if self.mode == Mode.JOINT_VOTE:
            if self.nonpublic_share is None:
                raise NotAShare("a joint vote must say the non-public share of the votes")
            if not 0 <= exact(self.nonpublic_share) <= 1:
                raise NotAShare(f"non-public share of the votes: {self.nonpublic_share}")

    @property
    def share(self) -> Fraction:
        """The D-value: how much of the decision the non-public side held, 0 … 1."""
        if self.mode == Mode.JOINT_VOTE and self.nonpublic_share is not None:
            return exact(self.nonpublic_share)
        return _NON_PUBLIC_SHARE_OF[self.mode]


@dataclass(frozen=True, slots=True)
class Adoption:
    """One item taken into the problem, the solution or the plan.

    by_nonpublic  at least one of its authors is of the non-public side
    """

    at: datetime
    phase: Phase
    by_nonpublic: bool


@dataclass(frozen=True, slots=True)
class AdoptionCount:
    """How many items a phase adopted, and how many of them had a non-public author."""

    adopted: int
    by_nonpublic: int

    def __post_init__(self) -> None:
        if self.by_nonpublic < 0:
            raise NegativeCount(f"{self.by_nonpublic} adopted items by the non-public side")
        if self.by_nonpublic > self.adopted:
            raise ImpossibleCounts(f"{self.by_nonpublic} of {self.adopted} adopted items")


@dataclass(frozen=True, slots=True)
class FormalDecision:
    """What the elected body did with the recommendations.

    pending      True while at least one recommendation is unanswered
    recommended  recommendations sent to the body
    adopted      of them adopted, agreed changes included
    """

    pending: bool
    recommended: int
    adopted: int = 0

    def __post_init__(self) -> None:
        if self.adopted < 0:
            raise NegativeCount(f"{self.adopted} recommendations adopted")
        if self.adopted > self.recommended:
            raise ImpossibleCounts(f"{self.adopted} of {self.recommended} recommendations adopted")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of the initiative as a whole.

    hearing_opened_at  when the initiative first opened for input by a hearing or another call;
                       not a later, statutory hearing of what was already made together
    preprogrammed      the agenda is wholly public and the form is fixed
    displacement       the displacement check says that a task is moved out to save
    """

    problem_locked_at: datetime | None = None
    solution_locked_at: datetime | None = None
    own_goal: bool = False
    active_agreement_with_public: bool = False
    formal: FormalDecision | None = None
    hearing_opened_at: datetime | None = None
    preprogrammed: bool = False
    displacement: bool = False

    def __post_init__(self) -> None:
        for name in ("problem_locked_at", "solution_locked_at", "hearing_opened_at"):
            _must_say_its_time_zone(name, getattr(self, name))


def _must_say_its_time_zone(what: str, moment: datetime | None) -> None:
    """Refuse a moment that cannot be compared with those of the ledger."""
    if moment is not None and moment.tzinfo is None:
        raise NoTimeZone(f"{what}: {moment.isoformat()} has no time zone")
