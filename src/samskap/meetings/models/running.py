"""How an event was run: with which method, and what it took to prepare, hold and finish it."""

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.meetings.models.event import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


def hours(label: Any) -> "models.DecimalField[Decimal, Decimal]":
    """A number of hours that somebody worked for an event."""
    return models.DecimalField(label, max_digits=6, decimal_places=2, default=Decimal(0))


class Running(Owned):
    """The method that was used, and the hours of staff and of volunteers, by stage.

    These hours say what work it is to hold an event (R-059). They are no contributions: what those
    who held it gave is one row of the ledger, written with how it was.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="running")
    method = models.CharField(
        _("which method did you use?"), max_length=40, blank=True, help_text="key in the catalogue"
    )
    learnt = models.CharField(_("what did you learn about it?"), max_length=300, blank=True)
    staff_before = hours(_("staff, before"))
    staff_during = hours(_("staff, during"))
    staff_after = hours(_("staff, after"))
    volunteers_before = hours(_("volunteers, before"))
    volunteers_during = hours(_("volunteers, during"))
    volunteers_after = hours(_("volunteers, after"))
    told_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    told_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"told_by"})
    open_fields: ClassVar = frozenset(
        "municipality event method learnt staff_before staff_during staff_after volunteers_before"
        " volunteers_during volunteers_after told_at".split()
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"how {self.event} was run"
