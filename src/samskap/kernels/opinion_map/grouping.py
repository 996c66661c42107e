"""Groups of participants who stand near each other: k-means, and how many groups there are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.vq import vq

MOST_GROUPS = 5
ROUNDS = 300
STILL = 1e-4
"""Groups stand still when their centres move less than this share of the mean variance."""
EXACT = 5_000
"""Up to so many points the silhouette is exact; above, points near each other are one node."""
GRID = 96
"""So many nodes along each side of the picture: none is further than 0.8 % from its points."""
AT_A_TIME = 32
"""Rows of distances that are held at once: few enough to stay near the processor."""
HAIR = 1e-13
"""What is added to a squared distance, as a share of the largest: more than it may be wrong by."""


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Points laid in groups.

    labels      (n,) the group of each point, 0 … k − 1
    centres     (k, 2)
    silhouette  the mean over all points, −1 … 1: how clearly the groups are apart
    """

    labels: NDArray[np.int32]
    centres: NDArray[np.float64]
    silhouette: float


def best_grouping(points: NDArray[np.float64], most: int = MOST_GROUPS) -> Grouping:
    """Lay points, (n, 2), in as many groups, 2 … most, as are most clearly apart.

    k-means begins at the first distinct points in the order of their coordinates, so the answer
    depends neither on the order of the points nor on chance.

    Sources: Lloyd (1982), IEEE Trans. Inf. Theory 28(2); Rousseeuw (1987), J. Comput. Appl.
    Math. 20; the choice of k as in Small et al. (2021).
    """
    starts = first_distinct(points, most)
    found = [with_members(*nearest_centres(points, starts[:k])) for k in range(2, len(starts) + 1)]
    scores = silhouettes(points, [labels for labels, _centres in found])
    best = int(np.argmax(scores))
    return Grouping(*found[best], silhouette=float(scores[best]))


def first_distinct(points: NDArray[np.float64], most: int) -> NDArray[np.float64]:
    """Return the first distinct points in the order of x, then y."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    chosen = [points[order[0]]]
    for place in order[1:]:
        if len(chosen) == most:
            break
        if not np.array_equal(points[place], chosen[-1]):
            chosen.append(points[place])
    return np.array(chosen)


def nearest_centres(
    points: NDArray[np.float64], starts: NDArray[np.float64]
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Move centres to the middle of the points nearest to them until they stand still (Lloyd)."""
    centres = starts.copy()
    still = STILL * points.var(axis=0).mean()
    labels = nearest(points, centres)
    for _round in range(ROUNDS):
        middles = middles_of(points, labels, centres)
        moved = float(((middles - centres) ** 2).sum())
        centres = middles
        before, labels = labels, nearest(points, centres)
        if moved <= still or np.array_equal(before, labels):
            break
    return labels, centres


