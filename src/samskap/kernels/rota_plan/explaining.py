"""Why a plan gives a place to somebody, and why one stays open: codes and numbers, no prose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samskap.kernels.rota_plan.rules import Draft
from samskap.kernels.rota_plan.ways import Ways


class PassedOver(StrEnum):
    """Why a helper who lives nearer was not chosen."""

    ON_ANOTHER = "on_another"  # has another turn then, or too near to it
    AT_LIMIT = "at_limit"  # has as many turns as they allow
    HAS_MORE = "has_more"  # has more turns than whoever was chosen
    APART = "apart"  # shall not be there with somebody who is
    WISHES = "wishes"  # a wish, or the whole plan, spoke for another


class OpenBecause(StrEnum):
    """What a place that stays open lacks, the first that fails."""

    NOBODY_CLEARED = "nobody_cleared"  # who knows what it asks for
    NOBODY_FREE = "nobody_free"  # of those, at that time
    NOBODY_NEAR = "nobody_near"  # of those, within their reach
    ALL_TAKEN = "all_taken"  # all who could are on other shifts, or have enough


@dataclass(frozen=True, slots=True)
class Given:
    """That a helper would fill one place of a need, and what the choice rests on.

    could    helpers who could take it; the one chosen among them
    nearer   how many of those live nearer
    passed   why each of them was not chosen: reason → helpers
    has      turns that the helper has before this one, with those of the plan
    km       None where distance is no matter
    wished   True: asked for it; False: would rather not; None: said nothing
    """

    need: str
    helper: str
    could: int
    nearer: int
    passed: dict[PassedOver, int]
    has: int
    km: float | None
    wished: bool | None


@dataclass(frozen=True, slots=True)
class Open:
    """Places of a need that stay open, and why.

    able, free, could  helpers who know what it asks for; of those, who can then; and are near
    """

    need: str
    places: int
    because: OpenBecause
    able: int
    free: int
    could: int


def explain(draft: Draft, ways: Ways) -> tuple[Given, ...]:
    """Say of each turn what it rests on; soonest first."""
    own = set(draft.held())
    before = earlier_turns(draft)
    found = []
    key_of = {way: draft.helpers[draft.helper[way]].key for way in own}
    for mine in sorted(own, key=lambda way: (draft.need[way], key_of[way])):
        helper, need = draft.helper[mine], draft.need[mine]
        first, last = draft.first[need], draft.first[need + 1]
        nearer = first + np.flatnonzero(ways.km[first:last] < ways.km[mine])
        passed: dict[PassedOver, int] = {}
        for other in nearer.tolist():
            if other not in own:
                reason = why_not(draft, other, than=helper)
                passed[reason] = passed.get(reason, 0) + 1
        who, what = draft.helpers[helper], draft.needs[need]
        wished = True if what.shift in who.wants else None
        found.append(
            Given(
                need=what.key,
                helper=who.key,
                could=last - first,
                nearer=len(nearer),
                passed=passed,
                has=before[helper, need],
                km=None if what.at is None or who.at is None else round(float(ways.km[mine]), 1),
                wished=False if what.shift in who.rather_not else wished,
            )
        )
    return tuple(found)


def earlier_turns(draft: Draft) -> dict[tuple[int, int], int]:
    """Count how many turns each helper has before each of theirs."""
    return {
        (helper, need): draft.has[helper] + number
        for helper, ways in draft.turns.items()
        for number, need in enumerate(sorted(draft.need[way] for way in ways))
    }


def why_not(draft: Draft, way: int, *, than: int) -> PassedOver:
    """Find the first reason why a way of a nearer helper was not chosen."""
    helper = draft.helper[way]
    blocking = draft.in_the_way(way)
    if any(draft.helper[other] == helper for other in blocking):
        return PassedOver.ON_ANOTHER
    if blocking:
        return PassedOver.APART
    if not draft.is_within_limits(way):
        return PassedOver.AT_LIMIT
    turns = [draft.has[one] + len(draft.turns.get(one, ())) for one in (helper, than)]
    return PassedOver.HAS_MORE if turns[0] >= turns[1] else PassedOver.WISHES


def left_open(draft: Draft, ways: Ways) -> tuple[Open, ...]:
    """Say of each place that stays open why; soonest first."""
    could = np.bincount(ways.need, minlength=len(draft.needs))
    found = []
    for number, missing in enumerate(draft.missing):
        if not missing:
            continue
        able, free = int(ways.able[number]), int(ways.free[number])
        because = OpenBecause.ALL_TAKEN
        for count, reason in (
            (int(could[number]), OpenBecause.NOBODY_NEAR),
            (free, OpenBecause.NOBODY_FREE),
            (able, OpenBecause.NOBODY_CLEARED),
        ):
            because = because if count else reason
        key = draft.needs[number].key
        found.append(Open(key, missing, because, able, free, int(could[number])))
    return tuple(found)
