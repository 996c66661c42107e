"""Accounts: one for each initiative, with the running sums that every page reads."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned


class Phase(models.TextChoices):
    """The four phases in which people contribute (S3:62, S4:65)."""

    DEFINE = "define", _("Define")
    DESIGN = "design", _("Design")
    IMPLEMENT = "implement", _("Implement")
    DRIVE = "drive", _("Drive forward")


class Side(models.TextChoices):
    """The two sides between which power is shared."""

    PUBLIC = "public", _("Public")
    NON_PUBLIC = "non_public", _("Residents and their organisations")


class Account(Owned):
    """Where everything given to one initiative is written down.

    `version` grows with whatever happens here, in the transaction in which it happens: a page
    that shows the same version is still true. `last_hash` ends the chain of row hashes.
    """

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    version = models.PositiveBigIntegerField(default=0)
    rows = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "public_id", "version", "rows", "last_hash"})

    def __str__(self) -> str:
        return f"account {self.public_id}"


class Sum(models.Model):
    """What has been given of one sort, so that no page has to add up a million rows."""

    account = models.ForeignKey(
        Account, on_delete=models.CASCADE, related_name="sums", db_index=False
    )
    phase = models.CharField(max_length=9, choices=Phase.choices)
    side = models.CharField(max_length=10, choices=Side.choices)
    actor_kind = models.CharField(max_length=20)
    kind = models.CharField(max_length=24)
    is_independent = models.BooleanField()
    beneficiary = models.CharField(max_length=9)
    is_input = models.BooleanField()
    rows = models.PositiveBigIntegerField(default=0)
    units = models.DecimalField(max_digits=16, decimal_places=4, default=0)
    first_at = models.DateTimeField()

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "account phase side actor_kind kind is_independent beneficiary is_input"
        " rows units first_at".split()
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "account", "phase", "side", "actor_kind", "kind",
                    "is_independent", "beneficiary", "is_input",
                ],
                name="sum_once",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.phase}, {self.side}, {self.kind}: {self.units}"


class PhaseSum(models.Model):
    """How the inputs of the non-public side were answered in one phase, and what was adopted."""

    account = models.ForeignKey(
        Account, on_delete=models.CASCADE, related_name="phase_sums", db_index=False
    )
    phase = models.CharField(max_length=9, choices=Phase.choices)
    inputs = models.PositiveBigIntegerField(default=0)
    answered = models.PositiveBigIntegerField(default=0)
    answered_in_30_days = models.PositiveBigIntegerField(default=0)
    publicly_answered_in_30_days = models.PositiveBigIntegerField(
        default=0, help_text="of them, those that the public side answered, or had a part in"
    )
    closed = models.PositiveBigIntegerField(default=0)
    used = models.PositiveBigIntegerField(default=0, help_text="used or partly used")
    adopted = models.PositiveBigIntegerField(default=0)
    adopted_by_non_public = models.PositiveBigIntegerField(default=0)
    answers_by_days = models.JSONField(
        default=dict, blank=True, help_text="whole days to the first answer → answers"
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "account phase inputs answered answered_in_30_days publicly_answered_in_30_days"
        " closed used adopted adopted_by_non_public answers_by_days".split()
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "phase"], name="phase_sum_once"),
        ]

    def __str__(self) -> str:
        return f"{self.phase}: {self.answered} of {self.inputs} answered"


class Party(models.Model):
    """A party that gave something of its own accord to an account.

    `key` is the same for givers who are not independent of each other: who share a declared
    parent organisation, a mandate giver or a household.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="parties")
    key = models.CharField(max_length=80)
    side = models.CharField(max_length=10, choices=Side.choices)
    first_at = models.DateTimeField()

    personal_fields: ClassVar = frozenset({"key"})
    open_fields: ClassVar = frozenset({"account", "side", "first_at"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key", "side"], name="party_once"),
        ]

    def __str__(self) -> str:
        return self.key
