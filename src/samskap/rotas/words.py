"""How moments of a rota are said: the day, and from when until when."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise, lazystr

from samskap.rotas.models import Shift


def when(shift: Shift) -> Promise:
    """Say when a shift is, in the reader’s language: “Tuesday 24 November, 16:00–19:00”."""
    return lazystr(_Said(shift))


class _Said:
    """Says a shift’s time when it is read, so that each reader has it in their language."""

    def __init__(self, shift: Shift) -> None:
        self.starts_at, self.ends_at = shift.starts_at, shift.ends_at

    def __str__(self) -> str:
        starts, ends = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at)
        return f"{date_format(starts, 'l j. F')}, {starts:%H:%M}–{ends:%H:%M}"
