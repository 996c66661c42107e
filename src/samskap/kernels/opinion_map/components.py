"""The two directions in which participants differ most, found without filling the empty cells.

An empty cell is taken to hold the mean of its statement. After the means are taken away it holds
exactly nothing, so the table stays as sparse as the votes are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import LinearOperator, eigsh

from samskap.kernels.opinion_map.votes import Votes

SEED = 20_211_111
SMALL = 24
"""Up to so many statements, D′D is taken apart whole."""
CLOSE = 1e-10
"""How near an eigenvector is taken to be found, as a share of its eigenvalue."""
HELD = 12
"""So many directions are held at once: 13 to 22 products with D′D were enough wherever tried."""


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """The means and the two leading directions.

    means  (m,) of the votes on each statement, −1 … 1
    axes   (2, m) of length 1, orthogonal; the largest entry of each is positive
    """

    means: NDArray[np.float64]
    axes: NDArray[np.float64]


def centred(votes: Votes, left_out: NDArray[np.bool_]) -> tuple[NDArray[np.float64], csr_array]:
    """Return the mean of each statement, (m,), and the votes less these, (n, m).

    left_out  (m,) statements that were moderated out: nobody differs on them
    """
    cells, m = votes.cells, votes.statements.size
    seen, sums = np.zeros(m), np.zeros(m)
    for _rows, part in votes.in_parts():
        seen += np.bincount(cells.indices[part], minlength=m)
        sums += np.bincount(cells.indices[part], weights=cells.data[part], minlength=m)
    means = np.where(left_out, 0.0, sums / np.maximum(seen, 1))
    away = np.empty(cells.nnz)
    for _rows, part in votes.in_parts():
        np.subtract(cells.data[part], means[cells.indices[part]], out=away[part])
        if left_out.any():
            away[part][left_out[cells.indices[part]]] = 0.0
    return means, csr_array((away, cells.indices, cells.indptr), shape=cells.shape)


def components_of(votes: Votes, left_out: NDArray[np.bool_]) -> tuple[Components, csr_array]:
    """Find the two leading directions; return the votes less their means too.

    Lanczos on D′D (ARPACK) from a start that is the same each time: only products with the
    sparse table D are needed. Where there are no more than a handful of statements, D′D is
    small enough to be taken apart whole.
    """
    means, away = centred(votes, left_out)
    m = votes.statements.size
    if m <= SMALL:
        _values, vectors = np.linalg.eigh((away.T @ away).toarray())
        axes = vectors.T[::-1][:2]
    else:
        start = np.random.default_rng(SEED).standard_normal(m)
        across = away.T
        product = LinearOperator((m, m), matvec=lambda x: across @ (away @ x), dtype=np.float64)
        values, vectors = eigsh(product, k=2, which="LA", v0=start, tol=CLOSE, ncv=HELD)
        axes = vectors.T[np.argsort(-values)]
    return Components(means, turned(padded(axes))), away


def padded(axes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give a second axis of nothing where there is one statement only."""
    missing = 2 - axes.shape[0]
    return np.vstack([axes, np.zeros((missing, axes.shape[1]))]) if missing else axes


def turned(axes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn each axis so that its largest entry is positive: a direction has no sign of its own."""
    largest = np.argmax(np.abs(axes), axis=1)
    signs = np.sign(axes[np.arange(axes.shape[0]), largest])
    return np.ascontiguousarray(axes * np.where(signs == 0, 1, signs)[:, None])


def positions_of(
    votes: Votes, components: Components, away: csr_array, left_out: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return where each participant stands, (n, 2).

    Whoever voted on few statements would lie near the middle for that reason alone: positions
    are scaled by √(statements ÷ own votes). A statement that is left out counts as one that
    everybody voted on.

    Source: Small et al. (2021); Polis’s public mathematics.
    """
    out = int(left_out.sum())
    own = votes.per_participant.astype(np.float64)
    if out:
        own -= np.add.reduceat(
            np.append(left_out[votes.cells.indices], 0), votes.cells.indptr[:-1]
        ) * (own > 0)
    scale = np.sqrt(votes.statements.size / np.maximum(own + out, 1))
    return np.asarray(away @ components.axes.T) * scale[:, None]
