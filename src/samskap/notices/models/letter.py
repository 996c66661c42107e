"""Letters: what leaves the house, by e-mail or SMS, once each."""

import uuid
from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.people.models import Person


class LetterQuerySet(OwnedQuerySet):
    """Letters."""

    def waiting(self) -> Self:
        """Those that nobody has sent, refused or dropped yet."""
        return self.filter(outcome=Letter.Outcome.WAITING)

    def free_at(self, moment: datetime) -> Self:
        """Those that no worker is busy sending at a moment."""
        return self.filter(Q(taken_until=None) | Q(taken_until__lte=moment))


class Letter(Owned):
    """One message to one person. The same cause makes one letter, however often it is tried.

    It holds no words: they are put together from its notices when it is sent, so that nothing
    private lies in the queue.
    """

    class Carrier(models.TextChoices):
        """How it reaches the person."""

        MAIL = "mail"
        SMS = "sms"

    class Outcome(models.TextChoices):
        """How it ended."""

        WAITING = "waiting"
        SENT = "sent"
        REFUSED = "refused"  # by the server that was to take it
        DROPPED = "dropped"  # not needed any more

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="letters")
    carrier = models.CharField(max_length=4, choices=Carrier.choices, default=Carrier.MAIL)
    cause = models.CharField(
        max_length=40, help_text="what calls for it: notice:17, or digest:2026-11-22"
    )
    number = models.UUIDField(
        default=uuid.uuid4, editable=False, help_text="its Message-ID: a second copy is known by it"
    )
    made_at = models.DateTimeField(default=timezone.now)
    taken_until = models.DateTimeField(
        null=True, blank=True, help_text="a worker is busy sending it, until this moment at most"
    )
    outcome = models.CharField(max_length=7, choices=Outcome.choices, default=Outcome.WAITING)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset(
        "person carrier cause number made_at taken_until outcome ended_at".split()
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "municipality", "carrier", "cause"],
                name="letter_once_for_a_cause",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "carrier", "made_at"], name="letter_lately"),
            models.Index(fields=["made_at"], condition=Q(outcome="waiting"), name="letter_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.carrier} to {self.person_id}: {self.cause}"
