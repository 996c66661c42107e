"""Many panels at once, each of which keeps every quota whatever is swapped."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.lot.kinds import Counts, Kinds
from samskap.kernels.lot.solver import Numbers

Yes = NDArray[np.bool_]
Rows = NDArray[np.intp]

WORD = 62  # values of features that fit in one whole number, a bit each
SERVED_FROM = 50  # panels that are looked at for one swap, at least
LOOKED_AT = 40  # and for two at once
TRIED = 5  # ways to begin two swaps at once
BEFORE_OTHERS = 10.0  # how many turns a turn counts that somebody is promised, at the least chance


class Draft:
    """Panels on their way to a target.

    seats   [M, k]  the kind of whoever sits in each seat of each panel
    sits    [T]     how often each kind sits, over all panels
    goal    [T]     how often it should, which need not be a whole number
    floor   [T]     that, rounded down for each person: what is promised
    gain    [T]     what one turn more is worth: turns that each of the kind still lacks, and more
                    for one that is promised, most for those with the least chance
    price   [T]     what one turn less costs
    """

    def __init__(
        self, kinds: Kinds, seats: Rows, chances: Numbers, chance: np.random.Generator
    ) -> None:
        self.kinds, self.seats, self.chance = kinds, seats, chance
        self.goal = chances * len(seats) * kinds.persons
        self.floor = np.floor(chances * len(seats) + 1e-6) * kinds.persons
        able = np.maximum(chances, 1e-9)
        self.promise = BEFORE_OTHERS * able[chances > 1e-9].min(initial=1.0) / able
        self.sits = np.bincount(seats.ravel(), minlength=kinds.number)
        self.counts = np.ascontiguousarray(kinds.has[:, seats].sum(axis=2).T)  # [M, Q]
        self.bits = _packed(np.eye(len(kinds.quotas), dtype=bool))  # [W, Q]
        self.marks = self.bits @ kinds.has  # [W, T]: the values of each kind
        self.full, self.low = self._limits(self.counts)  # [W, M]: values at their limits
        self.gain, self.price = np.zeros(kinds.number), np.zeros(kinds.number)
        self._value(np.arange(kinds.number))
        self.order = np.tile(chance.permutation(len(seats)), 2)

    def _limits(self, counts: Counts) -> tuple[Counts, Counts]:
        """Tell of panels which values have no room for one more, and which can spare none."""
        full, low = counts >= self.kinds.most, counts <= self.kinds.least
        return self.bits @ full.T, self.bits @ low.T

    def _value(self, kinds: Rows) -> None:
        """Work out anew what turns of some kinds are worth."""
        lacking = self.goal[kinds] - self.sits[kinds]
        spare = self.sits[kinds] - self.floor[kinds]
        persons, promise = self.kinds.persons[kinds], self.promise[kinds]
        self.gain[kinds] = (lacking - 0.5) / persons + promise * (spare < 0)
        self.price[kinds] = (lacking + 0.5) / persons + promise * (spare <= 0)

    def swap(self, panels: Rows, seats: Rows, kind: int) -> None:
        """Let a kind sit in one seat of each of some panels."""
        leaving = self.seats[panels, seats]
        self.seats[panels, seats] = kind
        self.counts[panels] += self.kinds.has[:, kind] - self.kinds.has[:, leaving].T
        self.full[:, panels], self.low[:, panels] = self._limits(self.counts[panels])
        np.subtract.at(self.sits, leaving, 1)
        self.sits[kind] += len(panels)
        self._value(np.append(leaving, kind))

    def serve(self, kind: int) -> int:
        """Let a kind sit instead of others who can spare it more; return how often it did."""
        lacking = max(1, int(self.goal[kind] - self.sits[kind]))
        panels = self._some(max(SERVED_FROM, 4 * lacking))
        seats = self.seats[panels]
        gained, lost = self._broken(panels, kind)
        is_fine = self._has_room(panels, kind) & ~(gained | lost).any(axis=0)
        price = np.where(is_fine, self.price[seats], np.inf)
        seat = price.argmin(axis=1)
        price = price[np.arange(len(panels)), seat]
        order = np.argsort(price, kind="stable")[:lacking]
        order = order[price[order] < self.gain[kind] - 1e-9]
        if len(order) > 1:
            order = order[self._can_spare(seats[order, seat[order]])]
        if len(order):
            self.swap(panels[order], seat[order], kind)
        return len(order)

    def _some(self, many: int) -> Rows:
        """Draw some panels: those that follow each other in a drawn order."""
        first = int(self.chance.integers(len(self.seats)))
        return self.order[first : first + min(many, len(self.seats))]

    def _broken(self, panels: Rows, kind: int) -> tuple[Counts, Counts]:
        """Tell, for each seat, which values would be too many or too few if a kind sat there.

        returns  two of [W, panels, k], as bits
        """
        coming, here = self.marks[:, kind, None, None], self.marks[:, self.seats[panels]]
        gained = coming & ~here & self.full[:, panels, None]
        return gained, here & ~coming & self.low[:, panels, None]

    def _has_room(self, panels: Rows, kind: int) -> Yes:
        """Tell in which seats a kind could sit, as far as addresses go."""
        sort, seats = self.kinds.lives_in[kind], self.seats[panels]
        alike = self.kinds.lives_in[seats] == sort
        has_room = alike.sum(axis=1) < self.kinds.addresses[sort]
        return np.asarray((has_room[:, None] | alike) & (seats != kind))

    def _can_spare(self, leaving: Counts) -> Yes:
        """Let each kind give away no more turns at once than it has above its goal, or one."""
        order = np.argsort(leaving, kind="stable")
        inverse = np.empty_like(order)
        inverse[order] = np.arange(len(order))
        first = np.searchsorted(leaving[order], leaving)
        spare = self.sits[leaving] - self.goal[leaving]
        return np.asarray(inverse - first < np.maximum(1, spare))

    def mend(self, kind: int) -> bool:
        """Let a kind sit where that breaks quotas, and mend them by a second swap there."""
        panels = self._some(LOOKED_AT)
        gained, lost = self._broken(panels, kind)
        broken = np.bitwise_count(gained | lost).sum(axis=0)
        can = self._has_room(panels, kind) & (broken > 0) & (broken <= 2)
        price = np.where(can, self.price[self.seats[panels]], np.inf)
        few = min(TRIED, price.size)
        for one in np.argpartition(price, few - 1, axis=None)[:few].tolist():
            row, seat = divmod(one, price.shape[1])
            if price[row, seat] == np.inf:
                continue
            second = self._second_swap(
                int(panels[row]), seat, kind, gained[:, row, seat], lost[:, row, seat]
            )
            if second:
                here = panels[row : row + 1]
                self.swap(here, np.array([seat]), kind)
                self.swap(here, np.array([second[0]]), second[1])
                return True
        return False

    def _second_swap(
        self, panel: int, seat: int, kind: int, gained: Counts, lost: Counts
    ) -> tuple[int, int] | None:
        """Find the seat and kind whose swap mends what the first broke, where both together pay.

        gained, lost  [W]  values of which the first swap leaves one too many, or one too few
        """
        kinds, members = self.kinds, self.seats[panel].copy()
        margin = self.gain[kind] - self.price[members[seat]]
        counts = self.counts[panel] + kinds.has[:, kind] - kinds.has[:, members[seat]]
        full, low = self._limits(counts[None])
        members[seat] = kind
        gained, lost = gained[:, None], lost[:, None]
        leaving, coming = self.marks[:, members], self.marks
        can_leave = ((leaving & gained) == gained).all(axis=0) & ~(leaving & lost).any(axis=0)
        can_come = ((coming & lost) == lost).all(axis=0) & ~(coming & gained).any(axis=0)
        can_leave[seat] = False
        seats = np.flatnonzero(can_leave)
        others = np.flatnonzero(can_come & (self.gain > -margin - BEFORE_OTHERS))
        if not len(seats) or not len(others):
            return None
        leaving, coming = leaving[:, seats, None], coming[:, None, others]
        breaks = (coming & ~leaving & full[:, :, None]) | (leaving & ~coming & low[:, :, None])
        sort = kinds.lives_in[others]
        alike = (kinds.lives_in[members][:, None] == sort).sum(axis=0)
        stays = kinds.lives_in[members[seats]][:, None] == sort
        is_fine = ~breaks.any(axis=0) & ((alike < kinds.addresses[sort]) | stays)
        pays = np.where(is_fine, self.gain[others] - self.price[members[seats]][:, None], -np.inf)
        best, other = divmod(int(pays.argmax()), len(others))
        if pays[best, other] + margin <= 1e-6:
            return None
        return int(seats[best]), int(others[other])


def _packed(values: Yes) -> Counts:
    """Give each value a bit of its own: [W, Q], each number a power of two or 0."""
    words = -(-len(values) // WORD) or 1
    bits = np.zeros((words, len(values)), np.int64)
    for number in range(len(values)):
        bits[number // WORD, number] = 1 << (number % WORD)
    return bits
