"""What people say against a placement on the ladder."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Contest(Owned):
    """A reasoned objection to where an initiative stands. The placement itself is never edited."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="contests")
    formula = models.CharField(max_length=20)
    rung = models.CharField(max_length=20, help_text="as published when it was contested")
    reason = models.TextField(_("why it is wrong"))
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"reason", "by", "answer", "answered_by"})
    open_fields: ClassVar = frozenset(
        {"municipality", "initiative", "formula", "rung", "at", "answered_at"}
    )

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.initiative}, rung {self.rung}"
