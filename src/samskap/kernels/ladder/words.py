"""The words that the ladder of co-creation is told in: sides, phases, modes, rungs and caps."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Who stands behind a contribution: the public sector, or everyone else.

    Non-public are residents, associations, businesses, social entrepreneurs, faith communities
    and academics whom the municipality does not employ.
    """

    PUBLIC = "public"
    NON_PUBLIC = "non_public"


class Phase(StrEnum):
    """The four things people do together with an initiative, in their order (S3:62, S4:65)."""

    DEFINE = "define"
    DESIGN = "design"
    IMPLEMENT = "implement"
    DRIVE = "drive"


class Mode(StrEnum):
    """How a decision was made, from the public side alone to handed over altogether."""

    PUBLIC_ALONE = "public_alone"
    PUBLIC_AFTER_INPUT_UNANSWERED = "public_after_input_unanswered"
    PUBLIC_AFTER_INPUT_ANSWERED = "public_after_input_answered"
    JOINT_CONSENSUS = "joint_consensus"
    JOINT_VOTE = "joint_vote"
    DELEGATED = "delegated"


class Beneficiary(StrEnum):
    """For whom a contribution was given."""

    SELF = "self"
    OTHER = "other"
    COMMUNITY = "community"


class Rung(StrEnum):
    """Where an initiative stands on the ladder, or beside it.

    The value is the rung's number as text, so that it can be stored, published and put in an
    address as it is; `number` is the same for counting. Self-organised has no number: it is
    neither better nor worse than any rung, it stands beside the ladder.

    Source: the samskabelsesstige, S4:57–65. The text announces three steps and describes four;
    the program counts the four it describes.
    """

    NOT_CO_CREATION = "0"
    OWN_COPRODUCTION = "1"
    VOLUNTEER_COPRODUCTION = "2"
    INPUT_TO_SOLUTIONS = "3"
    EQUAL_PARTNERSHIP = "4"
    SELF_ORGANISED = "self_organised"

    @property
    def number(self) -> int | None:
        """The number of the rung, 0 … 4; None beside the ladder."""
        return None if self is Rung.SELF_ORGANISED else int(self.value)


class Cap(StrEnum):
    """A fact that keeps an initiative down, whatever else holds.

    Source: Torfing's three tests of what is not co-creation: sending a nearly finished solution
    on hearing, involving people in a pre-programmed process, moving tasks out to save.
    """

    LATE_HEARING = "late_hearing"
    PREPROGRAMMED = "preprogrammed"
    DISPLACEMENT = "displacement"

    @property
    def at_most(self) -> int:
        """The highest rung that is left while the fact holds."""
        return {Cap.LATE_HEARING: 0, Cap.PREPROGRAMMED: 3, Cap.DISPLACEMENT: 2}[self]


class Pending(StrEnum):
    """Why a placement on rung 4 is provisional."""

    NOT_IMPLEMENTED_YET = "not_implemented_yet"
    FORMAL_DECISION_PENDING = "formal_decision_pending"


class ConditionCode(StrEnum):
    """The name of one condition; the pages write the sentence."""

    # rung 4
    EARLY_CONTRIBUTION = "early_contribution"
    INDEPENDENT_PARTIES = "independent_parties"
    JOINT_DECISIONS = "joint_decisions"
    JOINT_CONTRIBUTIONS = "joint_contributions"
    JOINT_IMPLEMENTATION = "joint_implementation"
    ADOPTION_FIDELITY = "adoption_fidelity"
    # rung 3
    INPUT_GIVEN = "input_given"
    INPUT_ANSWERED = "input_answered"
    INPUT_BEFORE_SOLUTION_LOCKED = "input_before_solution_locked"
    # rung 2
    WORK_FOR_OTHERS = "work_for_others"
    AGREEMENT_WITH_PUBLIC = "agreement_with_public"
    # rung 1
    WORK_FOR_SELF = "work_for_self"
    OWN_GOAL = "own_goal"
