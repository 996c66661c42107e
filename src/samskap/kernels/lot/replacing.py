"""When members leave: the pool that fills their places within the same quotas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from samskap.kernels.lot.asking import Pool
from samskap.kernels.lot.errors import NotInThePanel


def without(pool: Pool, panel: Collection[str], leaving: Collection[str]) -> Pool:
    """Return the pool of those who can take the places of members who leave.

    Its quotas are what those who stay leave open. Nobody who was drawn is drawn again, and where
    addresses count once, nobody who lives with a member who stays.

    panel    keys of the whole panel
    leaving  keys of those of it who leave

    Raises NotInThePanel when somebody leaves who is not in the panel, or sits there but is not in
    the pool; TooFew when fewer can step in than are needed.
    """
    known = {one.key: one for one in pool.entrants}
    if strangers := (set(leaving) - set(panel)) | (set(panel) - known.keys()):
        raise NotInThePanel(", ".join(sorted(strangers)))
    staying = [known[key] for key in panel if key not in set(leaving)]
    held = Counter((name, one.features[name]) for one in staying for name in pool.features)
    homes = {one.household for one in staying if one.household and pool.one_per_household}
    return replace(
        pool,
        size=len(set(leaving)),
        quotas=tuple(
            replace(
                one,
                least=max(0, one.least - held[one.feature, one.value]),
                most=max(0, one.most - held[one.feature, one.value]),
            )
            for one in pool.quotas
        ),
        entrants=tuple(
            one for one in pool.entrants if one.key not in set(panel) and one.household not in homes
        ),
    )
