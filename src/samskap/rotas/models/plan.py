"""Plans: who could take what, as a fair plan suggests it; people decide."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.rotas.models.rota import Rota
from samskap.rotas.models.shift import Need


class Plan(Owned):
    """One suggestion of who takes which free places from one day to another."""

    rota = models.ForeignKey(Rota, on_delete=models.CASCADE, related_name="plans")
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("until"))
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    figures = models.JSONField(default=dict, blank=True, help_text="places, filled, gini …")
    worked_out_at = models.DateTimeField(null=True, blank=True, help_text="the queue is done")
    asked_at = models.DateTimeField(
        null=True, blank=True, help_text="the helpers are asked; only coordinators see it before"
    )
    put_away_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"made_by"})
    open_fields: ClassVar = frozenset(
        "municipality rota first_on last_on made_at figures worked_out_at asked_at"
        " put_away_at".split()
    )

    class Meta:
        ordering = ["rota", "-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="plan_ends_after_it_begins",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("The last day must not come before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"plan {self.pk}"


class Suggestion(Owned):
    """That a plan would give one place to one person, and why."""

    class Status(models.TextChoices):
        """What became of it."""

        SUGGESTED = "suggested", _("Suggested")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        PASSED = "passed", _("No longer possible")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="suggestions")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="suggestions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="suggestions")
    why = models.JSONField(default=dict, blank=True, help_text="what the choice rests on")
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.SUGGESTED)
    answered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"person", "why", "answered_by"})
    open_fields: ClassVar = frozenset({"municipality", "plan", "need", "status", "answered_at"})

    class Meta:
        ordering = ["plan", "need", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "need", "person"], name="suggested_once"),
        ]

    def __str__(self) -> str:
        return f"suggestion {self.pk}"
