"""Afterwards: who was there, for how long; one confirmation, and the hours are in the ledger."""

from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.wall_clock import day_in_words
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind, Beneficiary, Channel
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.places import happened, held, hold_all, is_staff_cover
from samskap.rotas.actions.rotas import join
from samskap.rotas.errors import (
    AlreadyOnShift,
    NotAnHour,
    NotTheTime,
    NotYoursToEnter,
    NotYourTurn,
    ShiftIsCalledOff,
    TurnIsSettled,
)
from samskap.rotas.models import Need, Shift, Turn
from samskap.rotas.permissions import may_enter_for_others, may_settle
from samskap.rotas.queries.shifts import EARLY
from samskap.rotas.words import when

LEAST_MINUTES, MOST_MINUTES = 15, 24 * 60
AHEAD = (Turn.Status.TAKEN, Turn.Status.CONFIRMED)


def own_turn(turn: Turn, by: Person) -> Turn:
    """Hold a shift and read the turn anew; refuse where it is another’s, or settled.

    Refuses with NotYourTurn or TurnIsSettled.
    """
    shift = held(turn.shift_id)
    fresh: Turn = shift.turns.select_related(
        "need__duty", "giver__person", "person", "speaking_for"
    ).get(pk=turn.pk)
    fresh.shift = shift
    if not may_settle(by, fresh):
        raise NotYourTurn
    if fresh.status not in AHEAD:
        raise TurnIsSettled(status=fresh.get_status_display())
    return fresh


@transaction.atomic
def check_in(*, turn: Turn, by: Person, at: datetime | None = None) -> None:
    """Say that one is there. When the shift ends, its hours are written down by themselves.

    Refuses with NotYourTurn, TurnIsSettled or NotTheTime.
    """
    turn = own_turn(turn, by)
    at = at or timezone.now()
    if not turn.shift.starts_at - EARLY <= at < turn.shift.ends_at:
        raise NotTheTime(start=said(turn.shift.starts_at - EARLY))
    turn.status, turn.checked_in_at = Turn.Status.CONFIRMED, at
    turn.save(update_fields=["status", "checked_in_at"])
    happened("rotas.checked_in", turn, turn.shift, by)


def said(moment: datetime) -> str:
    """Say a moment in the reader’s language."""
    here = timezone.localtime(moment)
    return f"{day_in_words(here, weekday=False)} {here:%H:%M}"


@transaction.atomic
def confirm_hours(
    *, turn: Turn, by: Person, minutes: int | None = None, at: datetime | None = None
) -> Turn:
    """Say that a turn was done: one row of hours in the ledger, on the side it was taken.

    minutes  how long it took; the length of the shift unless told otherwise

    Refuses with NotYourTurn, TurnIsSettled, NotTheTime or NotAnHour.
    """
    turn = own_turn(turn, by)
    if turn.shift.ends_at > (at or timezone.now()):
        raise NotTheTime(start=said(turn.shift.ends_at))
    write_hours(turn, minutes=minutes, by=by, at=at)
    if turn.person and turn.person != by:
        thank(turn)
    return turn


@transaction.atomic
def close_turn(turn: Turn) -> None:
    """Write down the hours of somebody who checked in, now that the shift is over.

    The clock calls it, perhaps twice: the second time there is nothing to do.
    """
    shift = held(turn.shift_id)
    turn = shift.turns.select_related(
        "need__duty", "giver__person", "person", "speaking_for", "entered_by"
    ).get(pk=turn.pk)
    turn.shift = shift
    by = turn.person or turn.entered_by
    if by and turn.status == Turn.Status.CONFIRMED and shift.is_over:
        write_hours(turn, minutes=None, by=by, at=None)
        thank(turn)


def write_hours(
    turn: Turn, *, minutes: int | None, by: Person, at: datetime | None, phase: str = ""
) -> None:
    """Settle a turn as done, and give its hours to the ledger.

    phase  in which it was worked; the initiative’s phase now unless told otherwise

    Refuses with NotAnHour.
    """
    shift = turn.shift
    minutes = shift.minutes if minutes is None else minutes
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise NotAnHour(most=MOST_MINUTES // 60)
    initiative = shift.rota.initiative
    hand = Hand(
        by=by,
        giver=turn.giver,
        actor_kind=ActorKind(turn.actor_kind),
        speaking_for=turn.speaking_for,
        channel=Channel(turn.channel),
        entered_on_behalf=turn.person_id != by.pk,
    )
    turn.contribution = ledger.give(
        account=initiative.account,
        hand=hand,
        phase=phase or initiative.phase,
        kind="work",
        amount=(Decimal(minutes) / 60).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP),
        is_independent=False,
        beneficiary=Beneficiary.COMMUNITY,
        caption=shift.title or shift.rota.title,
        path=shift.rota.get_absolute_url(),
        at=min(shift.ends_at, at or timezone.now()),
    )
    turn.status, turn.minutes = Turn.Status.DONE, minutes
    turn.settled_at = at or timezone.now()
    turn.save(update_fields=["status", "minutes", "settled_at", "contribution"])
    happened("rotas.turn_done", turn, shift, by)


