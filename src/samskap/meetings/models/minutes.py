"""Minutes: what was said and settled, approved by those who were there."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from samskap.initiatives.models import Commitment, Decision
from samskap.meetings.models.event import Event
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Minutes(Owned):
    """One version of the minutes of an event: a draft, then sent to those who came, then approved.

    A new version takes the place of the one before, which is kept.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="minutes")
    number = models.PositiveSmallIntegerField(default=1, help_text="1, 2, 3 … within the event")
    text = models.TextField()
    written_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    personal_fields: ClassVar = frozenset({"written_by", "approved_by"})
    open_fields: ClassVar = frozenset(
        "municipality event number text written_at sent_at answer_by approved_at".split()
    )

    class Meta:
        ordering = ["event", "number"]
        verbose_name_plural = "minutes"
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="minutes_once_a_version"),
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(approved_at__isnull=False),
                name="minutes_are_approved_once",
            ),
            models.CheckConstraint(
                name="sent_minutes_say_by_when",
                condition=Q(sent_at=None) | Q(answer_by__isnull=False),
            ),
            models.CheckConstraint(
                name="approved_minutes_were_sent",
                condition=Q(approved_at=None) | Q(sent_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"minutes {self.number} of {self.event}"

    @property
    def is_draft(self) -> bool:
        """Whether only those who hold the event have seen it."""
        return self.sent_at is None

    @property
    def is_approved(self) -> bool:
        """Whether those who came have approved it."""
        return self.approved_at is not None


class Reply(Owned):
    """What one of those who came says to the minutes: yes, or what should be put right."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    correction = models.TextField(blank=True)
    answer = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person", "correction", "answer"})
    open_fields: ClassVar = frozenset({"municipality", "minutes", "at"})

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "replies"
        constraints = [
            models.UniqueConstraint(fields=["minutes", "person"], name="one_reply_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} to {self.minutes}"

    @property
    def approves(self) -> bool:
        """Whether they say yes to it as it is."""
        return not self.correction

    @property
    def is_open(self) -> bool:
        """Whether a correction waits for an answer."""
        return bool(self.correction) and not self.answer


class Point(Owned):
    """That a decision or a commitment of the initiative was made at an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="points")
    decision = models.OneToOneField(
        Decision, on_delete=models.CASCADE, null=True, blank=True, related_name="made_at"
    )
    commitment = models.OneToOneField(
        Commitment, on_delete=models.CASCADE, null=True, blank=True, related_name="made_at"
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "event", "decision", "commitment"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="point_is_a_decision_or_a_commitment",
                condition=Q(decision__isnull=False, commitment=None)
                | Q(decision=None, commitment__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.decision or self.commitment)
