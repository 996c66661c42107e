"""Hours that were wrong: the row is withdrawn, and another is written (decision 87)."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.ledger import actions as ledger
from samskap.ledger.models import FateStatus
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.hours import next_place, write_hours
from samskap.rotas.actions.places import happened, held
from samskap.rotas.errors import (
    AlreadyOnShift,
    NothingToCorrect,
    NotYourTurn,
    SayWhyItIsCorrected,
)
from samskap.rotas.models import Correction, Turn
from samskap.rotas.permissions import may_settle
from samskap.rotas.words import said_hours, when

SETTLED = (Turn.Status.DONE, Turn.Status.NO_SHOW)


@transaction.atomic
def correct_hours(
    *, turn: Turn, by: Person, minutes: int | None, because: str
) -> Correction | None:
    """Write down anew how long a turn took, or that nobody was there; the others hear it.

    What is as it was is not corrected.

    minutes  how long it took; None where they were not there

    Refuses with NotYourTurn, NothingToCorrect, SayWhyItIsCorrected, AlreadyOnShift or NotAnHour.
    """
    shift = held(turn.shift_id)
    turn = shift.turns.select_related(
        "need__duty", "giver__person", "person", "speaking_for", "contribution__standing"
    ).get(pk=turn.pk)
    turn.shift = shift
    if not may_settle(by, turn):
        raise NotYourTurn
    if turn.status not in SETTLED:
        raise NothingToCorrect
    if not because.strip():
        raise SayWhyItIsCorrected
    row = turn.contribution
    is_withdrawn = row is not None and row.standing.status == FateStatus.WITHDRAWN
    before = None if is_withdrawn else turn.minutes
    if minutes == before:
        return None
    if row and not is_withdrawn:
        ledger.settle(contribution=row, status=FateStatus.WITHDRAWN, by=by, reason=because.strip())
    phase = row.phase if row else ""
    turn.contribution, turn.minutes = None, None
    if minutes is None:
        turn.status, turn.settled_at = Turn.Status.NO_SHOW, timezone.now()
        turn.save(update_fields=["status", "minutes", "settled_at", "contribution"])
    else:
        if not turn.holds:  # meanwhile others may have been written down, they themselves too
            must_stand_there_once(turn)
            turn.number = next_place(turn.need, shift)
            turn.save(update_fields=["number"])
        write_hours(turn, minutes=minutes, by=by, at=None, phase=phase)
    correction: Correction = Correction.objects.create(
        municipality_id=turn.municipality_id,
        turn=turn,
        row=row,
        minutes_before=before,
        minutes_after=minutes,
        because=because.strip(),
        by=by,
    )
    happened("rotas.hours_corrected", turn, shift, by)
    tell_the_others(correction)
    return correction


def must_stand_there_once(turn: Turn) -> None:
    """Refuse where whoever was said not to be there is on the shift by another turn."""
    others = turn.shift.turns.filter(giver=turn.giver, is_companion=False).exclude(pk=turn.pk)
    if not turn.is_companion and others.filter(status__in=Turn.HOLDS).exists():
        raise AlreadyOnShift


def tell_the_others(correction: Correction) -> None:
    """Tell whoever had the turn, or those who keep the rota where they corrected it themselves."""
    turn, by = correction.turn, correction.by
    rota = turn.shift.rota
    if turn.person and turn.person != by:
        label: Promise = format_lazy(
            _("Your hours are corrected: “{rota}”, {when}."),
            rota=rota.title,
            when=when(turn.shift),
        )
        readers = [turn.person]
    else:
        label = format_lazy(
            _("{name} corrected hours: “{rota}”, {when}."),
            name=by.shown_name if by else "",
            rota=rota.title,
            when=when(turn.shift),
        )
        readers = [each for each in rota.coordinators.filter(is_active=True) if each != by]
    for reader in readers:
        tell(
            person=reader,
            municipality=rota.municipality,
            kind="rotas.hours_corrected",
            label=label,
            text=format_lazy(
                _("{because}\n\nBefore: {before}. Now: {after}. If it is wrong, correct it there."),
                because=correction.because,
                before=said_hours(correction.minutes_before),
                after=said_hours(correction.minutes_after),
            ),
            path=reverse("rotas:correct", args=[turn.pk]),
            names=by,
        )
