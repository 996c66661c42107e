"""Who has taken what upon them, answers begun already, and how much one person should carry."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models import Contribution, FateStatus
from samskap.municipalities.models import Owned
from samskap.people.models import Person

MOST_PROMISES = 40
MOST_HOURS = 38


class Charge(Owned):
    """That one person answers an errand, because they took it or were handed it over."""

    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="charge"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="charges")
    handed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    note = models.TextField(_("what to know"), blank=True)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person", "handed_by", "note"})
    open_fields: ClassVar = frozenset({"municipality", "contribution", "at"})

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.person_id} answers {self.contribution_id}"


class Wording(Owned):
    """An answer that is begun already, with gaps in [square brackets]."""

    title = models.CharField(_("title"), max_length=80)
    status = models.CharField(
        _("what becomes of it"), max_length=11, choices=FateStatus.choices, blank=True
    )
    text = models.TextField(_("text"))
    language = models.CharField(_("written in"), max_length=5)
    changed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"changed_by"})
    open_fields: ClassVar = frozenset(
        {"municipality", "title", "status", "text", "language", "changed_at"}
    )

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "title"],
                name="wording_titled_once",
            )
        ]

    def __str__(self) -> str:
        return self.title


class WorkloadLimit(models.Model):
    """How much one person should carry, as the administrator has set it."""

    municipality = models.OneToOneField(
        "municipalities.Municipality",
        on_delete=models.CASCADE,
        related_name="workload_limit",
        editable=False,
    )
    promises = models.PositiveSmallIntegerField(_("open promises"), default=MOST_PROMISES)
    hours = models.PositiveSmallIntegerField(_("hours in seven days"), default=MOST_HOURS)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "promises", "hours"})

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workload_has_a_sensible_limit",
                condition=Q(promises__gte=1, promises__lte=500, hours__gte=1, hours__lte=100),
                violation_error_message=_("Choose 1 to 500 promises, and 1 to 100 hours."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.promises} promises, {self.hours} hours"
