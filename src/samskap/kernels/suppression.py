"""Hiding counts so small that they could tell about a person."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from samskap.kernels.errors import NegativeCount

SMALLEST_SHOWN = 5  # persons
SMALLEST_SHOWN_SENSITIVE = 10  # persons; for fatigue and sensitive dimensions

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Shown(Generic[Group]):
    """What may be published of a list of counts; None stands for hidden.

    count_of  group → persons or None, in the order given
    total     all persons, or None where the total itself is too small
    """

    count_of: dict[Group, int | None]
    total: int | None

    @property
    def hidden(self) -> int:
        """How many groups are hidden."""
        return sum(count is None for count in self.count_of.values())


def hide_small(persons_of: Mapping[Group, int], *, sensitive: bool = False) -> Shown[Group]:
    """Hide small cells, and further ones where a small one could be worked out from the total.

    A count below 5 (10 where the dimension is sensitive) is hidden. Nought is hidden too:
    if it were shown, “hidden” would say that somebody is there. Then, as the total minus what is
    shown is what is hidden, the smallest cells still shown are hidden one after another until at
    least two are hidden and together they are no small cell either. Between equal cells the one
    that comes first goes first. A total that is too small is hidden with everything.

    persons_of  group → persons, none below zero; each person in one group
    sensitive   the dimension is sensitive, or the figure is about fatigue
    returns     what may be published

    It guards one list and its total. Two lists of the same persons that are published side by
    side (by age and by area, this month and last) can still be set against each other.

    Raises NegativeCount when a count is below zero.

    Source: domain 4, general rules (k = 5, 10 for fatigue and sensitive dimensions); for the
    second cell, Hundepool et al. (2012), “Statistical Disclosure Control”, ch. 4.
    """
    for group, persons in persons_of.items():
        if persons < 0:
            raise NegativeCount(f"{group}: {persons} persons")
    least = SMALLEST_SHOWN_SENSITIVE if sensitive else SMALLEST_SHOWN
    total = sum(persons_of.values())
    if total < least:
        return Shown(dict.fromkeys(persons_of), None)

    hidden = [group for group, persons in persons_of.items() if persons < least]
    still_shown = [group for group in persons_of if group not in hidden]
    # Sorting keeps the order given between equal cells.
    for group in sorted(still_shown, key=lambda group: persons_of[group]):
        if not hidden or (len(hidden) >= 2 and sum(persons_of[g] for g in hidden) >= least):
            break
        hidden.append(group)
    return Shown(
        {group: None if group in hidden else persons for group, persons in persons_of.items()},
        total,
    )
