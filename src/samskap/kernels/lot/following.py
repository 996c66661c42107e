"""Numbered panels that follow a target: everybody sits as often as their chance says.

One panel is copied, and people in the copies are swapped, until each kind sits in its share of
them: first in a few panels, which are copied again, so that large differences are evened out while
panels are few. Before the last stage each is weighed and copied as often as its weight says. A swap
never breaks a quota; where one alone would, two are made at once.

Source of the idea that a uniform lottery over numbered panels can be as fair, to within rounding:
Flanigan, Kehne & Procaccia (2021), “Fair sortition made transparent”, NeurIPS 34.
"""

from __future__ import annotations

import numpy as np

from samskap.kernels.lot.draft import BEFORE_OTHERS, Draft, Rows, Yes
from samskap.kernels.lot.exact import weighed
from samskap.kernels.lot.kinds import Counts, Kinds
from samskap.kernels.lot.solver import Numbers
from samskap.kernels.lot.target import Target

FEW, SOME = 40, 400  # panels at the first stage, and at the second
SWEEPS = (2, 4, 3)  # at each stage, at most
MANY = 1000  # kinds; with more of them, panels are copied as they are
PATIENCE = 40  # sweeps more at the last, for those who are the least likely
AT_ONCE = 8  # how often one kind is served in a sweep
ROUNDING = 0.01  # of the least chance


def enough(panels: int, least: float) -> int:
    """Return how many panels let the least chance be rounded down by little.

    With z · panels turns for whoever has the least chance z, only whole turns can be given. Where
    that would take more than a hundredth, so many panels are made that one turn more is whole.
    """
    turns = least * panels
    if not turns or np.floor(turns + 1e-9) >= (1 - 1.5 * ROUNDING) * turns:
        return panels
    return int(np.ceil((1 + ROUNDING) * np.ceil(turns) / least))


def followed(kinds: Kinds, target: Target, start: Counts, panels: int, seed: int) -> Counts:
    """Make panels in which each kind sits as often as its chance says, as nearly as is found.

    start    [T]          members of one panel, or [n, T] of several
    panels   at least so many
    returns  [panels, T]  members of each kind
    """
    chance = np.random.default_rng(seed)
    number = enough(panels, target.bound)
    seats = seats_of(np.atleast_2d(start))
    # Weights come out nearly exact where there are far more panels than kinds; else fewer will do.
    some = SOME if 2 * kinds.number <= SOME else SOME // 2
    for stage, sweeps in zip((FEW, some, number), SWEEPS, strict=True):
        if stage < len(seats) or stage > number:
            continue
        if stage == number and kinds.number <= MANY:
            seats = _by_weight(kinds, target.chances, seats, number)
        draft = Draft(kinds, np.resize(seats, (stage, kinds.size)), target.chances, chance)
        even_out(draft, sweeps, is_last=stage == number)
        seats = draft.seats
    return members_of(chance.permutation(seats), kinds.number)


def seats_of(panels: Counts) -> Rows:
    """Give each member of each panel [n, T] a seat [n, k]."""
    return np.array([np.repeat(np.arange(len(panel)), panel) for panel in panels])


def members_of(seats: Rows, kinds: int) -> Counts:
    """Count the members of each kind again: [n, T]."""
    members = np.zeros((len(seats), kinds), np.int64)
    np.add.at(members, (np.arange(len(seats))[:, None], seats), 1)
    return members


def _by_weight(kinds: Kinds, chances: Numbers, seats: Rows, panels: int) -> Rows:
    """Copy each panel as often as its weight says, the largest remainders rounded up."""
    members, weights = weighed(kinds, chances, members_of(seats, kinds.number))
    return np.repeat(seats_of(members), times_of(weights, panels), axis=0)


def times_of(weights: Numbers, panels: int) -> Counts:
    """Tell how many of so many panels each weight stands for, the largest remainders rounded up."""
    times = np.floor(weights * panels).astype(np.int64)
    remainders = np.argsort(times - weights * panels, kind="stable")
    times[remainders[: panels - times.sum()]] += 1
    return times


def even_out(draft: Draft, sweeps: int, *, is_last: bool) -> None:
    """Swap people until every promised turn is given, or nothing more is won.

    After its last sweep the last stage goes on with those who have the least chance of all.
    """
    for sweep in range(sweeps + PATIENCE * is_last):
        if sweep < sweeps:
            cheapest = 0.0 if sweep else draft.price[draft.sits > 0].min()
            wanting = draft.gain > cheapest
        else:
            wanting = (draft.sits < draft.floor) & (draft.promise > 0.95 * BEFORE_OTHERS)
        moved = sum(_give(draft, kind) for kind in _most_first(draft, wanting))
        if not wanting.any() or (sweep and (draft.sits >= draft.floor).all()):
            break
        if not moved and sweep < sweeps and not is_last:
            break


def _most_first(draft: Draft, wanting: Yes) -> list[int]:
    """Put kinds in order of what a turn more is worth to them."""
    order = np.argsort(-draft.gain, kind="stable")
    return [int(kind) for kind in order[wanting[order]]]


def _give(draft: Draft, kind: int) -> int:
    """Give a kind turns, by single swaps and then by two at once; return how many."""
    given = 0
    for _ in range(AT_ONCE):
        served = draft.serve(kind)
        given += served
        if not served or draft.gain[kind] <= 0.5:
            break
    for _ in range(AT_ONCE):
        if draft.gain[kind] <= 0.5 or not draft.mend(kind):
            break
        given += 1
    return given
