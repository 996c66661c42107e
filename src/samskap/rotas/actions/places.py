"""Places: rows held in one order, and who may stand where."""

from collections.abc import Iterable
from datetime import datetime

from samskap.base.memory import remember
from samskap.ledger import actions as ledger
from samskap.ledger.models import Giver, Side
from samskap.people.models import Person
from samskap.rotas.errors import (
    AlreadyOnShift,
    CollidesWithAnother,
    ForStaff,
    RequirementIsMissing,
    RotaIsClosed,
    ShiftIsCalledOff,
    ShiftIsOver,
)
from samskap.rotas.models import Need, Shift, Turn
from samskap.rotas.queries.turns import missing_requirements
from samskap.rotas.words import when


def held(shift_id: int) -> Shift:
    """Let whoever comes second wait here, and then see how things really stand."""
    rows = Shift.objects.select_for_update(of=("self",))
    shift: Shift = rows.select_related("rota__initiative__account", "rota__municipality").get(
        pk=shift_id
    )
    return shift


def hold_all(shift_ids: Iterable[int]) -> None:
    """Hold many shifts in one order before anything else, so that no two wait for each other."""
    list(Shift.objects.select_for_update().filter(pk__in=set(shift_ids)).order_by("pk"))


def hold_givers(*keys: int) -> None:
    """Let one hand take one thing at a time, so that two shifts at once cannot collide unseen.

    Many are held in one order, so that two lines that move up at once do not wait for each other.
    """
    list(Giver.objects.select_for_update().filter(pk__in=set(keys)).order_by("pk"))


def happened(what: str, turn: Turn, shift: Shift, by: Person | None) -> None:
    """Remember it, and let the pages of the initiative know that they are old."""
    initiative = shift.rota.initiative
    remember(what, by=by.pseudonym_key if by else None, about=turn, within=initiative)
    ledger.touch(initiative.account)


def is_staff_cover(need: Need, side: str) -> bool:
    """Whether paid staff would stand on a place that is meant for a volunteer."""
    return side == Side.PUBLIC and not need.duty.is_staff


def must_be_ahead(shift: Shift, at: datetime) -> None:
    """Refuse where nobody can be taken on any more."""
    if not shift.rota.is_open or not shift.rota.initiative.is_open:
        raise RotaIsClosed(rota=shift.rota.title)
    if shift.is_cancelled:
        raise ShiftIsCalledOff
    if shift.ends_at <= at:
        raise ShiftIsOver


def must_suit(
    need: Need, shift: Shift, giver: Giver, side: str, *, but: Turn | None = None
) -> None:
    """Refuse where this hand cannot stand on this place: for whom, with what, and when.

    Whoever keeps the rota answers for what somebody without an account has shown.

    but  a turn that is given away in the same breath
    """
    if need.duty.is_staff and side != Side.PUBLIC:
        raise ForStaff
    if giver.person and (missing := missing_requirements(need.duty, giver.person, shift.day)):
        raise RequirementIsMissing(what=", ".join(each.name for each in missing))
    others = Turn.objects.filter(
        giver=giver,
        status__in=Turn.HOLDS,
        shift__starts_at__lt=shift.ends_at,
        shift__ends_at__gt=shift.starts_at,
    ).select_related("shift__rota")
    for other in others.exclude(pk=but.pk) if but else others:
        if other.shift_id == shift.pk:
            raise AlreadyOnShift
        raise CollidesWithAnother(other=other.shift.rota.title, when=when(other.shift))


def free_places(need: Need) -> list[int]:
    """The numbers of the places that nobody holds, the lowest first."""
    taken = set(need.turns.filter(status__in=Turn.HOLDS).values_list("number", flat=True))
    return [number for number in range(1, need.people + 1) if number not in taken]
