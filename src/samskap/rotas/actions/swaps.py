"""Swaps: asked, and accepted by somebody who can."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.ledger.hands import Hand
from samskap.ledger.models import Side
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.places import (
    happened,
    held,
    hold_givers,
    is_staff_cover,
    must_be_ahead,
    must_suit,
)
from samskap.rotas.actions.rotas import join
from samskap.rotas.errors import (
    NotAskedOfYou,
    NotYourTurn,
    SwapIsAnswered,
    SwapIsAsked,
    TurnIsSettled,
)
from samskap.rotas.models import InLine, Shift, Swap, Turn
from samskap.rotas.permissions import may_settle
from samskap.rotas.words import when

Status = Swap.Status


@transaction.atomic
def ask_swap(
    *,
    turn: Turn,
    by: Person,
    asked: Person | None = None,
    in_return: Turn | None = None,
    words: str = "",
) -> Swap:
    """Ask somebody, or anybody, to take a turn; perhaps for one of theirs in return.

    The turn stays with whoever asks until somebody accepts.

    Refuses with NotYourTurn, TurnIsSettled, ShiftIsOver, RotaIsClosed or SwapIsAsked.
    """
    shift = held(turn.shift_id)
    turn = shift.turns.select_related("need__duty").get(pk=turn.pk)
    if turn.person_id != by.pk:
        raise NotYourTurn
    if turn.status != Turn.Status.TAKEN:
        raise TurnIsSettled(status=turn.get_status_display())
    must_be_ahead(shift, timezone.now())
    if in_return is not None:
        if in_return.status != Turn.Status.TAKEN or in_return.person_id in (None, by.pk):
            raise TurnIsSettled(status=in_return.get_status_display())
        asked = in_return.person
    try:
        with transaction.atomic():
            swap = Swap.objects.create(
                municipality_id=shift.municipality_id,
                turn=turn,
                asked=asked,
                in_return=in_return,
                words=words.strip(),
            )
    except IntegrityError as twice:
        raise SwapIsAsked from twice
    happened("rotas.swap_asked", turn, shift, by)
    if asked:
        tell_of(
            shift,
            asked,
            by=by,
            label=format_lazy(
                _("{name} asks: can you take “{rota}”, {when}?"),
                name=by.shown_name,
                rota=shift.rota.title,
                when=when(shift),
            ),
            text=swap.words,
        )
    return swap


def tell_of(
    shift: Shift, person: Person, *, label: Promise | str, by: Person | None, text: str = ""
) -> None:
    """Tell somebody about a swap on a shift, and remember whose name stands in it."""
    tell(
        person=person,
        municipality=shift.rota.municipality,
        kind="rotas.swap",
        label=label,
        text=text,
        path=shift.get_absolute_url(),
        names=by,
    )


def open_swap(swap: Swap) -> tuple[Swap, Shift]:
    """Hold the shift, or both shifts, of a swap in one order; refuse where it is answered."""
    ids = [swap.turn.shift_id, *([swap.in_return.shift_id] if swap.in_return else [])]
    shifts = {pk: held(pk) for pk in sorted(set(ids))}
    fresh: Swap = Swap.objects.select_related(
        "turn__need__duty", "turn__giver__person", "turn__person",
        "in_return__need__duty", "in_return__giver__person", "in_return__person",
    ).get(pk=swap.pk)  # fmt: skip
    if fresh.status != Status.ASKED:
        raise SwapIsAnswered
    fresh.turn.shift = shifts[fresh.turn.shift_id]
    if fresh.in_return:
        fresh.in_return.shift = shifts[fresh.in_return.shift_id]
    return fresh, fresh.turn.shift


@transaction.atomic
def accept_swap(*, swap: Swap, hand: Hand, at: datetime | None = None) -> Turn:
    """Take the turn that somebody asks to be taken, and give one’s own in return where asked.

    Refuses with SignInNeeded, SwapIsAnswered, NotAskedOfYou, TurnIsSettled, RotaIsClosed,
    ShiftIsOver, ShiftIsCalledOff, ForStaff, RequirementIsMissing, AlreadyOnShift or
    CollidesWithAnother.
    """
    hand.require_level("rotas.take")
    at = at or timezone.now()
    swap, shift = open_swap(swap)
    by, given, returned = hand.by, swap.turn, swap.in_return
    if by.pk == given.person_id or swap.asked_id not in (None, by.pk):
        raise NotAskedOfYou
    for turn in (given, returned) if returned else (given,):
        if turn.status != Turn.Status.TAKEN:
            raise TurnIsSettled(status=turn.get_status_display())
        must_be_ahead(turn.shift, at)
    hold_givers(given.giver_id, hand.giver.pk)
    must_suit(given.need, shift, hand.giver, hand.side, but=returned)
    if returned:
        must_suit(returned.need, returned.shift, given.giver, given.side, but=given)

    swap.status, swap.answered_at, swap.answered_by = Status.ACCEPTED, at, by
    swap.save(update_fields=["status", "answered_at", "answered_by"])
    asker = given.person
    new = pass_on(given, to=hand, at=at)
    if returned:
        pass_on(returned, to=given, at=at)
    join(shift.rota, by, is_staff=hand.side == Side.PUBLIC)
    happened("rotas.turn_swapped", new, shift, by)
    if asker:
        tell_of(
            shift,
            asker,
            by=by,
            label=format_lazy(
                _("{name} takes your turn: “{rota}”, {when}."),
                name=by.shown_name,
                rota=shift.rota.title,
                when=when(shift),
            ),
        )
    return new


def pass_on(turn: Turn, *, to: Hand | Turn, at: datetime) -> Turn:
    """Let a place go from one to another: to a hand, or to whoever has another turn."""
    turn.status, turn.settled_at = Turn.Status.SWAPPED, at
    turn.save(update_fields=["status", "settled_at"])
    InLine.objects.filter(need__shift=turn.shift, person=to.giver.person).delete()
    new: Turn = Turn.objects.create(
        municipality_id=turn.municipality_id,
        shift=turn.shift,
        need=turn.need,
        number=turn.number,
        giver=to.giver,
        person=to.giver.person,
        side=to.side,
        actor_kind=to.actor_kind,
        speaking_for=to.speaking_for,
        is_staff_cover=is_staff_cover(turn.need, to.side),
        taken_at=at,
    )
    return new


@transaction.atomic
def decline_swap(*, swap: Swap, by: Person) -> None:
    """Say that one cannot; whoever asked hears it, and no reason is asked for.

    Refuses with SwapIsAnswered or NotAskedOfYou.
    """
    swap, shift = open_swap(swap)
    if swap.asked_id != by.pk:
        raise NotAskedOfYou
    settle_swap(swap, Status.DECLINED, by)
    if swap.turn.person:
        tell_of(
            shift,
            swap.turn.person,
            by=by,
            label=format_lazy(
                _("{name} cannot take “{rota}”, {when}. Ask somebody else."),
                name=by.shown_name,
                rota=shift.rota.title,
                when=when(shift),
            ),
        )


@transaction.atomic
def withdraw_swap(*, swap: Swap, by: Person) -> None:
    """Take the question back: the turn stays where it is.

    Whoever has the turn does so, also where a coordinator has offered it; or whoever keeps the
    rota. Refuses with SwapIsAnswered or NotYourTurn.
    """
    swap, _shift = open_swap(swap)
    if not may_settle(by, swap.turn):
        raise NotYourTurn
    settle_swap(swap, Status.WITHDRAWN, by)


def settle_swap(swap: Swap, status: str, by: Person) -> None:
    """Write down how a swap ended."""
    swap.status, swap.answered_at, swap.answered_by = status, timezone.now(), by
    swap.save(update_fields=["status", "answered_at", "answered_by"])
