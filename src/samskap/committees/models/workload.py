"""The hours that it takes to facilitate."""

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.committees.models.committee import Committee
from samskap.ledger.models import Contribution
from samskap.meetings.models import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


def hours(label: Any) -> "models.DecimalField[Decimal, Decimal]":
    """A number of hours for one meeting."""
    return models.DecimalField(label, max_digits=5, decimal_places=2, default=Decimal(0))


class Workload(Owned):
    """The hours that one person planned for one meeting of a committee, and used.

    It is shown to that person and to the leader, and to nobody else (domain.md 2.4, 4.5). The
    heavy workload of those who facilitate was one of Svelvik’s lessons (domain.md P-2).

    work  the row of the ledger that holds the hours used
    """

    STAGES: ClassVar = ("before", "during", "after")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="workloads")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="workloads")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="workloads")
    planned_before = hours(_("planned for preparing"))
    planned_during = hours(_("planned for the meeting itself"))
    planned_after = hours(_("planned for the work after it"))
    used_before = hours(_("used for preparing"))
    used_during = hours(_("used for the meeting itself"))
    used_after = hours(_("used for the work after it"))
    work = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="workload"
    )
    written_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset(
        "person planned_before planned_during planned_after used_before used_during used_after"
        " work written_at".split()
    )
    open_fields: ClassVar = frozenset({"municipality", "committee", "event"})

    class Meta:
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="workload_once_a_meeting"),
            models.CheckConstraint(
                name="hours_are_not_below_nought",
                condition=Q(
                    planned_before__gte=0,
                    planned_during__gte=0,
                    planned_after__gte=0,
                    used_before__gte=0,
                    used_during__gte=0,
                    used_after__gte=0,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"hours of {self.person_id} for {self.event_id}"

    @property
    def planned(self) -> Decimal:
        """All hours that were planned."""
        return self.planned_before + self.planned_during + self.planned_after

    @property
    def used(self) -> Decimal:
        """All hours that were used."""
        return self.used_before + self.used_during + self.used_after
