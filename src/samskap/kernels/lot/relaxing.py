"""When no panel keeps all quotas: the least that has to give way."""

from __future__ import annotations

import numpy as np

from samskap.kernels.lot.asking import Pool
from samskap.kernels.lot.kinds import Kinds, kinds_of
from samskap.kernels.lot.quotas import Relaxation
from samskap.kernels.lot.solver import Programme


def relax(pool: Pool) -> tuple[Relaxation, ...]:
    """Find the smallest relaxation of quotas that lets a panel be made; () where none is needed.

    The number of people by which limits move is made as small as can be, and among the ways to do
    that, the number of quotas that change. The number of places and the rule about addresses stand.

    Source: a whole-number programme like the one in Flanigan, Gölz, Gupta, Hennig & Procaccia
    (2021), Nature 596, supplementary information 8; theirs weighs a change by the quota’s size,
    ours counts people, so that it can be said in words.
    """
    kinds = kinds_of(pool)
    programme = _programme(kinds)
    values = len(kinds.quotas)
    people = np.concatenate([np.zeros(kinds.number), -np.ones(2 * values), np.zeros(2 * values)])
    quotas = np.concatenate([np.zeros(kinds.number + 2 * values), -np.ones(2 * values)])
    # One person less counts for more than all the quotas there are.
    programme.set_worth(people * (2 * values + 1) + quotas)
    programme.solve()  # without any quotas there is a panel, or the pool would not have come to be
    moved = np.rint(programme.amounts[kinds.number :]).astype(int)
    down, up = moved[:values].tolist(), moved[values : 2 * values].tolist()
    return tuple(
        Relaxation(quota, quota.least - less, quota.most + more)
        for quota, less, more in zip(kinds.quotas, down, up, strict=True)
        if less or more
    )


def _programme(kinds: Kinds) -> Programme:
    """Write it down: members of each kind, how far each limit moves, and whether it moves at all.

    Columns: [T] members, [Q] least moved down, [Q] most moved up, [2 Q] whether it moved.
    """
    values, count, homes = len(kinds.quotas), kinds.number, kinds.shared_homes()
    one, none = np.eye(values), np.zeros((values, values))
    columns = count + 4 * values
    reach = float(kinds.size)  # no limit need move further than there are places
    at_least = np.hstack([kinds.has, one, none, none, none])
    at_most = np.hstack([kinds.has, none, -one, none, none])
    if_moved = np.hstack(
        [np.zeros((2 * values, count)), np.eye(2 * values), -reach * np.eye(2 * values)]
    )
    places = np.append(np.ones(count), np.zeros(4 * values))[None]
    addresses = np.hstack([homes, np.zeros((len(homes), 4 * values))])
    endless = np.full(columns, reach)
    endless[:count] = kinds.addresses[kinds.lives_in]
    endless[count : count + values] = np.minimum(kinds.least, kinds.size)
    endless[count + 2 * values :] = 1.0
    far = np.full(values, 1e9)
    return Programme(
        np.vstack([at_least, at_most, if_moved, places, addresses]).astype(float),
        np.concatenate([kinds.least, -far, np.full(2 * values, -1e9), [reach], 0.0 * homes[:, 0]]),
        np.concatenate(
            [far, kinds.most, np.zeros(2 * values), [reach], kinds.addresses[kinds.shared()]]
        ).astype(float),
        endless.astype(float),
        whole=True,
    )
