"""The agenda of a meeting: proposed by anybody who takes part, taken in by those who hold it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models import ActorKind, Side
from samskap.meetings.models.event import Event
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class AgendaItem(Owned):
    """Something to talk about at a meeting: proposed, then taken in or not, with a reason."""

    class Status(models.TextChoices):
        """Where a proposal for the agenda stands."""

        PROPOSED = "proposed", _("Proposed")
        TAKEN_IN = "taken_in", _("On the agenda")
        NOT_TAKEN = "not_taken", _("Not on the agenda")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="agenda")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    title = models.CharField(max_length=120)
    why = models.TextField(blank=True)
    language = models.CharField(max_length=5)
    minutes = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(default=0, help_text="its place on the agenda")
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.PROPOSED)
    because = models.CharField(max_length=200, blank=True)
    proposed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    side = models.CharField(max_length=10, choices=Side.choices)
    speaking_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"proposed_by"})
    open_fields: ClassVar = frozenset(
        "municipality event public_id title why language minutes number status because actor_kind"
        " side speaking_for proposed_at settled_at".split()
    )

    class Meta:
        ordering = ["number", "proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="what_is_not_taken_in_says_why",
                condition=~Q(status="not_taken") | ~Q(because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title