def with_members(
    labels: NDArray[np.int32], centres: NDArray[np.float64]
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Leave out groups that nobody ended in, as where many vote alike; number the others anew."""
    there = np.unique(labels)
    return np.searchsorted(there, labels).astype(np.int32), centres[there]


def nearest(points: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.int32]:
    """Return the place of the centre nearest to each point, (n,); the first of equals."""
    places: NDArray[np.int32] = vq(points, centres, check_finite=False)[0]
    return places


def middles_of(
    points: NDArray[np.float64], labels: NDArray[np.int32], centres: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the middle of each group; a group that nobody is in stays where it was."""
    k = len(centres)
    members = np.bincount(labels, minlength=k)
    sums = np.stack([np.bincount(labels, points[:, axis], k) for axis in (0, 1)], axis=1)
    return np.where(members[:, None] > 0, sums / np.maximum(members, 1)[:, None], centres)


def silhouettes(
    points: NDArray[np.float64], labelings: list[NDArray[np.int32]]
) -> NDArray[np.float64]:
    """Return the mean silhouette of each labeling of the same points, in one look at all pairs.

    Above EXACT points, those in one cell of a grid and in the same groups become one node with
    their weight, at their middle. No point is further from its node than a cell is wide, which
    is 1 ÷ GRID of the picture; in the benchmarks the score then differs by less than 0.002.
    """
    nodes, weights, labels = points, np.ones(len(points)), np.stack(labelings)
    if len(points) > EXACT:
        nodes, weights, labels = on_a_grid(points, labels)
    to_group, members = distances_to_groups(nodes, weights, labels)
    return np.array(
        [
            mean_silhouette(sums, sizes, of, weights)
            for sums, sizes, of in zip(to_group, members, labels, strict=True)
        ]
    )


def on_a_grid(
    points: NDArray[np.float64], labels: NDArray[np.int32]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int32]]:
    """Gather points of one cell and the same groups in nodes: where, how many, and labels."""
    low, high = points.min(axis=0), points.max(axis=0)
    cells = ((points - low) / np.maximum(high - low, 1e-12) * (GRID - 1)).astype(np.int64)
    key = cells[:, 0] * GRID + cells[:, 1]
    for of in labels:
        key = key * (MOST_GROUPS + 1) + of
    _keys, first, node = np.unique(key, return_index=True, return_inverse=True)
    weights = np.bincount(node).astype(np.float64)
    middles = np.stack([np.bincount(node, points[:, axis]) for axis in (0, 1)], axis=1)
    return middles / weights[:, None], weights, labels[:, first]


def distances_to_groups(
    nodes: NDArray[np.float64], weights: NDArray[np.float64], labels: NDArray[np.int32]
) -> tuple[list[NDArray[np.float32]], list[NDArray[np.float64]]]:
    """Return, for each labeling, how far each node is from all of each group, (k, n), and sizes.

    Each pair is looked at once. Distances are numbers of four bytes: a score is then wrong by
    less than a hundred thousandth, and takes a quarter of the time.
    """
    counts = [int(of.max()) + 1 for of in labels]
    belongs = np.concatenate(
        [np.eye(k)[of] * weights[:, None] for k, of in zip(counts, labels, strict=True)], axis=1
    )
    # |p − q|² = |p|² + |q|² − 2 p·q, for all pairs of some rows in one product; and a hair more,
    # or some would come out as less than nothing.
    near = nodes - nodes.mean(axis=0)
    squares, ones = (near**2).sum(axis=1), np.ones(len(near))
    more = squares + HAIR * squares.max()
    left, right = np.stack([*(-2 * near.T), ones, more]), np.stack([*near.T, squares, ones])
    small = belongs.astype(np.float32)
    sums = np.zeros_like(small)
    for begin in range(0, len(near), AT_A_TIME):
        end = begin + AT_A_TIME
        away = (left[:, begin:end].T @ right[:, begin:]).astype(np.float32)
        np.sqrt(away, out=away)
        sums[begin:end] += away @ small[begin:]
        sums[end:] += away[:, AT_A_TIME:].T @ small[begin:end]
    ends = np.cumsum(counts)[:-1]
    return np.split(np.ascontiguousarray(sums.T), ends), np.split(belongs.sum(axis=0), ends)


def mean_silhouette(
    sums: NDArray[np.float32],
    sizes: NDArray[np.float64],
    labels: NDArray[np.int32],
    weights: NDArray[np.float64],
) -> float:
    """Return the mean of (b − a) ÷ max(a, b) over the points that the nodes stand for.

    a  the mean distance to the others of one’s own group
    b  the mean distance to the nearest other group
    """
    node = np.arange(len(labels))
    own = sizes[labels]
    a = sums[labels, node] / np.maximum(own - 1, 1)
    means = sums / sizes[:, None]
    means[labels, node] = np.inf
    b = means.min(axis=0)
    larger = np.maximum(a, b)
    alone = (own <= 1) | ~np.isfinite(b) | (larger == 0)
    score = np.where(alone, 0.0, (b - a) / np.where(alone, 1.0, larger))
    return float((score * weights).sum() / weights.sum())
