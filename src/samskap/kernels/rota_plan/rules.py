"""The rules that a plan must keep, and the plan as it stands while it is mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from samskap.kernels.rota_plan.asking import Helper, Need, clash, week_of
from samskap.kernels.rota_plan.costs import FURTHER_TURN, UNFILLED
from samskap.kernels.rota_plan.ways import Ways


class Draft:
    """Who has which need so far, and what still fits."""

    def __init__(self, needs: Sequence[Need], helpers: Sequence[Helper], ways: Ways) -> None:
        self.needs, self.helpers = needs, helpers
        # Views of the arrays give plain numbers, as lists do, and take no memory of their own.
        self.helper, self.need, self.cost = (
            column.data for column in (ways.helper, ways.need, ways.cost)
        )
        self.times = [(need.starts_at, need.ends_at) for need in needs]
        self.turns: dict[int, list[int]] = {}  # helper → ways
        self.present: dict[str, dict[int, int]] = {}  # shift → helper → way
        self.missing = [need.people for need in needs]
        self.stuck: dict[int, bool] = {}  # need → nobody else could take a turn of it
        self.has = [helper.has for helper in helpers]
        self.first: list[int] = np.searchsorted(ways.need, np.arange(len(needs) + 1)).tolist()
        self.number_of = {helper.key: number for number, helper in enumerate(helpers)}

    def ways_to(self, need: int) -> list[int]:
        """All ways to a need, the cheapest first."""
        first, last = self.first[need], self.first[need + 1]
        order = np.argsort(self.cost[first:last], kind="stable")
        return [first + number for number in order.tolist()]

    def hold(self, way: int) -> None:
        """Give a need to a helper."""
        helper, need = self.helper[way], self.need[way]
        self.turns.setdefault(helper, []).append(way)
        self.present.setdefault(self.needs[need].shift, {})[helper] = way
        self.missing[need] -= 1

    def drop(self, way: int) -> None:
        """Take it back."""
        helper, need = self.helper[way], self.need[way]
        self.turns[helper].remove(way)
        del self.present[self.needs[need].shift][helper]
        self.missing[need] += 1

    def held(self) -> list[int]:
        """All ways that are taken."""
        return sorted(way for ways in self.turns.values() for way in ways)

    def in_the_way(self, way: int) -> set[int]:
        """Ways that are taken and leave no time, or no rest, for this one, or forbid company."""
        helper, need = self.helper[way], self.need[way]
        who, this = self.helpers[helper], self.needs[need]
        blocking = {
            other
            for other in self.turns.get(helper, ())
            if other != way
            and (
                self.needs[self.need[other]].part == this.part
                or clash(self.times[self.need[other]], self.times[need], who.rest)
            )
        }
        if who.not_with:
            there = self.present.get(this.shift, {})
            apart = {self.number_of[key] for key in who.not_with if key in self.number_of}
            blocking |= {there[other] for other in apart & there.keys()}
        return blocking

    def is_within_limits(self, way: int) -> bool:
        """Tell whether one turn more is within what the helper allows, in all and that week."""
        number = self.helper[way]
        helper, turns = self.helpers[number], self.turns.get(number, ())
        if helper.most is not None and self.has[number] + len(turns) >= helper.most:
            return False
        if helper.most_a_week is None:
            return True
        week = self.needs[self.need[way]].week
        counted = sum(one.counts and week_of(one.starts_at) == week for one in helper.busy)
        counted += sum(self.needs[self.need[other]].week == week for other in turns)
        return counted < helper.most_a_week

    def fits(self, way: int) -> bool:
        """Tell whether a way that is not taken can be."""
        if way in self.turns.get(self.helper[way], ()):
            return False
        return self.is_within_limits(way) and not self.in_the_way(way)

    def price(self, way: int) -> int:
        """What taking a way adds to the cost."""
        helper = self.helper[way]
        turns = self.has[helper] + len(self.turns.get(helper, ()))
        return self.cost[way] + FURTHER_TURN * turns

    def best_for(self, need: int, *, but: int = -1) -> int | None:
        """Return the cheapest way to a need that fits, past one helper perhaps."""
        best, price = None, 2 * UNFILLED
        for way in self.ways_to(need):
            if self.cost[way] >= price:
                break
            dearer = self.price(way) >= price
            if not dearer and self.helper[way] != but and self.fits(way):
                best, price = way, self.price(way)
        return best

    def broken(self) -> Iterator[int]:
        """Take out one way after another that stands in the way of others, the dearer first."""
        for way in sorted(self.held(), key=lambda way: (-self.cost[way], way)):
            if self.in_the_way(way):
                self.drop(way)
                yield way

    def fill(self) -> None:
        """Give each place that is still open to whoever costs least and breaks no rule."""
        for need, missing in enumerate(list(self.missing)):
            for _ in range(missing):
                way = self.best_for(need)
                if way is None:
                    break
                self.hold(way)

    def move(self) -> None:
        """Fill what is still open by moving one other turn to somebody else."""
        for need, missing in enumerate(list(self.missing)):
            for _ in range(missing):
                if not self._move_for(need):
                    break
                self.stuck.clear()

    def _move_for(self, need: int) -> bool:
        """Let one helper leave a turn to another, so that a place is filled."""
        for way in self.ways_to(need):
            if way in self.turns.get(self.helper[way], ()):
                continue
            leaving = self.in_the_way(way) or set(self.turns.get(self.helper[way], ()))
            for left in sorted(leaving):
                if self._is_stuck(left):
                    continue
                self.drop(left)
                if self.fits(way):
                    self.hold(way)
                    instead = self.best_for(self.need[left], but=self.helper[left])
                    if instead is not None:
                        self.hold(instead)
                        return True
                    self.drop(way)
                self.hold(left)
        return False

    def _is_stuck(self, way: int) -> bool:
        """Tell whether nobody else could take a turn, as long as no other turn has moved."""
        if self.helpers[self.helper[way]].not_with:
            return False  # whoever shall not meet this helper may come once they have left
        need = self.need[way]
        if need not in self.stuck:
            self.stuck[need] = self.best_for(need) is None
        return self.stuck[need]

    def total(self) -> int:
        """What the draft costs."""
        further = 0
        for helper, ways in self.turns.items():
            further += sum(range(self.has[helper], self.has[helper] + len(ways)))
        cost = sum(self.cost[way] for way in self.held())
        return cost + FURTHER_TURN * further + UNFILLED * sum(self.missing)
