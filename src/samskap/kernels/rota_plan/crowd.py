"""All helpers at once, as arrays: who knows what, who can when, who is near."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.rota_plan.asking import DAY, Helper, Need
from samskap.kernels.rota_plan.costs import RATHER_NOT, WISHED

Yes = NDArray[np.bool_]  # [H]
Rows = NDArray[np.intp]  # numbers of helpers


class Crowd:
    """The helpers of a plan; each question is answered for all of them together.

    reach  [H]  km; infinite where they go any distance
    """

    def __init__(self, helpers: Sequence[Helper]) -> None:
        self.helpers = helpers
        self.number_of = {helper.key: number for number, helper in enumerate(helpers)}
        self.home = np.array([helper.at or (np.nan, np.nan) for helper in helpers]).reshape(-1, 2)
        self.reach = np.array([np.inf if one.reach_km is None else one.reach_km for one in helpers])
        self.windows = np.array(
            [
                (number, window.weekday, *window.minutes, window.is_free)
                for number, helper in enumerate(helpers)
                for window in helper.windows
            ],
            np.int64,
        ).reshape(-1, 5)
        self.busy = np.array(
            [
                (
                    number,
                    one.starts_at.timestamp(),
                    one.ends_at.timestamp(),
                    one.starts_at.toordinal(),
                    helper.rest.total_seconds(),
                )
                for number, helper in enumerate(helpers)
                for one in helper.busy
            ],
            np.float64,
        ).reshape(-1, 5)
        self.said: dict[str, dict[int, int]] = {}  # shift → helper → what it adds to the cost
        self.against: dict[str, list[int]] = {}  # whom helpers shall not be with → those helpers
        for number, helper in enumerate(helpers):
            for shifts, more in ((helper.wants, -WISHED), (helper.rather_not, RATHER_NOT)):
                for shift in shifts:
                    self.said.setdefault(shift, {})[number] = more
            for key in helper.not_with:
                self.against.setdefault(key, []).append(number)
        self._knows: dict[frozenset[str], Yes] = {}
        self._can_at: dict[tuple[int, int, int], Yes] = {}
        self._usually: dict[tuple[frozenset[str], tuple[int, int, int]], Rows] = {}

    def who_can(self, need: Need) -> Rows:
        """Who is cleared for a need, free at that time, rested and not shut out."""
        asked = need.asks, need.hours
        if asked not in self._usually:
            self._usually[asked] = np.flatnonzero(self.knows(need.asks) & self.can_at(need.hours))
        usually = self._usually[asked]
        if not len(self.busy) and not need.there:
            return usually
        return usually[~(self.is_taken(need) | self.is_shut_out(need))[usually]]

    def knows(self, asks: frozenset[str]) -> Yes:
        """Who is cleared for all that a need asks for."""
        if asks not in self._knows:
            self._knows[asks] = np.array([asks <= one.knows for one in self.helpers], bool)
        return self._knows[asks]

    def can_at(self, hours: tuple[int, int, int]) -> Yes:
        """Whose ordinary week leaves room for a shift.

        hours  as `Need.hours`; a shift past midnight asks for both days
        """
        if hours not in self._can_at:
            self._can_at[hours] = self._leave_room(*hours)
        return self._can_at[hours]

    def _leave_room(self, weekday: int, starts: int, ends: int) -> Yes:
        """Work out whose week leaves room: all of it within “can”, none in “cannot”."""
        who, day, opens, closes, is_free = self.windows.T
        says_when = np.zeros(len(self.helpers), bool)
        says_when[who[is_free == 1]] = True
        can = np.ones(len(self.helpers), bool)
        while starts < ends:
            until = min(ends, DAY)
            today = day == weekday
            within = ~says_when
            within[who[today & (is_free == 1) & (opens <= starts) & (until <= closes)]] = True
            within[who[today & (is_free == 0) & (opens < until) & (starts < closes)]] = False
            can &= within
            weekday, starts, ends = (weekday + 1) % 7, 0, ends - DAY
        return can

    def is_taken(self, need: Need) -> Yes:
        """Who has given that time already, or would get too little rest across midnight."""
        who, starts, ends, day, rest = self.busy.T
        begins, stops = need.starts_at.timestamp(), need.ends_at.timestamp()
        gap = np.maximum(begins - ends, starts - stops)  # below 0 where they overlap
        clash = (gap < 0) | ((gap < rest) & (day != need.starts_at.toordinal()))
        taken = np.zeros(len(self.helpers), bool)
        taken[who[clash].astype(np.intp)] = True
        return taken

    def is_shut_out(self, need: Need) -> Yes:
        """Who is on the shift already, or shall not be there with somebody who is."""
        out = np.zeros(len(self.helpers), bool)
        for key in need.there:
            out[self.against.get(key, [])] = True
            if key in self.number_of:
                out[self.number_of[key]] = True
        return out

    def km_to(self, need: Need, who: Rows) -> NDArray[np.float64]:
        """How far some of them have; NaN where nobody knows, 0 where distance is no matter."""
        if need.at is None:
            return np.zeros(len(who))
        east, north = (self.home[who] - need.at).T
        return np.asarray(np.hypot(east, north), np.float64)

    def said_of(self, shift: str, who: Rows) -> NDArray[np.int64]:
        """What the wishes of some of them add to the cost of a shift."""
        more = np.zeros(len(self.helpers) if shift in self.said else 0, np.int64)
        for number, cost in self.said.get(shift, {}).items():
            more[number] = cost
        return more[who] if len(more) else np.zeros(len(who), np.int64)
