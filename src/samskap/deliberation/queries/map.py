"""Reading votes for the map of opinions, and the maps that were drawn."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import numpy as np
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.crypto import salted_hmac

from samskap.deliberation.models import (
    Deliberation,
    Drawing,
    Participant,
    Standing,
    State,
    Statement,
    Vote,
)
from samskap.kernels.opinion_map import ENOUGH_VOTES, FEW, Place
from samskap.kernels.opinion_map.document import Evidence, evidence_from, frame_of
from samskap.kernels.suppression import SMALLEST_SHOWN

AT_A_TIME = 20_000
FEWEST = 2 * SMALLEST_SHOWN
"""So many people must have voted enough before a map is drawn: two groups that may be shown."""
STILL_DRAWN = timedelta(days=1)
"""So long after its end a deliberation is looked at again, for what came last."""


def sums_of(deliberations: Iterable[int]) -> dict[int, str]:
    """For each deliberation a hash of what its statements’ votes add up to, as they stand now.

    A map is drawn anew where it has changed. It is read from the sums beside the statements, which
    is a row for each statement and none for each vote.
    """
    rows = Statement.objects.filter(deliberation__in=deliberations).exclude(state=Standing.AWAITING)
    by_deliberation: dict[int, list[Any]] = {}
    for deliberation, *sums in rows.order_by("deliberation", "number").values_list(
        "deliberation", "number", "state", "agrees", "disagrees", "passes"
    ):
        by_deliberation.setdefault(deliberation, []).append(sums)
    return {
        deliberation: hashlib.sha256(json.dumps(sums).encode()).hexdigest()
        for deliberation, sums in by_deliberation.items()
    }


def to_draw() -> "QuerySet[Any]":
    """The deliberations whose maps may be old: those that take votes, or did until yesterday.

    Each knows of what sums its last map was drawn, as `drawn_of`.
    """
    last = Drawing.objects.filter(deliberation=OuterRef("pk")).order_by("-number")
    lately = timezone.now() - STILL_DRAWN
    is_open = Q(state=State.OPEN) & (Q(closes_at=None) | Q(closes_at__gt=lately))
    found: QuerySet[Deliberation] = Deliberation.objects.filter(opens_at__lte=timezone.now())
    found = found.filter(is_open | Q(changed_at__gt=lately)).select_related("municipality")
    return found.annotate(drawn_of=Subquery(last.values("seen")[:1]))


def evidence_of(
    deliberation: Deliberation, *, number: int, before: Mapping[int, int]
) -> tuple[Evidence, list[int]]:
    """What the map with a number is drawn from, and which participant stands in which row.

    The rows stand in an order that only the server knows, another one in each map: a row cannot be
    followed from one map to the next by its place. Participants who are not counted are not there.
    Statements that were set aside are there without words, as the published method asks: whoever
    voted on them has voted, and they move nobody.

    Raises NoVotes.
    """
    shown = deliberation.statements.exclude(state=Standing.AWAITING).order_by("number")
    state_of = dict(shown.values_list("number", "state"))
    rows = Vote.objects.filter(
        participant__deliberation=deliberation, participant__set_aside=False
    ).exclude(statement__state=Standing.AWAITING)
    cast = np.fromiter(
        rows.order_by()
        .values_list("participant__number", "statement__number", "value")
        .iterator(AT_A_TIME),
        dtype=np.dtype((np.int64, 3)),
    )
    key = f"{deliberation.pk} {number}"
    return evidence_from(
        (cast[:, 0], cast[:, 1], cast[:, 2]),
        statements=list(state_of),
        left_out=[each for each, state in state_of.items() if state == Standing.SET_ASIDE],
        before=before,
        order={
            person: salted_hmac("deliberation.map", f"{key} {person}").digest()
            for person in np.unique(cast[:, 0]).tolist()
        },
    )


def last_drawing(deliberation: Deliberation) -> Drawing | None:
    """The last map that was drawn, without its document."""
    return deliberation.drawings.defer("document").order_by("-number").first()


def published_drawing(deliberation: Deliberation) -> Drawing | None:
    """The map whose single votes are published: the last one once all is over, else yesterday’s.

    While votes come in, whoever reads the file twice would see the rows change that a neighbour
    has just changed; so the day must be over (decision 114). With fewer than fifteen people in
    groups the rows are not published at all.
    """
    found = deliberation.drawings.filter(figures__in_groups__gte=FEW).order_by("-number")
    if not deliberation.is_over:
        found = found.filter(at__lt=start_of_today())
    return found.first()


def start_of_today() -> Any:
    """When this day began here."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def weights_of(deliberation: Deliberation) -> dict[int, float]:
    """Number of a statement → how much one more vote on it tells; nothing before the first map."""
    weights = deliberation.drawings.order_by("-number").values_list("weights", flat=True).first()
    return {int(number): weight for number, weight in (weights or {}).items()}


@dataclass(frozen=True, kw_only=True)
class Needed:
    """What a map still needs before it is drawn.

    votes   on so many statements one must have voted
    people  so many people must have done so
    come    so many have
    """

    votes: int
    people: int
    come: int


def needed_for(deliberation: Deliberation) -> Needed:
    """What the map of a deliberation needs, and how far it has come."""
    statements = deliberation.statements.filter(state=Standing.SHOWN).count()
    votes = max(min(ENOUGH_VOTES, statements), 1)
    voters: QuerySet[Participant] = deliberation.participants.filter(set_aside=False)
    come = (
        voters.annotate(cast=Count("votes", filter=~Q(votes__statement__state=Standing.AWAITING)))
        .filter(cast__gte=votes)
        .count()
    )
    return Needed(votes=votes, people=FEWEST, come=come)


def place_of(drawing: Drawing, participant: Participant) -> Place:
    """Where one participant stands on a map with the votes they have cast by now."""
    own = dict(participant.votes.values_list("statement__number", "value"))
    frame = frame_of(drawing.figures, left_out=drawing.figures["left_out"], centres=drawing.centres)
    return frame.place_of(own)
