"""How sure a share is: the interval in which it lies when few have voted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Z95 = 1.959963984540054


def interval(
    said: NDArray[np.float64], seen: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the lower and upper end, each as `said`, of the share who say so, at 95 %.

    said  how many say so
    seen  how many were asked; where nobody was, the share is anything between 0 and 1

    Source: Wilson (1927), J. Am. Stat. Assoc. 22(158): the score interval.
    """
    n = np.maximum(seen, 1.0)
    p, z2 = said / n, Z95**2
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    reach = Z95 * np.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    nobody = seen == 0
    low = np.where(nobody, 0.0, np.clip(middle - reach, 0, 1))
    high = np.where(nobody, 1.0, np.clip(middle + reach, 0, 1))
    return low, high
