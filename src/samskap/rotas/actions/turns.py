"""Turns: take one, take a whole series, hand back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal
from samskap.ledger.hands import Hand
from samskap.ledger.models import Side
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.line import move_up
from samskap.rotas.actions.places import (
    free_places,
    happened,
    held,
    hold_all,
    hold_givers,
    is_staff_cover,
    must_be_ahead,
    must_suit,
)
from samskap.rotas.actions.rotas import join
from samskap.rotas.errors import (
    AlreadyOnShift,
    NotYoursToEnter,
    NotYourTurn,
    ShiftIsFull,
    ShiftIsOver,
    TooMany,
    TurnIsSettled,
)
from samskap.rotas.models import InLine, Need, Series, Shift, Swap, Turn, Wish
from samskap.rotas.permissions import may_enter_for_others, may_settle
from samskap.rotas.words import when

MOST_AT_ONCE = 20  # places that one hand takes on one shift


@transaction.atomic
def take(*, need: Need, hand: Hand, companions: int = 0, at: datetime | None = None) -> Turn:
    """Take a place on a shift, and one more for each who comes along.

    Staff who take a volunteer’s place are staff cover, and are counted apart.

    companions  how many come with whoever takes it: a group, or an organisation’s people
    at          when it was taken; now, unless somebody writes it down later

    Refuses with SignInNeeded, NotYoursToEnter, RotaIsClosed, ShiftIsCalledOff, ShiftIsOver,
    ForStaff, TooMany, RequirementIsMissing, AlreadyOnShift, CollidesWithAnother or ShiftIsFull.
    """
    hand.require_level("rotas.take")
    shift = held(need.shift_id)
    hold_givers(hand.giver.pk)
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
    hand.require_level("rotas.take")
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
