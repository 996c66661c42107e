"""Shifts as something to talk about."""

from django.utils import timezone

from samskap.conversations.hosts import Subject
from samskap.municipalities.models import Municipality
from samskap.rotas.models import Shift
from samskap.rotas.queries.shifts import shift_in

KIND = "shift"


def shift_at(municipality: Municipality, key: int) -> Subject | None:
    """Find a shift to talk about."""
    shift = shift_in(municipality).filter(pk=key).first()
    return about_shift(shift) if shift else None


def about_shift(shift: Shift) -> Subject:
    """Describe a shift; its label says the day in figures, which every reader can read."""
    starts = timezone.localtime(shift.starts_at)
    return Subject(
        initiative=shift.rota.initiative,
        kind=KIND,
        key=shift.pk,
        label=f"{shift.title or shift.rota.title}, {starts:%d.%m.%Y %H:%M}",
        language=shift.rota.language,
        path=shift.get_absolute_url(),
    )
