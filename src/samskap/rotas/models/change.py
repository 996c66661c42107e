"""What was changed after people had taken turns: by whom, when and why."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.rotas.models.rota import Duty


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
