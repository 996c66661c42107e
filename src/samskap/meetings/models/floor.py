"""Who has the floor: those who have put up their hand in a meeting, and who has spoken."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from samskap.meetings.models.event import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Speaker(Owned):
    """That somebody wants to speak, speaks, or has spoken; without an account by a word for them.

    A row waits until it has begun, and is done when it has ended.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    label = models.CharField(max_length=60, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"person", "label"})
    open_fields: ClassVar = frozenset(
        "municipality event asked_at began_at done_at minutes".split()
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_hand_up_a_person",
                fields=["event", "person"],
                condition=Q(done_at=None, person__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_hand_up_a_word",
                fields=["event", "label"],
                condition=Q(done_at=None, person=None),
            ),
            models.CheckConstraint(
                name="a_speaker_is_somebody",
                condition=Q(person__isnull=False) | ~Q(label=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What those in the room call them."""
        return self.label or str(self.person.shown_name if self.person else "")
