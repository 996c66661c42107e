"""The alarm that sounds when members stay away."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.committees.models.committee import Committee
from samskap.meetings.models import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Alarm(Owned):
    """That too few came to one meeting, what was done about it, and when it was well again.

    How many came is read from the attendance itself, which may still be put right; the alarm only
    keeps that somebody was told. Source: Svelvik 2018 (domain.md P-2).
    """

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="alarms")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="committee_alarms")
    raised_at = models.DateTimeField(default=timezone.now)
    done = models.TextField(_("what was done about it"), blank=True)
    done_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"done", "done_by"})
    open_fields: ClassVar = frozenset(
        {"municipality", "committee", "event", "raised_at", "done_at"}
    )

    class Meta:
        ordering = ["raised_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "event"], name="alarm_once_a_meeting"),
        ]

    def __str__(self) -> str:
        return f"alarm about {self.event_id}"
