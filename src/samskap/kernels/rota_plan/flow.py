"""The cheapest flow from needs to helpers, by successive shortest paths.

A place goes to the helper who makes the whole plan cheapest; that may move others, who then move
others again. The network behind it: need → part of a helper’s day (room for 1) → their week (room
for what they allow) → helper (each further turn dearer) → end. Only needs are visited: whatever
lies between two needs is walked through at once, which leaves the same distances.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.rota_plan.costs import FURTHER_TURN, UNFILLED


@dataclass(frozen=True, slots=True)
class Network:
    """What a flow needs to know.

    need, slot, cost  [A]  of each way: its need, its part of a helper’s day, what it costs
    helper, week      [S]  of each part of a day: whose it is, and in which of all helpers’ weeks
    people            [N]  places of each need
    has, room         [H]  turns that each helper has already; how many more they allow
    room_in           [W]  how many more are allowed in each week
    """

    need: NDArray[np.intp]
    slot: NDArray[np.intp]
    cost: NDArray[np.int64]
    helper: NDArray[np.intp]
    week: NDArray[np.intp]
    people: Sequence[int]
    has: Sequence[int]
    room: Sequence[int]
    room_in: Sequence[int]

    def only(self, kept: NDArray[np.intp]) -> Network:
        """Return the network with some of its ways, in this order."""
        return replace(self, need=self.need[kept], slot=self.slot[kept], cost=self.cost[kept])


class Flow:
    """A plan in the making; each place that is added leaves it the cheapest for its places."""

    def __init__(self, network: Network) -> None:
        order = np.lexsort((network.cost, network.need))
        bounds = np.searchsorted(network.need[order], np.arange(len(network.people) + 1))
        in_order = [
            (int(cost), int(slot), int(way))
            for cost, slot, way in zip(network.cost[order], network.slot[order], order, strict=True)
        ]
        self.ways = [in_order[a:b] for a, b in pairwise(bounds.tolist())]
        self.helper: list[int] = network.helper.tolist()
        self.week: list[int] = network.week.tolist()
        self.room, self.room_in = list(network.room), list(network.room_in)
        self.next_costs = [FURTHER_TURN * has for has in network.has]
        self.slots_of: list[list[int]] = [[] for _ in network.room]  # of each helper, given
        self.taker = [-1] * len(self.helper)  # which need holds each slot
        self.paid = [0] * len(self.helper)  # what that costs
        self.way = [-1] * len(self.helper)  # by which way
        self.potential = [0] * len(self.ways)

    def add_place(self, start: int) -> None:
        """Give one more place of a need to whoever makes the whole cheapest; or to nobody."""
        taker, paid, potential = self.taker, self.paid, self.potential
        distance, settled = {start: 0}, {}
        came: dict[int, tuple[int, int, int, int, int]] = {}  # need, slot, cost, way, slot left
        best, end = UNFILLED + potential[start], (start, -1, 0, -1)
        heap = [(0, start)]
        while heap:
            reached, need = heappop(heap)
            if reached >= best:
                break
            if need in settled:
                continue
            settled[need] = reached
            so_far = reached + potential[need]
            if so_far + UNFILLED < best:
                best, end = so_far + UNFILLED, (need, -1, 0, -1)
            for cost, slot, way in self.ways[need]:
                here = so_far + cost
                if here >= best:
                    break  # ways stand in order of cost, and nothing behind them costs less than 0
                other = taker[slot]
                if other >= 0:
                    leaving: Sequence[int] = (slot,)
                else:
                    helper, week = self.helper[slot], self.week[slot]
                    leaving = self.slots_of[helper]
                    if not self.room_in[week]:
                        leaving = [held for held in leaving if self.week[held] == week]
                    elif self.room[helper] and here + self.next_costs[helper] < best:
                        best = here + self.next_costs[helper]
                        end = need, slot, cost, way
                for left in leaving:
                    other = taker[left]
                    there = here - paid[left] - potential[other]
                    if there < best and there < distance.get(other, best):
                        distance[other] = there
                        came[other] = need, slot, cost, way, left
                        heappush(heap, (there, other))
        for need, reached in settled.items():
            potential[need] += reached - best
        self._give_along(start, end, came)

    def _give_along(
        self,
        start: int,
        end: tuple[int, int, int, int],
        came: dict[int, tuple[int, int, int, int, int]],
    ) -> None:
        """Give the last need its new slot, the one before it the slot that was left, and so on."""
        need, slot, cost, way = end
        changes = [(need, slot, cost, way, -1)] if slot >= 0 else []
        while need != start:
            changes.append(came[need])
            need = came[need][0]
        for *_, left in changes:
            if left >= 0:
                self._leave(left)
        for need, slot, cost, way, _ in changes:
            self._hold(need, slot, cost, way)

    def _leave(self, slot: int) -> None:
        """Free a slot."""
        helper = self.helper[slot]
        self.taker[slot] = -1
        self.slots_of[helper].remove(slot)
        self._count(slot, helper, -1)

    def _hold(self, need: int, slot: int, cost: int, way: int) -> None:
        """Give a slot to a need."""
        helper = self.helper[slot]
        self.taker[slot], self.paid[slot], self.way[slot] = need, cost, way
        self.slots_of[helper].append(slot)
        self._count(slot, helper, 1)

    def _count(self, slot: int, helper: int, turns: int) -> None:
        """Count turns more, or fewer, against the limits of a helper."""
        self.room[helper] -= turns
        self.room_in[self.week[slot]] -= turns
        self.next_costs[helper] += FURTHER_TURN * turns


def cheapest(network: Network) -> NDArray[np.intp]:
    """Return the ways that the cheapest flow takes."""
    flow = Flow(network)
    for need, people in enumerate(network.people):
        for _ in range(people):
            flow.add_place(need)
    taken = [way for way, taker in zip(flow.way, flow.taker, strict=True) if taker >= 0]
    return np.array(sorted(taken), np.intp)
