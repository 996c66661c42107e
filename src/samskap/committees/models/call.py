"""The open call, who registered, and how it was chosen among them."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.committees.models.committee import Committee
from samskap.committees.models.team import Role, Seat, Sex, Way
from samskap.ledger.models import Channel, Giver
from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.places.models import Area


class Call(Owned):
    """An open invitation to register for a committee, with questions and a last day."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="calls")
    text = models.TextField(_("what we look for"))
    questions = models.JSONField(default=list, help_text="what we ask everybody who registers")
    way = models.CharField(_("how members are chosen"), max_length=11, choices=Way.choices)
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    closes_on = models.DateField(_("last day"))
    closed_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"opened_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee text questions way opened_at closes_on closed_at".split()
    )

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee"],
                condition=Q(closed_at=None),
                name="committee_calls_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee}, call {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether people can register; its last day counts."""
        return self.closed_at is None and timezone.localdate() <= self.closes_on


class Registration(Owned):
    """That somebody would like to sit in a committee, with what they tell of themselves."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="registrations")
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="registrations")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="registrations")
    words = models.TextField(_("why you would like to take part"), blank=True)
    answers = models.JSONField(default=list, help_text="in the order of the questions")
    perspectives = models.JSONField(default=list, help_text="as the seats call them")
    sex = models.CharField(_("sex"), max_length=5, choices=Sex.choices, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    area = models.ForeignKey(
        Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.RESIDENT)
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    entered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    registered_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    suits = models.ForeignKey(
        Seat, on_delete=models.SET_NULL, null=True, blank=True, related_name="suited"
    )
    assessment = models.TextField(_("how they suit the seat"), blank=True)
    assessed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    personal_fields: ClassVar = frozenset(
        "giver words answers perspectives sex birth_year area entered_by suits assessment"
        " assessed_by".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality committee call public_id role channel registered_at withdrawn_at".split()
    )

    class Meta:
        ordering = ["registered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "giver"],
                condition=Q(withdrawn_at=None),
                name="registered_once_in_a_call",
            ),
        ]

    def __str__(self) -> str:
        return f"registration {self.pk}"

    @property
    def age(self) -> int | None:
        """How old they turn this year."""
        return timezone.localdate().year - self.birth_year if self.birth_year else None


class Choice(Owned):
    """One choice about one registration, with its reason. A later choice stands beside it."""

    class Outcome(models.TextChoices):
        """What was chosen."""

        MEMBER = "member", _("Member")
        SUBSTITUTE = "substitute", _("Substitute")
        NOT_CHOSEN = "not_chosen", _("Not chosen")

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="choices")
    outcome = models.CharField(_("choice"), max_length=10, choices=Outcome.choices)
    seat = models.ForeignKey(
        Seat, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    way = models.CharField(_("chosen"), max_length=11, choices=Way.choices)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"registration", "outcome", "seat", "reason", "by"})
    open_fields: ClassVar = frozenset({"municipality", "way", "at"})

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.outcome} {self.registration_id}"
