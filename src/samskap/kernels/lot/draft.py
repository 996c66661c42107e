"""Many panels at once, each of which keeps every quota whatever is swapped."""

from __future__ import annotations

from collections.abc import Sequence

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
        self.has = np.ascontiguousarray(kinds.has.T)  # [T, Q]
        self.counts = self.has[seats].sum(axis=1)  # [M, Q]
        self.bits = _packed(np.eye(len(kinds.quotas), dtype=bool))  # [W, Q]
        self.marks = self.bits @ kinds.has  # [W, T]: the values of each kind
        self.full, self.low = self._limits(self.counts)  # [W, M]: values at their limits
        self.lives_apart = np.bincount(kinds.lives_in)[kinds.lives_in] == 1  # [T]
        self.gain, self.price = np.zeros(kinds.number), np.zeros(kinds.number)
        self._value(np.arange(kinds.number))
        self.order = np.tile(chance.permutation(len(seats)), 2)

    def _limits(self, counts: Counts) -> tuple[Counts, Counts]:
        """Tell of panels which values have no room for one more, and which can spare none."""
        full, low = counts >= self.kinds.most, counts <= self.kinds.least
        return self.bits @ full.T, self.bits @ low.T

    def _value(self, kinds: Rows | int) -> None:
        """Work out anew what turns of some kinds, or of one, are worth."""
        sits = self.sits[kinds]
        lacking, spare = self.goal[kinds] - sits, sits - self.floor[kinds]
        persons, promise = self.kinds.persons[kinds], self.promise[kinds]
        self.gain[kinds] = (lacking - 0.5) / persons + promise * (spare < 0)
        self.price[kinds] = (lacking + 0.5) / persons + promise * (spare <= 0)

    def swap(self, panels: Rows, seats: Rows, kind: int) -> None:
        """Let a kind sit in one seat of each of some panels."""
        leaving = self.seats[panels, seats]
        self.seats[panels, seats] = kind
        self.counts[panels] += self.has[kind] - self.has[leaving]
        self.full[:, panels], self.low[:, panels] = self._limits(self.counts[panels])
        np.subtract.at(self.sits, leaving, 1)
        self.sits[kind] += len(panels)
        self._value(np.append(leaving, kind))

    def swap_all(self, panel: int, swaps: Sequence[tuple[int, int]]) -> None:
        """Let kinds sit in seats of one panel: (seat, kind), one after another."""
        for seat, kind in swaps:
            leaving = int(self.seats[panel, seat])
            self.seats[panel, seat] = kind
            self.counts[panel] += self.has[kind] - self.has[leaving]
            self.sits[leaving] -= 1
            self.sits[kind] += 1
            self._value(leaving)
            self._value(kind)
        self.full[:, panel], self.low[:, panel] = self._limits(self.counts[panel])

    def serve(self, kind: int) -> int:
        """Let a kind sit instead of others who can spare it more; return how often it did."""
        lacking = max(1, int(self.goal[kind] - self.sits[kind]))
        panels = self._some(max(SERVED_FROM, 4 * lacking))
        seats = self.seats[panels]
        gained, lost = self._broken(panels, seats, kind)
        is_fine = self._has_room(seats, kind) & _none(gained | lost)
        price = np.where(is_fine, self.price.take(seats), np.inf)
        seat = price.argmin(axis=1)
        price = price[np.arange(len(panels)), seat]
        order = np.argsort(price, kind="stable")[:lacking]
        order = order[price[order] < self.gain[kind] - 1e-9]
        if len(order) > 1:
            order = order[self._can_spare(seats[order, seat[order]])]
        if len(order) == 1:
            self.swap_all(int(panels[order[0]]), [(int(seat[order[0]]), kind)])
        elif len(order):
            self.swap(panels[order], seat[order], kind)
        return len(order)

    def _some(self, many: int) -> Rows:
        """Draw some panels: those that follow each other in a drawn order."""
        first = int(self.chance.integers(len(self.seats)))
        return self.order[first : first + min(many, len(self.seats))]

    def _broken(self, panels: Rows, seats: Rows, kind: int) -> tuple[Counts, Counts]:
        """Tell, for each seat, which values would be too many or too few if a kind sat there.

        seats    [panels, k]  who sits in the panels now
        returns  two of [W, panels, k], as bits
        """
        here, coming = self.marks.take(seats, axis=1), self.marks[:, kind, None]
        gained = (coming & self.full[:, panels])[:, :, None] & ~here
        return gained, (self.low[:, panels] & ~coming)[:, :, None] & here

    def _has_room(self, seats: Rows, kind: int) -> Yes:
        """Tell in which seats a kind could sit, as far as addresses go.

        seats  [panels, k]  who sits in the panels now
        """
        sort, same = self.kinds.lives_in[kind], seats == kind
        alike = same if self.lives_apart[kind] else self.kinds.lives_in[seats] == sort
        has_room = alike.sum(axis=1) < self.kinds.addresses[sort]
        return np.asarray((has_room[:, None] | alike) & ~same)

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
        seats = self.seats[panels]
        gained, lost = self._broken(panels, seats, kind)
        broken = np.bitwise_count(gained | lost).sum(axis=0)
        can = self._has_room(seats, kind) & (broken > 0) & (broken <= 2)
        price = np.where(can, self.price.take(seats), np.inf)
        few = min(TRIED, price.size)
        for one in np.argpartition(price, few - 1, axis=None)[:few].tolist():
            row, seat = divmod(one, price.shape[1])
            if price[row, seat] == np.inf:
                continue
            panel = int(panels[row])
            second = self._second_swap(panel, seat, kind, gained[:, row, seat], lost[:, row, seat])
            if second:
                self.swap_all(panel, [(seat, kind), second])
                return True
        return False

    def _second_swap(
        self, panel: int, seat: int, kind: int, gained: Counts, lost: Counts
    ) -> tuple[int, int] | None:
        """Find the seat and kind whose swap mends what the first broke, where both together pay.

        gained, lost  [W]  values of which the first swap leaves one too many, or one too few
        """
        kinds, members = self.kinds, self.seats[panel].copy()
        first, members[seat] = int(members[seat]), kind
        margin = self.gain[kind] - self.price[first]
        gained, lost = gained[:, None], lost[:, None]
        either = gained | lost
        # Whoever leaves has every value that is too many, and none that is too few; and back.
        can_come = _none((self.marks & either) ^ lost)
        others = np.flatnonzero(can_come & (self.gain > -margin - BEFORE_OTHERS))
        leaving = self.marks.take(members, axis=1)
        can_leave = _none((leaving & either) ^ gained)
        can_leave[seat] = False
        seats = np.flatnonzero(can_leave)
        if not len(seats) or not len(others):
            return None
        full, low = self._limits((self.counts[panel] + self.has[kind] - self.has[first])[None])
        leaving, coming = leaving.take(seats, axis=1), self.marks.take(others, axis=1)
        too_many = (coming & full)[:, None, :] & ~leaving[:, :, None]
        too_few = (leaving & low)[:, :, None] & ~coming[:, None, :]
        lives_in = kinds.lives_in[members]
        sort = kinds.lives_in[others]
        alike = np.bincount(lives_in, minlength=len(kinds.addresses))[sort]
        stays = lives_in[seats][:, None] == sort
        is_fine = _none(too_many | too_few) & ((alike < kinds.addresses[sort]) | stays)
        pays = self.gain[others] - self.price[members[seats]][:, None]
        pays = np.where(is_fine, pays, -np.inf)
        best, other = divmod(int(pays.argmax()), len(others))
        if pays[best, other] + margin <= 1e-6:
            return None
        return int(seats[best]), int(others[other])


def _none(bits: Counts) -> Yes:
    """Tell where no value is marked: [W, …] → […]."""
    return np.asarray(bits[0] == 0 if len(bits) == 1 else ~bits.any(axis=0))


def _packed(values: Yes) -> Counts:
    """Give each value a bit of its own: [W, Q], each number a power of two or 0."""
    words = -(-len(values) // WORD) or 1
    bits = np.zeros((words, len(values)), np.int64)
    for number in range(len(values)):
        bits[number // WORD, number] = 1 << (number % WORD)
    return bits
