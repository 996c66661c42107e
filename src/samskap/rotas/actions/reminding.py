"""What the clock does for rotas: remind, ask afterwards, settle, and make the shifts ahead."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.notices.actions import tell
from samskap.rotas.actions.hours import close_turn
from samskap.rotas.actions.shifts import AHEAD, make_shifts
from samskap.rotas.models import Series, Turn
from samskap.rotas.words import when

BEFORE = timedelta(hours=26)  # a shift in the evening is told of on the evening before
AFTER = timedelta(hours=1)
FORGOTTEN = timedelta(days=14)  # what nobody asked about for so long is not asked about any more
BATCH = 200


def remind_ahead() -> int:
    """Remind everybody of the turn that begins within a day; say how many were reminded."""
    now = timezone.now()
    soon = Turn.objects.filter(
        status=Turn.Status.TAKEN,
        reminded_at=None,
        is_companion=False,
        person__is_active=True,
        shift__starts_at__gt=now,
        shift__starts_at__lte=now + BEFORE,
    )
    return sum(remind(pk) for pk in soon.values_list("pk", flat=True).iterator(BATCH))


@transaction.atomic
def remind(turn_id: int) -> bool:
    """Remind of one turn, once, however often it is asked for."""
    turn = held_turn(turn_id)
    if turn is None or turn.reminded_at or turn.status != Turn.Status.TAKEN or not turn.person:
        return False
    turn.reminded_at = timezone.now()
    turn.save(update_fields=["reminded_at"])
    tell(
        person=turn.person,
        municipality=turn.shift.rota.municipality,
        kind="rotas.reminder",
        label=format_lazy(
            _("Your turn: “{rota}”, {when}."), rota=turn.shift.rota.title, when=when(turn.shift)
        ),
        text=format_lazy(
            _("{place}: {duty}. If you cannot come, hand it back, so that others can."),
            place=turn.shift.rota.place,
            duty=turn.need.duty.name,
        ),
        path=turn.shift.get_absolute_url(),
    )
    return True


def held_turn(turn_id: int) -> Turn | None:
    """Hold one turn, with what a letter about it says."""
    rows = Turn.objects.select_for_update(of=("self",)).filter(pk=turn_id)
    return rows.select_related("person", "need__duty", "shift__rota__municipality").first()


def ask_after() -> int:
    """Ask everybody whose shift is over whether they were there; say how many were asked."""
    now = timezone.now()
    over = Turn.objects.filter(
        status=Turn.Status.TAKEN,
        asked_at=None,
        is_companion=False,
        person__is_active=True,
        shift__ends_at__lte=now - AFTER,
        shift__ends_at__gt=now - FORGOTTEN,
    )
    return sum(ask(pk) for pk in over.values_list("pk", flat=True).iterator(BATCH))


@transaction.atomic
def ask(turn_id: int) -> bool:
    """Ask after one turn, once, however often it is asked for."""
    turn = held_turn(turn_id)
    if turn is None or turn.asked_at or turn.status != Turn.Status.TAKEN or not turn.person:
        return False
    turn.asked_at = timezone.now()
    turn.save(update_fields=["asked_at"])
    tell(
        person=turn.person,
        municipality=turn.shift.rota.municipality,
        kind="rotas.were_you_there",
        label=format_lazy(
            _("Were you there? “{rota}”, {when}."),
            rota=turn.shift.rota.title,
            when=when(turn.shift),
        ),
        text=_("One press confirms it, and your hours are written down."),
        path=turn.shift.get_absolute_url(),
    )
    return True


def settle_checked_in() -> int:
    """Write down the hours of those who checked in, once their shift is over."""
    over = Turn.objects.filter(
        status=Turn.Status.CONFIRMED, shift__ends_at__lte=timezone.now()
    ).select_related("shift")
    turns = list(over[:BATCH])
    for turn in turns:
        close_turn(turn)
    return len(turns)


def make_ahead() -> int:
    """Make the shifts of every series for the weeks ahead; say how many were made."""
    until = timezone.localdate() + AHEAD
    running = Series.objects.filter(ended_at=None, rota__closed_at=None).exclude(
        made_until__gte=until
    )
    return sum(make_shifts(series=series, until=until) for series in running.iterator(BATCH))
