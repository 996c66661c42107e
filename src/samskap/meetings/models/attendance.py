"""Who came to an event: by name where people are expected by name, else by paper cards."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from samskap.ledger.models import Giver
from samskap.meetings.models.event import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Attendance(Owned):
    """Whether one person came to one event. No row: nobody has written it down."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="attendances")
    came = models.BooleanField()
    at = models.DateTimeField(default=timezone.now, help_text="when it was written down")

    personal_fields: ClassVar = frozenset({"person", "came"})
    open_fields: ClassVar = frozenset({"municipality", "event", "at"})

    class Meta:
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="attendance_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.event}: {self.came}"


class GuestAttendance(Owned):
    """Whether somebody without an account, who is expected by name, came to one event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="guest_attendances")
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="+")
    came = models.BooleanField()
    at = models.DateTimeField(default=timezone.now, help_text="when it was written down")

    personal_fields: ClassVar = frozenset({"giver", "came"})
    open_fields: ClassVar = frozenset({"municipality", "event", "at"})

    class Meta:
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "giver"], name="attendance_once_per_guest"),
        ]

    def __str__(self) -> str:
        return f"{self.giver} at {self.event}: {self.came}"


class CardSheet(Owned):
    """What the paper cards of an event said, typed in as sums: voluntary and anonymous (SC-11).

    counts  dimension → group → cards, e.g. {"age": {"0-19": 4, "20-64": 30, "65-": 26}}. A card
            that leaves a line empty is in no group of it: it is unknown, and said so.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="card_sheet")
    cards = models.PositiveIntegerField()
    first_time = models.PositiveIntegerField(null=True, blank=True, help_text="here before: no")
    counts = models.JSONField(default=dict)
    typed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    typed_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"typed_by"})
    open_fields: ClassVar = frozenset("municipality event cards first_time counts typed_at".split())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="new_ones_are_among_the_cards",
                condition=Q(first_time=None) | Q(first_time__lte=F("cards")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cards} cards of {self.event}"