def thank(turn: Turn) -> None:
    """Thank whoever was there, in their language."""
    if turn.person and not turn.is_companion:
        tell(
            person=turn.person,
            municipality=turn.shift.rota.municipality,
            kind="rotas.thanks",
            label=format_lazy(
                _("Thank you for your time: “{rota}”, {when}."),
                rota=turn.shift.rota.title,
                when=when(turn.shift),
            ),
            text=_("Your hours are written down. If they are wrong, correct them there."),
            path=turn.shift.get_absolute_url(),
        )


@transaction.atomic
def confirm_all(*, turns: Sequence[Turn], by: Person, at: datetime | None = None) -> int:
    """Say that these were there, for the whole shift. Says how many that were not settled yet.

    Refuses with NotYourTurn, NotTheTime or NotAnHour.
    """
    hold_all(turn.shift_id for turn in turns)
    confirmed = 0
    for turn in turns:
        try:
            confirm_hours(turn=turn, by=by, at=at)
            confirmed += 1
        except TurnIsSettled:
            continue  # pressed twice, or they said so themselves meanwhile
    return confirmed


@transaction.atomic
def miss(*, turn: Turn, by: Person, at: datetime | None = None) -> None:
    """Write down that somebody could not come. It is nobody’s shame, and no count of it is shown.

    Refuses with NotYourTurn, TurnIsSettled or NotTheTime.
    """
    turn = own_turn(turn, by)
    at = at or timezone.now()
    if turn.shift.starts_at > at:
        raise NotTheTime(start=said(turn.shift.starts_at))
    turn.status, turn.settled_at = Turn.Status.NO_SHOW, at
    turn.save(update_fields=["status", "settled_at"])
    happened("rotas.turn_missed", turn, turn.shift, by)
    if turn.person and turn.person != by:
        tell(
            person=turn.person,
            municipality=turn.shift.rota.municipality,
            kind="rotas.missed",
            label=format_lazy(
                _("We missed you: “{rota}”, {when}."),
                rota=turn.shift.rota.title,
                when=when(turn.shift),
            ),
            text=_(
                "Something came between; that happens to everyone. If your next turns do not suit,"
                " hand them back here, so that others can take them."
            ),
            path=turn.shift.rota.get_absolute_url(),
        )


@transaction.atomic
def write_down(
    *,
    need: Need,
    hand: Hand,
    minutes: int | None = None,
    at: datetime | None = None,
) -> Turn:
    """Write down somebody who was there without having taken a turn before: staff, a neighbour.

    It may be one more than were needed; the place gets a number of its own.

    Refuses with NotYoursToEnter, NotTheTime, ShiftIsCalledOff, AlreadyOnShift or NotAnHour.
    """
    shift = held(need.shift_id)
    need = shift.needs.select_related("duty").get(pk=need.pk)
    at = at or timezone.now()
    if not may_enter_for_others(hand.by, shift.rota):
        raise NotYoursToEnter
    if shift.is_cancelled:
        raise ShiftIsCalledOff
    if shift.ends_at > at:
        raise NotTheTime(start=said(shift.ends_at))
    on_it = shift.turns.filter(status__in=Turn.HOLDS)
    if on_it.filter(giver=hand.giver, is_companion=False).exists():
        raise AlreadyOnShift
    turn: Turn = Turn.objects.create(
        municipality_id=shift.municipality_id,
        shift=shift,
        need=need,
        number=next_place(need, shift),
        giver=hand.giver,
        person=hand.giver.person,
        side=hand.side,
        actor_kind=hand.actor_kind,
        speaking_for=hand.speaking_for,
        channel=hand.channel,
        entered_by=hand.by if hand.entered_on_behalf else None,
        is_staff_cover=is_staff_cover(need, hand.side),
        taken_at=shift.starts_at,
    )
    if hand.giver.person:
        join(shift.rota, hand.giver.person)
    write_hours(turn, minutes=minutes, by=hand.by, at=at)
    return turn


def next_place(need: Need, shift: Shift) -> int:
    """The lowest place that nobody holds, else one more than there are."""
    held_now = shift.turns.filter(need=need, status__in=Turn.HOLDS)
    taken = set(held_now.values_list("number", flat=True))
    highest = held_now.aggregate(highest=Max("number"))["highest"] or 0
    free = (number for number in range(1, need.people + 1) if number not in taken)
    return next(free, max(highest, need.people) + 1)
