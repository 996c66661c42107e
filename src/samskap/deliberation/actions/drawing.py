"""Drawing the map of opinions: from the votes as they stand, again when they have changed."""

import hashlib
import json
import zlib

from django.db import transaction
from django.db.models import Max
from django.db.models.functions import TruncDate
from django.utils import timezone

from samskap.base.snapshots import one_moment
from samskap.deliberation.models import Deliberation, Drawing
from samskap.deliberation.queries.map import (
    FEWEST,
    evidence_of,
    last_drawing,
    sums_of,
    to_draw,
)
from samskap.kernels.opinion_map import NoVotes, OpinionMap, TooFewVoters, information
from samskap.kernels.opinion_map.document import Evidence, document_of, drawn_from


def draw_what_changed() -> int:
    """Draw every map whose votes have changed since it was drawn; return how many."""
    looked_at = {each.pk: each for each in to_draw()}
    seen = sums_of(looked_at)
    old = [each for pk, each in looked_at.items() if seen.get(pk, each.drawn_of) != each.drawn_of]
    return sum(draw_map(each) is not None for each in old)


def draw_map(deliberation: Deliberation) -> Drawing | None:
    """Draw the map of a deliberation from its votes; None where that would be the same, or too few.

    The queue may ask twice: the same votes are drawn once. Votes are read as they stood at one
    moment, and nobody waits meanwhile.
    """
    before = last_drawing(deliberation)
    number = before.number + 1 if before else 1
    with one_moment():
        seen = sums_of([deliberation.pk]).get(deliberation.pk, "")
        if before and before.seen == seen:
            return None
        names = {int(each): name for each, name in before.groups.items()} if before else {}
        try:
            evidence, people = evidence_of(deliberation, number=number, before=names)
        except NoVotes:
            return None
    try:
        found = drawn_from(evidence)
    except (NoVotes, TooFewVoters):
        return None
    if sum(found.sizes) < FEWEST:
        return None
    return _keep(deliberation, number, seen, evidence, found, people)


@transaction.atomic
def _keep(
    deliberation: Deliberation,
    number: int,
    seen: str,
    evidence: Evidence,
    found: OpinionMap,
    people: list[int],
) -> Drawing | None:
    """Write a map down, and let go of those that a later one of the same day has followed."""
    document = document_of(evidence, found)
    if deliberation.taken_in_at:
        document["taken_in_from"] = "Polis"
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    held = Deliberation.objects.select_for_update(of=("self",)).get(pk=deliberation.pk)
    if held.drawings.filter(number__gte=number).exists():
        return None  # somebody else was quicker
    drawn: Drawing = Drawing.objects.create(
        municipality_id=held.municipality_id,
        deliberation=held,
        number=number,
        seen=seen,
        document=zlib.compress(text, 6),
        sha256=hashlib.sha256(text).hexdigest(),
        figures=document["drawing"] | {"left_out": sorted(evidence.left_out)},
        groups={
            str(people[row]): found.names[group]
            for row, group in enumerate(found.groups.tolist())
            if group >= 0
        },
        centres=[[float(each) for each in centre] for centre in found.centres],
        weights={
            str(statement): round(float(weight), 9)
            for statement, weight, out in zip(
                found.votes.statements, information(found), found.left_out, strict=True
            )
            if not out
        },
    )
    _let_go_of_older(drawn)
    return drawn


def _let_go_of_older(drawn: Drawing) -> None:
    """Keep one map of each day, the last one."""
    older = drawn.deliberation.drawings.filter(number__lt=drawn.number)
    days = older.annotate(day=TruncDate("at")).values("day").annotate(last=Max("number"))
    today = timezone.localdate(drawn.at)
    kept = [last for day, last in days.order_by().values_list("day", "last") if day != today]
    older.exclude(number__in=kept).delete()
