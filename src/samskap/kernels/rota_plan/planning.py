"""Making the plan: ways, the cheapest flow, what no flow can hold, and the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.errors import NamedTwice
from samskap.kernels.rota_plan import flow, large
from samskap.kernels.rota_plan.asking import Helper, Need, week_of
from samskap.kernels.rota_plan.explaining import Given, Open, explain, left_open
from samskap.kernels.rota_plan.flow import Network
from samskap.kernels.rota_plan.rules import Draft
from samskap.kernels.rota_plan.ways import Ways, ways_between

Rows = NDArray[np.intp]

FORMULA = "rota plan 1.1"  # 1.0 left ways out where there were more than 100 000
ROUNDS = 6  # how often a flow is worked out anew where it had to be mended
MANY = 50_000  # ways; from here on a flow is worked out in rounds, and once


@dataclass(frozen=True, slots=True)
class Plan:
    """Who would take what, what stays open, and what it all costs.

    given        soonest first
    open         likewise
    cost         tenths of a kilometre, see `costs`; of the turns that this plan adds
    is_cheapest  whether no plan that keeps the rules costs less; False: none was found
    """

    given: tuple[Given, ...]
    open: tuple[Open, ...]
    cost: int
    is_cheapest: bool

    @property
    def places(self) -> int:
        """How many places were asked for."""
        return len(self.given) + sum(one.places for one in self.open)


def plan(needs: Iterable[Need], helpers: Iterable[Helper], *, seed: int = 0) -> Plan:
    """Suggest who takes what: as many places as can be filled, then fairly, then near.

    Nobody gets two shifts in one part of a day, more than they allow, one for which they are not
    cleared, not free or too far away, too little rest across midnight, or company that was
    ruled out. The first four a flow can hold, so within them the plan is the cheapest there is.
    For rest and company the flow’s answer is mended: the dearer of two turns that cannot both be
    is given to somebody else. A mended plan is never worse than giving away turn by turn.

    seed  decides between people who cost the same; the order of rows never does

    Raises NamedTwice when two needs, or two helpers, carry one key.
    """
    wanted, people = in_order(needs, helpers, seed)
    ways = ways_between(wanted, people)
    draft, is_mended = best_draft(wanted, people, ways)
    return Plan(explain(draft, ways), left_open(draft, ways), draft.total(), not is_mended)


def best_draft(needs: Sequence[Need], helpers: Sequence[Helper], ways: Ways) -> tuple[Draft, bool]:
    """Fill a draft from the flow; mend it where rest or company asks for it, and say whether.

    A flow that breaks these rules is mended, and worked out anew without the ways that had to go.
    The cheapest of what that gives is taken, with turn by turn among them.
    """
    kept = np.ones(len(ways.cost), bool)
    drafts: list[Draft] = []
    for _ in range(ROUNDS if len(ways.cost) <= MANY else 1):
        draft = Draft(needs, helpers, ways)
        left = np.flatnonzero(kept)
        for way in cheapest(needs, helpers, ways.only(kept)).tolist():
            draft.hold(int(left[way]))
        broken = list(draft.broken())
        if not broken and not drafts:
            return draft, False
        draft.fill()
        draft.move()
        drafts.append(draft)
        if not broken:
            break
        kept[broken] = False
    drafts.append(one_by_one(needs, helpers, ways))
    return min(drafts, key=Draft.total), True


def turn_by_turn(needs: Iterable[Need], helpers: Iterable[Helper], *, seed: int = 0) -> Plan:
    """Give the soonest place to whoever costs least, then the next: what one does by hand."""
    wanted, people = in_order(needs, helpers, seed)
    ways = ways_between(wanted, people)
    draft = one_by_one(wanted, people, ways)
    return Plan(explain(draft, ways), left_open(draft, ways), draft.total(), False)


def one_by_one(needs: Sequence[Need], helpers: Sequence[Helper], ways: Ways) -> Draft:
    """Fill a draft from nothing, soonest first."""
    draft = Draft(needs, helpers, ways)
    draft.fill()
    return draft


def in_order(
    needs: Iterable[Need], helpers: Iterable[Helper], seed: int
) -> tuple[list[Need], list[Helper]]:
    """Put needs in order of time, helpers in a drawn one; let “not with” hold both ways."""
    wanted = sorted(needs, key=lambda need: (need.starts_at, need.key))
    people = sorted(helpers, key=lambda helper: sha256(f"{seed}:{helper.key}".encode()).digest())
    for keys in ([need.key for need in wanted], [helper.key for helper in people]):
        twice = [key for key, times in Counter(keys).items() if times > 1]
        if twice:
            raise NamedTwice(", ".join(twice))
    apart: dict[str, set[str]] = {}
    for helper in people:
        for other in helper.not_with:
            apart.setdefault(other, set()).add(helper.key)
    return wanted, [
        replace(helper, not_with=helper.not_with | apart[helper.key])
        if helper.key in apart
        else helper
        for helper in people
    ]


def cheapest(needs: Sequence[Need], helpers: Sequence[Helper], ways: Ways) -> Rows:
    """Return the ways that the cheapest flow takes, by whichever engine suits."""
    network = network_of(needs, helpers, ways)
    if not len(ways.cost):
        return np.zeros(0, np.intp)
    if len(ways.cost) > MANY:
        return large.cheapest(network)
    return flow.cheapest(network)


def network_of(needs: Sequence[Need], helpers: Sequence[Helper], ways: Ways) -> Network:
    """Number the parts of days and the weeks of all helpers, and count what they allow."""
    days = [need.part for need in needs]
    parts, part_of = np.unique([day * 3 + part for day, part in days], return_inverse=True)
    weeks, week_of_need = np.unique([need.week for need in needs], return_inverse=True)
    helper, _, slot = numbered(ways.helper, part_of[ways.need], len(parts))
    week = np.empty(len(helper), np.intp)
    week[slot] = week_of_need[ways.need]
    of_helper, of_week, week_number = numbered(helper, week, len(weeks))
    slots_of = np.bincount(helper, minlength=len(helpers))
    room = [
        int(slots) if one.most is None else min(int(slots), max(one.most - one.has, 0))
        for one, slots in zip(helpers, slots_of, strict=True)
    ]
    return Network(
        need=ways.need,
        slot=slot,
        cost=ways.cost,
        helper=helper,
        week=week_number,
        people=[need.people for need in needs],
        has=[one.has for one in helpers],
        room=room,
        room_in=[
            room_in_week(helpers[number], int(weeks[own]), room[number])
            for number, own in zip(of_helper.tolist(), of_week.tolist(), strict=True)
        ],
    )


def numbered(group: Rows, member: Rows, members: int) -> tuple[Rows, Rows, Rows]:
    """Number the pairs of group and member that occur, in order.

    group, member  [R]  of each row; members are 0 … members - 1
    returns        group and member of each pair, and the number of the pair of each row
    """
    keys = group * members + member
    occurs = np.zeros(int(keys.max(initial=-1)) + 1, bool)
    occurs[keys] = True
    pairs = np.flatnonzero(occurs)
    return pairs // members, pairs % members, (np.cumsum(occurs) - 1)[keys]


def room_in_week(helper: Helper, week: int, room: int) -> int:
    """How many turns more a helper allows in one week."""
    if helper.most_a_week is None:
        return room
    counted = sum(one.counts and week_of(one.starts_at) == week for one in helper.busy)
    return max(0, min(room, helper.most_a_week - counted))
