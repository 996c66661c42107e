"""The same cheapest flow by OR-Tools, where it is installed: for thousands of helpers.

OR-Tools (Apache-2.0) takes 130 MB with what it needs, so it comes with the extra `plan`.
Docs: SimpleMinCostFlow, https://developers.google.com/optimization/flow/mincostflow
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.rota_plan.costs import FURTHER_TURN, UNFILLED
from samskap.kernels.rota_plan.flow import Network


def is_installed() -> bool:
    """Tell whether OR-Tools is there."""
    return find_spec("ortools") is not None


def cheapest(network: Network) -> NDArray[np.intp]:
    """Return the ways that the cheapest flow takes, as `flow.cheapest` does."""
    solver = import_module("ortools.graph.python.min_cost_flow")
    graph = solver.SimpleMinCostFlow()
    people = np.array(network.people, np.int64)
    sizes = len(network.room), len(network.room_in), len(network.helper), len(people)
    helpers, weeks, slots, needs, end = accumulate((1, *sizes))  # node 0 is where all begins
    begin = np.zeros
    helper_of_week = np.zeros(sizes[1], np.int64)
    helper_of_week[network.week] = network.helper
    each = [np.arange(size) for size in sizes]

    further = [
        (helper, FURTHER_TURN * (has + number))
        for helper, (has, room) in enumerate(zip(network.has, network.room, strict=True))
        for number in range(room)
    ]
    who, dearer = np.array(further, np.int64).reshape(-1, 2).T
    one, nothing = np.ones, np.zeros
    arcs = (  # from, to, room, cost
        (begin(len(who), np.int64), helpers + who, one(len(who), np.int64), dearer),
        (
            helpers + helper_of_week,
            weeks + each[1],
            np.array(network.room_in, np.int64),
            nothing(sizes[1], np.int64),
        ),
        (
            weeks + network.week,
            slots + each[2],
            one(sizes[2], np.int64),
            nothing(sizes[2], np.int64),
        ),
        (needs + each[3], np.full(sizes[3], end), people, nothing(sizes[3], np.int64)),
        (begin(sizes[3], np.int64), needs + each[3], people, np.full(sizes[3], UNFILLED)),
        (
            slots + network.slot,
            needs + network.need,
            one(len(network.cost), np.int64),
            network.cost,
        ),
    )
    named = graph.add_arcs_with_capacity_and_unit_cost(
        *(np.concatenate(column).astype(np.int64) for column in zip(*arcs, strict=True))
    )
    places = int(people.sum())
    graph.set_node_supply(0, places)
    graph.set_node_supply(end, -places)
    if graph.solve() != graph.OPTIMAL:
        raise ArithmeticError("no flow was found, though leaving all places open is one")
    flows = np.asarray(graph.flows(named[-len(network.cost) :]))
    return np.flatnonzero(flows > 0)
