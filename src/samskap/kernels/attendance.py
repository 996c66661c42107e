"""Whether those who belong to a group come to its meetings, and when somebody should be called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from samskap.kernels.errors import ImpossibleCounts, NegativeCount

FORMULA = "attendance 1.0"

LEAST_PERCENT = 70  # of those who were asked; at exactly this many nobody is called

Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class Presence:
    """How many of a group were asked to one meeting, and how many of them came.

    asked, came  [persons]; came not above asked

    Raises NegativeCount or ImpossibleCounts when the counts cannot mean anything.
    """

    asked: int
    came: int

    def __post_init__(self) -> None:
        if min(self.asked, self.came) < 0:
            raise NegativeCount(f"{self.came} of {self.asked}")
        if self.came > self.asked:
            raise ImpossibleCounts(f"{self.came} of {self.asked}")

    @property
    def percent(self) -> int | None:
        """The share that came in whole percent, rounded down; None where nobody was asked.

        Rounded down, so that a meeting that is shown with 70 % never stands beside an alarm.
        """
        return 100 * self.came // self.asked if self.asked else None

    @property
    def is_low(self) -> bool:
        """Whether fewer came than 70 % of those asked; never where nobody was asked."""
        return 100 * self.came < LEAST_PERCENT * self.asked


def low_groups(presence_of: Mapping[Group, Presence]) -> list[Group]:
    """Name the groups of which too few came to one meeting, in the order given.

    presence_of  group → how many were asked and came; a person may stand in several groups

    Source: Svelvik 2018, where a task committee lost its residents meeting by meeting before
    anybody asked why (domain.md P-2); the limit of 70 % is the one of issue 4, SC-7.
    """
    return [group for group, presence in presence_of.items() if presence.is_low]


@dataclass(frozen=True, slots=True)
class Course(Generic[Group]):
    """What the attendance of a row of meetings says.

    low         meeting → the groups of which too few came, for the meetings where there are any
    recovery_of meeting → the next meeting at which every group was there again, if any
    """

    low: dict[int, list[Group]]
    recovery_of: dict[int, int]


def course_of(meetings: Sequence[Mapping[Group, Presence]]) -> Course[Group]:
    """Follow attendance from meeting to meeting: where it fell, and where it was well again.

    meetings  the meetings that were held, the first first; none is left out
    returns   meetings by their number in the row, 0 …

    Source: as `low_groups`.
    """
    low: dict[int, list[Group]] = {}
    recovery_of: dict[int, int] = {}
    for number, presence_of in enumerate(meetings):
        fell = low_groups(presence_of)
        if fell:
            low[number] = fell
            continue
        for earlier in low:
            recovery_of.setdefault(earlier, number)
    return Course(low, recovery_of)
