"""Contributions: whatever anyone gives, written once and never changed."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models.account import Account, Phase, Side
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class ActorKind(models.TextChoices):
    """Who gives, in the words of the house; the first six stand on the public side."""

    EMPLOYEE = "employee", _("Employee")
    FACILITATOR = "facilitator", _("Facilitator")
    LEADER = "leader", _("Leader")
    POLITICIAN = "politician", _("Elected representative")
    PUBLIC_UNIT = "public_unit", _("Public unit")
    COUNCIL = "council", _("Municipal council")
    RESIDENT = "resident", _("Resident")
    SERVICE_USER = "service_user", _("Service user")
    RELATIVE = "relative", _("Relative")
    VOLUNTEER = "volunteer", _("Volunteer")
    ASSOCIATION = "association", _("Association")
    BUSINESS = "business", _("Business")
    SOCIAL_ENTREPRENEUR = "social_entrepreneur", _("Social entrepreneur")
    ACADEMIA = "academia", _("Academia")
    FAITH_COMMUNITY = "faith_community", _("Faith community")


class Beneficiary(models.TextChoices):
    """For whom something is given."""

    SELF = "self", _("For myself")
    OTHER = "other", _("For others")
    COMMUNITY = "community", _("For the community")


class Channel(models.TextChoices):
    """How it came in. Paper and telephone count as much as the web."""

    WEB = "web", _("On the web")
    PAPER = "paper", _("On paper")
    PHONE = "phone", _("By telephone")
    MEETING = "meeting", _("At a meeting")


class Giver(Owned):
    """The hand behind contributions. The person can be forgotten; the giver stays."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="givers"
    )
    name = models.CharField(
        _("name"), max_length=120, blank=True, help_text="of someone without an account"
    )
    reach = models.CharField(
        _("how to reach them"), max_length=200, blank=True, help_text="for the answer"
    )

    personal_fields: ClassVar = frozenset({"person", "name", "reach"})
    open_fields: ClassVar = frozenset({"municipality", "public_id"})

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person"],
                condition=Q(person__isnull=False),
                name="giver_once_per_person",
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Contribution(Owned):
    """One row of the ledger: impersonal, hashed, never updated and never deleted.

    Triggers in both databases refuse update and delete. Text and person lie beside it, in
    `Standing`, `Giver` and the module that brought it, and may be blanked there.
    """

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="contributions", db_index=False
    )
    number = models.PositiveBigIntegerField(help_text="1, 2, 3 … within the account")
    at = models.DateTimeField(help_text="when it was given; decides what came before what")
    written_at = models.DateTimeField(auto_now_add=True)
    phase = models.CharField(max_length=9, choices=Phase.choices)
    side = models.CharField(max_length=10, choices=Side.choices)
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    giver = models.ForeignKey(
        Giver, on_delete=models.PROTECT, related_name="contributions", db_index=False
    )
    speaking_for = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        related_name="contributions",
        db_index=False,
    )
    party = models.CharField(max_length=80, help_text="the same for those not independent")
    kind = models.CharField(max_length=24)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    units = models.DecimalField(max_digits=12, decimal_places=4)
    is_independent = models.BooleanField(help_text="own initiative, not an answer to a question")
    beneficiary = models.CharField(max_length=9, choices=Beneficiary.choices)
    is_input = models.BooleanField(help_text="asks for an answer")
    channel = models.CharField(max_length=7, choices=Channel.choices)
    entered_on_behalf = models.BooleanField(help_text="written down by somebody else")
    hash = models.CharField(max_length=64)

    personal_fields: ClassVar = frozenset({"giver", "party"})
    open_fields: ClassVar = frozenset(
        "municipality public_id account number at written_at phase side actor_kind speaking_for"
        " kind amount units is_independent beneficiary is_input channel entered_on_behalf"
        " hash".split()
    )

    class Meta:
        ordering = ["account", "number"]
        constraints = [
            models.UniqueConstraint(fields=["account", "number"], name="contribution_numbered"),
        ]
        indexes = [
            models.Index(fields=["giver", "-id"], name="contribution_of_giver"),
            models.Index(fields=["account", "at"], name="contribution_in_time"),
            models.Index(
                fields=["speaking_for"],
                condition=Q(speaking_for__isnull=False),
                name="contribution_spoken_for",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"
