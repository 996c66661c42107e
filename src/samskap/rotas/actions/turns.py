"""Turns: take one, take a whole series, hand back; and the line moves up by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.base.refusals import Refusal
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind, Giver, Side
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.people.permissions import require_level
from samskap.rotas.actions.rotas import join
from samskap.rotas.errors import (
    AlreadyOnShift,
    CollidesWithAnother,
    ForStaff,
    NotYoursToEnter,
    NotYourTurn,
    RequirementIsMissing,
    RotaIsClosed,
    ShiftIsCalledOff,
    ShiftIsFull,
    ShiftIsOver,
    ThereIsRoom,
    TooMany,
    TurnIsSettled,
)
from samskap.rotas.models import InLine, Need, Series, Shift, Swap, Turn, Wish
from samskap.rotas.permissions import LEAST_LEVEL, may_enter_for_others, may_settle
from samskap.rotas.queries.turns import missing_requirements
from samskap.rotas.words import when

MOST_AT_ONCE = 20  # places that one hand takes on one shift


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


def hold_giver(giver: Giver) -> None:
    """Let one hand take one thing at a time, so that two shifts at once cannot collide unseen."""
    Giver.objects.select_for_update().get(pk=giver.pk)


@transaction.atomic
def take(*, need: Need, hand: Hand, companions: int = 0, at: datetime | None = None) -> Turn:
    """Take a place on a shift, and one more for each who comes along.

    Staff who take a volunteer’s place are staff cover, and are counted apart.

    companions  how many come with whoever takes it: a group, or an organisation’s people
    at          when it was taken; now, unless somebody writes it down later

    Refuses with SignInNeeded, NotYoursToEnter, RotaIsClosed, ShiftIsCalledOff, ShiftIsOver,
    ForStaff, TooMany, RequirementIsMissing, AlreadyOnShift, CollidesWithAnother or ShiftIsFull.
    """
    require_level(hand.by, LEAST_LEVEL)
    shift = held(need.shift_id)
    hold_giver(hand.giver)
    need = shift.needs.select_related("duty").get(pk=need.pk)
    at = at or timezone.now()
    if hand.entered_on_behalf and not may_enter_for_others(hand.by, shift.rota):
        raise NotYoursToEnter
    must_be_ahead(shift, at)
    if not 0 <= companions < MOST_AT_ONCE:
        raise TooMany(most=MOST_AT_ONCE)
    must_suit(need, shift, hand.giver, hand.side)
    places = free_places(need)
    if len(places) < 1 + companions:
        raise ShiftIsFull(rota=shift.rota.title)
    turns = [
        Turn(
            municipality_id=shift.municipality_id,
            shift=shift,
            need=need,
            number=number,
            giver=hand.giver,
            person=hand.giver.person,
            side=hand.side,
            actor_kind=hand.actor_kind,
            speaking_for=hand.speaking_for,
            channel=hand.channel,
            entered_by=hand.by if hand.entered_on_behalf else None,
            is_companion=number != places[0],
            is_staff_cover=is_staff_cover(need, hand.side),
            taken_at=at,
        )
        for number in places[: 1 + companions]
    ]
    for turn in turns:
        turn.save(force_insert=True)
    if hand.giver.person:
        join(shift.rota, hand.giver.person, is_staff=hand.side == Side.PUBLIC)
        InLine.objects.filter(need__shift=shift, person=hand.giver.person).delete()
    happened("rotas.turn_taken", turns[0], shift, hand.by)
    return turns[0]


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


@dataclass(frozen=True)
class Joined:
    """What became of taking a whole series: how many shifts, and which not, with the reason."""

    taken: int
    refused: list[tuple[Shift, str]]


@transaction.atomic
def take_series(*, series: Series, need: Need, hand: Hand, companions: int = 0) -> Joined:
    """Take the same duty on every shift of a series that is made and still ahead.

    A shift that does not suit is left out, with its reason. The wish for the series is kept, so
    that a plan suggests the shifts that are made later.

    Refuses with SignInNeeded or NotYoursToEnter.
    """
    require_level(hand.by, LEAST_LEVEL)
    if hand.entered_on_behalf and not may_enter_for_others(hand.by, series.rota):
        raise NotYoursToEnter
    ahead = list(
        Need.objects.filter(shift__in=series.shifts.ahead(), duty_id=need.duty_id)
        .select_related("shift")
        .order_by("shift__starts_at")
    )
    hold_all(each.shift_id for each in ahead)
    taken, refused = 0, []
    for each in ahead:
        try:
            with transaction.atomic():
                take(need=each, hand=hand, companions=companions)
            taken += 1
        except AlreadyOnShift:
            continue
        except Refusal as no:
            refused.append((each.shift, str(no)))
    if taken and hand.giver.person:
        Wish.objects.update_or_create(
            helper=join(series.rota, hand.giver.person),
            series=series,
            defaults={"is_wanted": True, "municipality_id": series.municipality_id},
        )
    return Joined(taken=taken, refused=refused)


@transaction.atomic
def hand_back(*, turn: Turn, by: Person, at: datetime | None = None) -> None:
    """Hand a turn back, with those who would have come along; the first in line moves up.

    Refuses with NotYourTurn, TurnIsSettled or ShiftIsOver.
    """
    shift = held(turn.shift_id)
    turn = shift.turns.select_related("need__duty", "person").get(pk=turn.pk)
    turn.shift = shift
    if not may_settle(by, turn):
        raise NotYourTurn
    if turn.status not in (Turn.Status.TAKEN, Turn.Status.CONFIRMED):
        raise TurnIsSettled(status=turn.get_status_display())
    at = at or timezone.now()
    if shift.ends_at <= at:
        raise ShiftIsOver
    going = shift.turns.filter(pk=turn.pk)
    if not turn.is_companion:
        going |= shift.turns.filter(giver=turn.giver, need=turn.need, is_companion=True)
    going = going.filter(status__in=(Turn.Status.TAKEN, Turn.Status.CONFIRMED))
    Swap.objects.filter(turn__in=going.values("pk"), status=Swap.Status.ASKED).update(
        status=Swap.Status.WITHDRAWN, answered_at=at
    )
    shift.turns.filter(pk__in=list(going.values_list("pk", flat=True))).update(
        status=Turn.Status.HANDED_BACK, settled_at=at
    )
    happened("rotas.turn_handed_back", turn, shift, by)
    if turn.person and turn.person != by:
        tell(
            person=turn.person,
            municipality=shift.rota.municipality,
            kind="rotas.handed_back",
            label=format_lazy(
                _("You are not on “{rota}” any more, {when}."),
                rota=shift.rota.title,
                when=when(shift),
            ),
            path=shift.get_absolute_url(),
        )
    move_up(turn.need, shift)


def move_up(need: Need, shift: Shift) -> None:
    """Give free places to those in line, the first before the others; each of them hears it."""
    if shift.starts_at <= timezone.now() or shift.is_cancelled:
        return
    places = free_places(need)
    waiting = need.line.select_related("giver__person", "person").filter(person__is_active=True)
    for each in waiting:
        if not places:
            return
        hold_giver(each.giver)
        try:
            must_suit(need, shift, each.giver, each.side)
        except Refusal:
            continue  # they stand in line still: what is in the way may go
        turn = Turn.objects.create(
            municipality_id=shift.municipality_id,
            shift=shift,
            need=need,
            number=places.pop(0),
            giver=each.giver,
            person=each.person,
            side=each.side,
            actor_kind=each.actor_kind,
            speaking_for_id=each.speaking_for_id,
            is_staff_cover=is_staff_cover(need, each.side),
        )
        each.delete()
        happened("rotas.line_moved_up", turn, shift, None)
        tell(
            person=each.person,
            municipality=shift.rota.municipality,
            kind="rotas.moved_up",
            label=format_lazy(
                _("There is a place for you: “{rota}”, {when}."),
                rota=shift.rota.title,
                when=when(shift),
            ),
            text=_(
                "A place became free while you stood in line. Hand it back if it does not suit."
            ),
            path=shift.get_absolute_url(),
        )


@transaction.atomic
def stand_in_line(*, need: Need, hand: Hand) -> InLine:
    """Wait for a place on a shift that is full; a second press changes nothing.

    Refuses with SignInNeeded, RotaIsClosed, ShiftIsCalledOff, ShiftIsOver, ForStaff,
    RequirementIsMissing, AlreadyOnShift, CollidesWithAnother or ThereIsRoom.
    """
    require_level(hand.by, LEAST_LEVEL)
    shift = held(need.shift_id)
    need = shift.needs.select_related("duty").get(pk=need.pk)
    must_be_ahead(shift, timezone.now())
    must_suit(need, shift, hand.giver, hand.side)
    if free_places(need):
        raise ThereIsRoom
    waits, _is_new = InLine.objects.get_or_create(
        need=need,
        person=hand.by,
        defaults={
            "municipality_id": shift.municipality_id,
            "giver": hand.giver,
            "side": hand.side,
            "actor_kind": ActorKind(hand.actor_kind),
            "speaking_for": hand.speaking_for,
        },
    )
    join(shift.rota, hand.by)
    return waits


def leave_line(*, need: Need, by: Person) -> None:
    """Wait no longer."""
    need.line.filter(person=by).delete()
