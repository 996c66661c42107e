"""What was changed after people had taken turns: by whom, when and why."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.rotas.models.rota import Duty
from samskap.rotas.models.shift import Shift
from samskap.rotas.models.turn import Turn


class DutyChange(Owned):
    """That a duty takes something else than before. What it took is told by name."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="changes")
    added = models.JSONField(default=list, blank=True, help_text="names of what it takes now")
    taken_away = models.JSONField(default=list, blank=True, help_text="names of what it took")
    because = models.CharField(_("why"), max_length=200, blank=True)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset("municipality duty added taken_away because at".split())

    class Meta:
        ordering = ["duty", "-at", "-pk"]

    def __str__(self) -> str:
        return f"change of {self.duty_id}"


class Move(Owned):
    """That a shift was moved: when it was before, and why."""

    shift = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="moves")
    began_at = models.DateTimeField(help_text="when it would have begun before")
    ended_at = models.DateTimeField(help_text="when it would have ended before")
    because = models.CharField(_("why"), max_length=200)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset("municipality shift began_at ended_at because at".split())

    class Meta:
        ordering = ["shift", "-at", "-pk"]

    def __str__(self) -> str:
        return f"move of {self.shift_id}"


class Correction(Owned):
    """That the hours of a turn were wrong: what they were, what they are, and why."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="corrections")
    row = models.ForeignKey(
        Contribution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="the row that was withdrawn",
    )
    minutes_before = models.PositiveIntegerField(null=True, help_text="empty: was not there")
    minutes_after = models.PositiveIntegerField(null=True, help_text="empty: was not there")
    because = models.CharField(_("why"), max_length=200)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "because"})
    open_fields: ClassVar = frozenset(
        "municipality turn row minutes_before minutes_after at".split()
    )

    class Meta:
        ordering = ["turn", "-at", "-pk"]

    def __str__(self) -> str:
        return f"correction of {self.turn_id}"
