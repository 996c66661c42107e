"""The line: wait for a place, leave it, and move up by itself."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.places import (
    free_places,
    happened,
    held,
    hold_givers,
    is_staff_cover,
    must_be_ahead,
    must_suit,
)
from samskap.rotas.actions.rotas import join
from samskap.rotas.errors import (
    ThereIsRoom,
)
from samskap.rotas.models import InLine, Need, Shift, Turn
from samskap.rotas.words import when


def move_up(need: Need, shift: Shift) -> None:
    """Give free places to those in line, the first before the others; each of them hears it."""
    if shift.starts_at <= timezone.now() or shift.is_cancelled:
        return
    places = free_places(need)
    waiting = need.line.select_related("giver__person", "person").filter(person__is_active=True)
    hold_givers(*(each.giver_id for each in waiting))
    for each in waiting:
        if not places:
            return
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
    hand.require_level("rotas.take")
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
