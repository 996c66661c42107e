"""The same cheapest flow for thousands of helpers: in rounds, with many places in each.

One place after another is slow where nearly every helper is needed: each of the last places moves
a long chain of others, and each search for such a chain walks through nearly all needs. So here
every round asks once, by arrays and backwards from whoever is free, what one more place of each
need would cost – its *price*. Then places are given along all ways that cost just that.

Only near ways are weighed at first. A way is *missed* where it costs less, with the worth of what
it takes, than the price of its need; without such a way the flow is the cheapest of them all.

Source: successive shortest paths with potentials, several paths at once, and arcs that are priced
out (Ahuja, Magnanti & Orlin 1993, “Network Flows”, ch. 9.7, 9.8 and 17).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.rota_plan.costs import FURTHER_TURN, UNFILLED
from samskap.kernels.rota_plan.flow import Network

NEAREST_NEEDS = 40  # ways of each helper that are weighed at first
NEAREST_HELPERS = 20  # ways to each need, likewise
NEVER = 2**40  # dearer than whatever could be added up

Numbers = NDArray[np.int64]
Rows = NDArray[np.intp]


def cheapest(network: Network) -> Rows:
    """Return the ways that the cheapest flow takes, as `flow.cheapest` does."""
    weighed = is_near(network)
    while True:
        ways = np.flatnonzero(weighed)
        ways = ways[np.argsort(network.slot[ways], kind="stable")]
        rounds = Rounds(network.only(ways))
        rounds.fill()
        costs = network.cost + rounds.worth[network.slot]
        missed = ~weighed & (costs < rounds.price[network.need])
        if not missed.any():
            return np.sort(ways[rounds.taken()])
        weighed |= missed


def is_near(network: Network) -> NDArray[np.bool_]:
    """Tell of each way whether it is among the cheapest of its helper or of its need."""
    near = rank(network.helper[network.slot], network.cost) < NEAREST_NEEDS
    return near | (rank(network.need, network.cost) < NEAREST_HELPERS)


def rank(group: Rows, cost: Numbers) -> Rows:
    """Return which in order of cost each way is within its group."""
    ways = len(cost)
    # One number for group, cost and place sorts several times faster than three columns.
    keys = (group.astype(np.int64) * (int(cost.max()) + 1) + cost) * ways + np.arange(ways)
    keys.sort()
    order = keys % ways
    in_order = group[order]
    first = np.flatnonzero(np.r_[True, in_order[1:] != in_order[:-1]])
    found = np.empty(ways, np.intp)
    found[order] = np.arange(ways) - np.repeat(first, np.diff(np.r_[first, ways]))
    return found


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows that stand in order of their group.

    first  [G + 1]  the first row of each group, and the end
    """

    first: Rows

    @classmethod
    def of(cls, group_of: Rows, groups: int) -> Groups:
        """Find where each group begins."""
        return cls(np.searchsorted(group_of, np.arange(groups + 1)))

    def rows(self, groups: Rows) -> tuple[Rows, Rows]:
        """Return all rows of some groups, each with which of those groups it belongs to."""
        sizes = self.first[groups + 1] - self.first[groups]
        which = np.repeat(np.arange(len(groups)), sizes)
        starts = self.first[groups] - (np.cumsum(sizes) - sizes)
        return which, np.arange(len(which)) + starts[which]


