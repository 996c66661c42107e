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


class Placing(Owned):
    """Where an initiative was last placed by the clock, its index from the first day, its voices.

    The page places an initiative afresh; this is for lists, filters and the curve.
    """

    initiative = models.OneToOneField(Initiative, on_delete=models.CASCADE, related_name="placing")
    version = models.PositiveBigIntegerField(help_text="of the account when it was placed")
    formula = models.CharField(max_length=20)
    rung = models.CharField(max_length=20)
    cci = models.FloatField(help_text="0…100")
    history = models.JSONField(default=list, help_text="[moment, index] from the first day on")
    placed_at = models.DateTimeField(default=timezone.now)
    dominance = models.JSONField(null=True, help_text="samskap-dominance/1; empty until placed")

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality initiative version formula rung cci history placed_at dominance".split()
    )

    def __str__(self) -> str:
        return f"{self.initiative}, rung {self.rung}"
