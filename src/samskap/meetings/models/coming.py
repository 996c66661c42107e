"""Who is coming to an event, who waits for a place, and what they need to be able to come."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from samskap.meetings.models.arrangement import Offer
from samskap.meetings.models.event import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Coming(Owned):
    """That somebody says they are coming; the database lets nobody say it twice."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="comings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="comings")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person"})
    open_fields: ClassVar = frozenset({"municipality", "event", "at"})

    class Meta:
        verbose_name_plural = "coming"
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="coming_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} comes to {self.event}"


class InLine(Owned):
    """That somebody waits for a place at an event that is full; the first one moves up first."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="line")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="lines_at_events")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person"})
    open_fields: ClassVar = frozenset({"municipality", "event", "at"})

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "in line"
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="in_line_once_at_an_event"),
        ]

    def __str__(self) -> str:
        return f"{self.person} waits for {self.event}"


class Support(Owned):
    """What somebody needs to be able to come; only those who hold the event see it.

    It may tell about somebody’s health or origin (GDPR art. 9): everything is voluntary, and it is
    deleted soon after the event.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="supports")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="supports_at_events")
    needs = models.JSONField(default=list, blank=True, help_text="values of `Offer`")
    speaks = models.CharField(max_length=60, blank=True)
    children = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person", "needs", "speaks", "children", "text"})
    open_fields: ClassVar = frozenset({"municipality", "event", "at"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"], name="support_at_an_event_once_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"support at {self.event}"

    @property
    def labels(self) -> list[str]:
        """What they need, in words."""
        return [str(offer.label) for offer in Offer if offer.value in self.needs]
