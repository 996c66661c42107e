"""All that the page of a rota reads: what all readers share is kept, the rest is one question.

The shifts ahead, and who is on them, stay as they are until something happens in the initiative or
the first of them is over. What stands in the way of whoever reads is asked each time.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from samskap.base.brought import Brought
from samskap.base.keyset import Page
from samskap.base.prepared import Prepared
from samskap.initiatives.queries.kept import kept
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import Reader
from samskap.rotas.models import (
    Duty,
    Helper,
    Need,
    Requirement,
    Rota,
    Shift,
    Swap,
    Turn,
)
from samskap.rotas.queries.places import (
    Knowledge,
    Places,
    busy_between,
    cleared_on,
    in_line_between,
    judge,
)
from samskap.rotas.queries.shifts import open_swaps

NOBODY = 0  # the key of no person

rota_at = Prepared(
    lambda municipality, slug: (
        Rota.objects.of(municipality).filter(slug=slug).select_related("initiative__account")
    ),
    municipality=int,
    slug=str,
)


def rota_named(municipality: Municipality, slug: str) -> Rota | None:
    """The rota that an address of a municipality names, with its initiative."""
    found: Rota | None = rota_at.first(municipality=municipality.pk, slug=slug)
    if found is not None:
        found.municipality = found.initiative.municipality = municipality
    return found


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """Shifts of one page of a rota, with their places as they stand for everybody.

    until   when the first of them is over, so that the page has to be made anew
    """

    page: Page[Shift]
    places: dict[int, list[Places]]
    until: datetime | None


def kept_ahead(rota: Rota, make: Callable[[], Ahead]) -> Ahead:
    """The first page of the shifts ahead, kept until one is over."""
    now = timezone.now()
    part = f"rotas.ahead:{rota.pk}"
    ahead = kept(rota.initiative, part, make)
    while ahead.until is not None and ahead.until <= now:
        part = f"{part}:{ahead.until.isoformat()}"
        ahead = kept(rota.initiative, part, make)
    return ahead


duties_with_what_they_take = Prepared(
    lambda rota: (
        Rota.objects.filter(pk=rota)
        .only("pk")
        .annotate(
            duties_=Brought(Duty.objects.filter(rota=OuterRef("pk"))),
            requirements_=Brought(Requirement.objects.filter(rota=OuterRef("pk"))),
            asks_=Brought(Duty.requirements.through.objects.filter(duty__rota=OuterRef("pk"))),
        )
    ),
    rota=int,
)
turns_within = Prepared(
    lambda rota, first, last: (
        Turn.objects.filter(
            shift__rota=rota,
            shift__starts_at__gte=first,
            shift__starts_at__lte=last,
            status__in=Turn.HOLDS,
        )
        .select_related("person", "giver", "speaking_for")
        .order_by("number")
    ),
    rota=int,
    first=datetime,
    last=datetime,
)


def shifts_with_needs(rota: Rota) -> "QuerySet[Shift]":
    """The shifts of a rota that are not over, with their needs as `needs_`: volunteers’ first."""
    needs = Need.objects.filter(shift=OuterRef("pk")).order_by("duty__is_staff", "pk")
    ahead: QuerySet[Shift] = Shift.objects.filter(rota=rota, ends_at__gt=timezone.now())
    return ahead.annotate(needs_=Brought(needs))


def places_on(rota: Rota, shifts: Sequence[Any]) -> dict[int, list[Places]]:
    """The places of such shifts, with the turns on them; two questions, however many shifts."""
    if not shifts:
        return {}
    found: Any = duties_with_what_they_take.first(rota=rota.pk)
    duty_of = {duty.pk: duty for duty in found.duties_}
    asked = {(each.duty_id, each.requirement_id) for each in found.asks_}
    asks = {
        duty: [each for each in found.requirements_ if (duty, each.pk) in asked] for duty in duty_of
    }
    turns = defaultdict(list)
    begins = [shift.starts_at for shift in shifts]
    for turn in turns_within.all(rota=rota.pk, first=min(begins), last=max(begins)):
        turns[turn.need_id].append(turn)
    for need in (need for shift in shifts for need in shift.needs_):
        need.duty = duty_of[need.duty_id]
    return {
        shift.pk: [
            Places(need=need, asks=asks[need.duty_id], turns=turns[need.pk])
            for need in shift.needs_
        ]
        for shift in shifts
    }


reading = Prepared(
    lambda rota, person, first, last, day: (
        Rota.objects.filter(pk=rota)
        .only("pk")
        .annotate(
            coordinates_=Brought(
                Rota.coordinators.through.objects.filter(rota=OuterRef("pk"), person=person)
            ),
            helps_=Brought(Helper.objects.filter(rota=OuterRef("pk"), person=person, left_at=None)),
            busy_=Brought(busy_between(person, first, last)),
            cleared_=Brought(cleared_on(person, day).filter(requirement__rota=OuterRef("pk"))),
            lines_=Brought(in_line_between(first, last).filter(need__shift__rota=OuterRef("pk"))),
            asked_=Brought(
                Swap.objects.filter(
                    status=Swap.Status.ASKED,
                    turn__shift__rota=OuterRef("pk"),
                    turn__shift__starts_at__lt=last,
                    turn__shift__ends_at__gt=first,
                )
            ),
        )
    ),
    rota=int,
    person=int,
    first=datetime,
    last=datetime,
    day=date,
)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How whoever reads stands to a rota, and to the shifts of one page of it.

    helps        whether they are with the rota
    coordinates  whether they are among its coordinators
    swaps        turns that somebody asks them, or anybody, to take
    """

    helps: bool
    coordinates: bool
    swaps: list[Swap]


def stand(rota: Rota, ahead: Ahead, reader: Reader, *, is_staff: bool) -> Standing:
    """Say of each place what whoever reads can do about it, and how they stand to the rota."""
    shifts, now = ahead.page.items, timezone.now()
    person = reader if isinstance(reader, Person) else None
    found: Any = reading.first(
        rota=rota.pk,
        person=person.pk if person else NOBODY,
        first=min((shift.starts_at for shift in shifts), default=now),
        last=max((shift.ends_at for shift in shifts), default=now),
        day=timezone.localdate(),
    )
    known = Knowledge(
        person=person,
        busy=tuple((turn.starts, turn.ends, turn.shift_id) for turn in found.busy_),
        cleared=frozenset(each.requirement_id for each in found.cleared_),
        in_line=frozenset(
            each.need_id for each in found.lines_ if person and each.person_id == person.pk
        ),
        is_staff=is_staff,
    )
    waiting = Counter(each.need_id for each in found.lines_)
    for shift in shifts:
        for places in ahead.places[shift.pk]:
            places.waiting = waiting[places.need.pk]
            judge(places, shift, known)
    return Standing(
        helps=bool(found.helps_),
        coordinates=bool(found.coordinates_),
        swaps=open_swaps(shifts, person) if found.asked_ else [],
    )
