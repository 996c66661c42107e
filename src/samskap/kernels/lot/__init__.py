"""A fair and public lot: numbered panels within quotas, and one number drawn that anyone can check.

Give `plan` a pool; what comes back is a lottery of numbered panels, each as likely as another, and
everybody's chance. `draw` draws one of them by a seed that was committed to beforehand.

- *pool*: who can be drawn, for how many places, within which quotas
- *entrant*: somebody in the pool, under a pseudonym
- *quota*: how many members of a panel may share a value of a feature
- *panel*: so many people as there are places, all quotas kept
- *kind*: people whom no quota can tell apart

Sources: Flanigan, Gölz, Gupta, Hennig & Procaccia (2021), “Fair algorithms for selecting
citizens’ assemblies”, Nature 596; Flanigan, Kehne & Procaccia (2021), “Fair sortition made
transparent”, NeurIPS 34.
"""

from samskap.kernels.lot.asking import Entrant, Pool, Way
from samskap.kernels.lot.drawing import (
    Drawn,
    Lottery,
    commitment,
    draw,
    fingerprint,
    number_of,
    seed_with,
)
from samskap.kernels.lot.errors import (
    GaveUp,
    Infeasible,
    LotError,
    NoSeed,
    NotInThePanel,
    TooFew,
    UnknownValue,
)
from samskap.kernels.lot.planning import FORMULA, Exact, exact, plan
from samskap.kernels.lot.quotas import Quota, Relaxation
from samskap.kernels.lot.relaxing import relax
from samskap.kernels.lot.replacing import without

__all__ = [
    "FORMULA",
    "Drawn",
    "Entrant",
    "Exact",
    "GaveUp",
    "Infeasible",
    "LotError",
    "Lottery",
    "NoSeed",
    "NotInThePanel",
    "Pool",
    "Quota",
    "Relaxation",
    "TooFew",
    "UnknownValue",
    "Way",
    "commitment",
    "draw",
    "exact",
    "fingerprint",
    "number_of",
    "plan",
    "relax",
    "seed_with",
    "without",
]
