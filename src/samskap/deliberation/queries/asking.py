"""Which statement somebody is asked next."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from django.db.models import Exists, OuterRef
from numpy.typing import NDArray

from samskap.deliberation.models import Deliberation, Participant, Standing, Statement, Vote
from samskap.kernels.opinion_map import next_for


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody is asked, and how far they have come.

    statement  the next one; None when they have answered all there are
    answered   statements they voted on, of those that are shown
    in_all     statements that are shown
    """

    statement: Statement | None
    answered: int
    in_all: int


def asked_next(
    deliberation: Deliberation,
    participant: Participant | None,
    *,
    pseudonym: str,
    weights: Mapping[int, float],
) -> Asked:
    """The statement that somebody is asked next: three questions to the database, however many.

    pseudonym  what stands for whoever is asked
    weights    number of a statement → how much a vote on it tells, by the last drawing of the map;
               a statement that is newer than the drawing weighs as much as the heaviest

    Before the first drawing whichever has the fewest votes is asked, the oldest first: so each gets
    its votes, and none a head start (`docs/guide/deliberation.md`).
    """
    rows = deliberation.statements.filter(state=Standing.SHOWN).order_by("number")
    mine = Vote.objects.filter(
        participant=participant.pk if participant else None, statement=OuterRef("pk")
    )
    shown = list(
        rows.annotate(is_answered=Exists(mine)).values_list(
            "pk", "number", "agrees", "disagrees", "passes", "is_answered"
        )
    )
    seen = np.array([is_answered for *_rest, is_answered in shown], dtype=bool)
    place = _by_weight(shown, seen, pseudonym, weights) if weights else _by_votes(shown)
    return Asked(
        statement=None if place is None else deliberation.statements.get(pk=shown[place][0]),
        answered=int(seen.sum()),
        in_all=len(shown),
    )


Row = tuple[int, int, int, int, int, bool]


def _by_votes(shown: list[Row]) -> int | None:
    """The place of the statement with the fewest votes, the oldest of them; None without any."""
    left = [place for place, row in enumerate(shown) if not row[5]]
    return min(left, key=lambda place: (sum(shown[place][2:5]), shown[place][1]), default=None)


def _by_weight(
    shown: list[Row], seen: NDArray[np.bool_], pseudonym: str, weights: Mapping[int, float]
) -> int | None:
    """The place of a statement drawn by how much a vote on it tells; None without any."""
    heaviest = max(weights.values())
    return next_for(pseudonym, seen, np.array([weights.get(row[1], heaviest) for row in shown]))
