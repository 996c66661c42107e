"""Moving a shift to another time; whoever is on it hears it, and may hand it back."""

from datetime import date, time

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.wall_clock import moments_of
from samskap.base.wall_clock import when as said
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.places import held
from samskap.rotas.actions.rotas import happened, must_keep
from samskap.rotas.errors import (
    NewTimeHasPassed,
    SayWhyItChanges,
    ShiftHasBegun,
    ShiftIsCalledOff,
)
from samskap.rotas.models import InLine, Move, Shift, Turn
from samskap.rotas.queries.moving import in_the_way, on_it
from samskap.rotas.words import when


@transaction.atomic
def move_shift(
    *, shift: Shift, by: Person, day: date, opens: time, closes: time, because: str
) -> Move | None:
    """Move a shift that has not begun, by the clock on the wall there.

    Turns stay with those who have them: each of them, and whoever stands in line, hears the new
    time, the reason, and what of theirs is at the same time. On another day it leaves its series,
    which may have a shift of its own there. To where it is, nothing is moved.

    Refuses with NotYoursToKeep, SayWhyItChanges, ShiftIsCalledOff, ShiftHasBegun or
    NewTimeHasPassed.
    """
    shift = held(shift.pk)
    rota, now = shift.rota, timezone.now()
    must_keep(by, rota)
    if not because.strip():
        raise SayWhyItChanges
    if shift.is_cancelled:
        raise ShiftIsCalledOff
    if shift.starts_at <= now:
        raise ShiftHasBegun
    starts_at, ends_at = moments_of(day, opens, closes, rota.municipality.preset.time_zone)
    if starts_at <= now:
        raise NewTimeHasPassed
    if (starts_at, ends_at) == (shift.starts_at, shift.ends_at):
        return None
    move: Move = Move.objects.create(
        municipality_id=shift.municipality_id,
        shift=shift,
        began_at=shift.starts_at,
        ended_at=shift.ends_at,
        because=because.strip(),
        by=by,
    )
    if day != shift.day:
        shift.series = None
    shift.day, shift.starts_at, shift.ends_at = day, starts_at, ends_at
    shift.save(update_fields=["series", "day", "starts_at", "ends_at"])
    # Whoever said “I am here” before it began is not there then; everybody is reminded anew.
    shift.turns.filter(status=Turn.Status.CONFIRMED).update(
        status=Turn.Status.TAKEN, checked_in_at=None
    )
    turns = on_it(shift)
    shift.turns.filter(pk__in=[turn.pk for turn in turns]).update(reminded_at=None)
    elsewhere = {each.turn.pk: each.others for each in in_the_way(shift, turns, starts_at, ends_at)}
    for turn in turns:
        others = elsewhere.get(turn.pk, ())
        if turn.person and turn.person != by:
            tell_of_move(move, turn.person, what_next=stay_or_hand_back(others))
    for waiting in InLine.objects.filter(need__shift=shift).select_related("person"):
        tell_of_move(
            move,
            waiting.person,
            what_next=_("You stand in line as before. Leave it if the new time does not suit."),
        )
    happened("rotas.shift_moved", rota, by, shift)
    return move


def stay_or_hand_back(others: tuple[Turn, ...]) -> Promise:
    """Say what somebody does whose shift was moved."""
    if not others:
        return _("The turn stays yours. If it does not suit, hand it back there with one press.")
    return format_lazy(
        _(
            "You are on another shift then: “{other}”, {when}. The turn stays yours until you hand"
            " one of them back."
        ),
        other=others[0].shift.rota.title,
        when=when(others[0].shift),
    )


def tell_of_move(move: Move, person: Person, *, what_next: Promise | str) -> None:
    """Tell somebody that a shift is at another time."""
    shift = move.shift
    tell(
        person=person,
        municipality=shift.rota.municipality,
        kind="rotas.moved",
        label=format_lazy(
            _("Moved: “{rota}”, now {when}."), rota=shift.rota.title, when=when(shift)
        ),
        text=format_lazy(
            "{because}\n\n{before} {next}",
            because=move.because,
            before=format_lazy(_("It was {when}."), when=said(move.began_at, move.ended_at)),
            next=what_next,
        ),
        path=shift.get_absolute_url(),
    )
