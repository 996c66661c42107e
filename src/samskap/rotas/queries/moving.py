"""Who could not come, if a shift were at another time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from samskap.rotas.models import Duty, Shift, Turn
from samskap.rotas.queries.turns import lacking


@dataclass(frozen=True, kw_only=True)
class InTheWay:
    """What keeps somebody from a shift at its new time.

    others   turns of theirs at the same time
    missing  names of what the duty takes, and nobody has seen that they have on that day
    """

    turn: Turn
    others: tuple[Turn, ...]
    missing: tuple[str, ...]


def on_it(shift: Shift) -> list[Turn]:
    """The turns that hold a place on a shift, without those who come along."""
    holding = shift.turns.filter(status__in=Turn.HOLDS, is_companion=False)
    return list(
        holding.select_related("person", "giver", "need__duty", "speaking_for")
        .prefetch_related("need__duty__requirements")
        .order_by("need", "number")
    )


def in_the_way(
    shift: Shift, turns: list[Turn], starts_at: datetime, ends_at: datetime
) -> list[InTheWay]:
    """Who of those on a shift could not come from then until then, and why."""
    elsewhere = defaultdict(list)
    others = Turn.objects.filter(
        giver__in={turn.giver_id for turn in turns},
        status__in=Turn.HOLDS,
        is_companion=False,
        shift__starts_at__lt=ends_at,
        shift__ends_at__gt=starts_at,
    ).exclude(shift=shift)
    for other in others.select_related("shift__rota").order_by("shift__starts_at"):
        elsewhere[other.giver_id].append(other)
    day = timezone.localdate(starts_at)
    missing: dict[int, list[str]] = {}
    by_duty: dict[Duty, list[Turn]] = defaultdict(list)
    for turn in turns:
        by_duty[turn.need.duty].append(turn)
    for duty, of_duty in by_duty.items():
        if asked := list(duty.requirements.all()):
            missing |= {turn.pk: names for turn, names in lacking(asked, of_duty, on=day)}
    return [
        InTheWay(
            turn=turn,
            others=tuple(elsewhere[turn.giver_id]),
            missing=tuple(missing.get(turn.pk, ())),
        )
        for turn in turns
        if elsewhere[turn.giver_id] or turn.pk in missing
    ]