class Rounds:
    """A plan in the making; each round leaves it the cheapest for the places that it gives.

    price  [N]  the least that one more place of each need would cost; it never falls
    worth  [S]  the least that it would cost to have a slot for something else
    """

    def __init__(self, network: Network) -> None:
        self.network = network  # its ways stand in order of their slots
        needs, slots = len(network.people), len(network.helper)
        self.ways_into = Groups.of(network.slot, slots)
        self.slots_of_helper = Groups.of(network.helper, len(network.room))
        self.has, self.room, self.room_in = (
            np.array(counts, np.int64) for counts in (network.has, network.room, network.room_in)
        )
        self.price, self.worth = np.zeros(needs, np.int64), np.zeros(slots, np.int64)
        # What the steps along single ways read and change, as lists: they are quicker there.
        self.missing = list(network.people)
        self.way_at = [-1] * slots
        self.given: list[list[int]] = [[] for _ in network.room]  # slots of each helper
        self.need: list[int] = network.need.tolist()
        self.slot: list[int] = network.slot.tolist()
        self.cost: list[int] = network.cost.tolist()
        self.helper: list[int] = network.helper.tolist()
        self.week: list[int] = network.week.tolist()

    def fill(self) -> None:
        """Give every place, or leave it open where that is cheaper."""
        while any(self.missing):
            self.reckon()
            Walk(self).give_all()

    def taken(self) -> Rows:
        """All ways that are taken."""
        return np.array([way for way in self.way_at if way >= 0], np.intp)

    def reckon(self) -> None:
        """Raise the prices to what places cost now, as far as half of the open needs ask for.

        This is Dijkstra’s way backwards: what the price of a need has to rise by at least is
        settled for all needs that rise by as much at once, and may then be passed on to those who
        would take their slots. Needs that rise by more than the step where it ends rise that far.
        """
        network, price = self.network, self.price
        way_at = np.array(self.way_at, np.intp)
        is_free, held = way_at < 0, np.flatnonzero(way_at >= 0)
        held = held[np.argsort(network.need[way_at[held]], kind="stable")]
        taker, paid = network.need[way_at[held]], network.cost[way_at[held]]
        held_by = Groups.of(taker, len(price))
        has_room_in = np.bincount(network.week[held], minlength=len(self.room_in)) < self.room_in
        further = self._further(held, is_free & has_room_in[network.week])

        worth = further.copy()
        rise = np.full(len(price), UNFILLED)
        np.minimum.at(rise, network.need, network.cost + worth[network.slot])
        rise -= price
        is_open = np.flatnonzero(self.missing)
        waiting = rise.copy()
        while (step := waiting.min()) < np.sort(rise[is_open])[(len(is_open) - 1) // 2]:
            now = np.flatnonzero(waiting == step)
            waiting[now] = NEVER
            _, leaving = held_by.rows(now)
            left, value = held[leaving], price[taker[leaving]] + step - paid[leaving]
            which, onto = self.slots_of_helper.rows(network.helper[left])
            week, own = network.week[onto], left[which]
            goes = (onto == own) | is_free[onto] & (has_room_in[week] | (week == network.week[own]))
            goes &= value[which] < worth[onto]
            which, onto = which[goes], onto[goes]
            np.minimum.at(worth, onto, value[which])
            which, ways = self.ways_into.rows(onto)
            need = network.need[ways]
            rises = network.cost[ways] + worth[onto[which]] - price[need]
            falls = rises < rise[need]
            np.minimum.at(rise, need[falls], rises[falls])
            waiting[need[falls]] = rise[need[falls]]
        price += np.minimum(rise, step)

        self.worth = np.minimum(further, self._moved(held, price[taker] - paid, has_room_in))
        self.worth[held] = price[taker] - paid

    def next_cost(self, slot: int) -> int:
        """What one turn more costs the helper of a slot; NEVER where there is no room."""
        helper, week = self.helper[slot], self.week[slot]
        given, network = self.given[helper], self.network
        is_full = self.way_at[slot] >= 0 or len(given) >= network.room[helper]
        if is_full or self._in_week(given, week) >= network.room_in[week]:
            return NEVER
        return FURTHER_TURN * (network.has[helper] + len(given))

    def leaving(self, slot: int) -> Sequence[int]:
        """Slots of a helper of which one can be left for this one: itself where it is held."""
        if self.way_at[slot] >= 0:
            return (slot,)
        given, week = self.given[self.helper[slot]], self.week[slot]
        if self._in_week(given, week) < self.network.room_in[week]:
            return given
        return [held for held in given if self.week[held] == week]

    def _in_week(self, slots: Sequence[int], week: int) -> int:
        """Count slots of one week."""
        return sum(self.week[slot] == week for slot in slots)

    def give_along(self, ways: list[int], need: int, came: dict[int, tuple[int, int]]) -> None:
        """Give the last need its new slot, the one before it the slot that was left, and so on."""
        while came[need][0] >= 0:
            way, left = came[need]
            self.given[self.helper[left]].remove(left)
            self.way_at[left] = -1
            ways.append(way)
            need = self.need[way]
        for way in ways:
            slot = self.slot[way]
            self.given[self.helper[slot]].append(slot)
            self.way_at[slot] = way

    def _further(self, held: Rows, can: NDArray[np.bool_]) -> Numbers:
        """What one turn more costs for the helper of each slot; NEVER where there is no room."""
        turns = np.bincount(self.network.helper[held], minlength=len(self.room))
        costs = np.where(turns < self.room, FURTHER_TURN * (self.has + turns), NEVER)
        return np.where(can, costs[self.network.helper], NEVER)

    def _moved(self, held: Rows, value: Numbers, has_room_in: NDArray[np.bool_]) -> Numbers:
        """What each slot costs if its helper leaves another one, of the same week where it is full.

        value  of each slot that is held: what it would cost to fill its need otherwise
        """
        network = self.network
        of_helper, in_week = np.full(len(self.room), NEVER), np.full(len(self.room_in), NEVER)
        np.minimum.at(of_helper, network.helper[held], value)
        np.minimum.at(in_week, network.week[held], value)
        has_room = has_room_in[network.week]
        return np.where(has_room, of_helper[network.helper], in_week[network.week])


class Walk:
    """One round of giving places along ways that cost just the price of their need."""

    def __init__(self, rounds: Rounds) -> None:
        self.rounds = rounds
        self.price: list[int] = rounds.price.tolist()
        self.worth: list[int] = rounds.worth.tolist()
        network = rounds.network
        costs = network.cost + rounds.worth[network.slot]
        just = np.flatnonzero(costs == rounds.price[network.need])
        just = just[np.argsort(network.need[just], kind="stable")]
        first = np.searchsorted(network.need[just], np.arange(len(self.price) + 1))
        self.just, self.first = just.tolist(), first.tolist()
        self.is_in_vain: set[int] = set()  # needs from which no way led to an end

    def give_all(self) -> None:
        """Give as many places as there are ends to reach."""
        missing = self.rounds.missing
        for need in np.flatnonzero(missing).tolist():
            while missing[need] and self.give_place(need):
                missing[need] -= 1

    def give_place(self, start: int) -> bool:
        """Give one more place of a need where ways lead to an end; a place left open is one too."""
        if start in self.is_in_vain:
            return False
        rounds = self.rounds
        came: dict[int, tuple[int, int]] = {start: (-1, -1)}  # need → way towards it, slot left
        to_see = [start]
        while to_see:
            need = to_see.pop()
            if self.price[need] == UNFILLED:
                rounds.give_along([], need, came)
                return True
            for way in self.just[self.first[need] : self.first[need + 1]]:
                slot = rounds.slot[way]
                if rounds.next_cost(slot) == self.worth[slot]:
                    rounds.give_along([way], need, came)
                    return True
                for left in rounds.leaving(slot):
                    held = rounds.way_at[left]
                    other = rounds.need[held]
                    is_new = other not in came and other not in self.is_in_vain
                    if is_new and self.price[other] - rounds.cost[held] == self.worth[slot]:
                        came[other] = way, left
                        to_see.append(other)
        self.is_in_vain.update(came)
        return False
