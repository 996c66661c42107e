"""What became of contributions."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models.account import Account, Phase, Side
from samskap.ledger.models.contribution import Contribution
from samskap.municipalities.models import Owned, owner
from samskap.people.models import Person


class FateStatus(models.TextChoices):
    """The fates of domain.md 5.0, and withdrawal by the giver."""

    RECEIVED = "received", _("Received")
    READ = "read", _("Read")
    USED = "used", _("Used")
    PARTLY_USED = "partly_used", _("Partly used")
    NOT_USED = "not_used", _("Not used")
    FORWARDED = "forwarded", _("Forwarded")
    WITHDRAWN = "withdrawn", _("Withdrawn by the giver")


ANSWERS = frozenset(
    {FateStatus.USED, FateStatus.PARTLY_USED, FateStatus.NOT_USED, FateStatus.FORWARDED}
)


class Fate(Owned):
    """One step in what became of a contribution; appended, never changed."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="fates")
    status = models.CharField(max_length=11, choices=FateStatus.choices)
    reason = models.TextField(_("reason"), blank=True)
    decision_key = models.CharField(
        max_length=80, blank=True, help_text="the decision behind it, e.g. initiatives.Decision:4"
    )
    side = models.CharField(
        max_length=10,
        choices=Side.choices,
        default=Side.PUBLIC,
        help_text="of whoever says so; what residents tell each other is no public answer",
    )
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "reason"})
    open_fields: ClassVar = frozenset(
        {"municipality", "contribution", "status", "decision_key", "side", "at"}
    )

    class Meta:
        ordering = ["contribution", "pk"]

    def __str__(self) -> str:
        return f"{self.contribution_id}: {self.status}"


class Standing(Owned):
    """What may change about a contribution: its caption, its fate now, and the promise."""

    municipality = owner(has_index=False)
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, primary_key=True, related_name="standing"
    )
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="standings")
    caption = models.CharField(max_length=200, blank=True, help_text="its title, for lists")
    path = models.CharField(max_length=200, blank=True, help_text="its page")
    status = models.CharField(
        max_length=11, choices=FateStatus.choices, default=FateStatus.RECEIVED
    )
    reason = models.TextField(blank=True)
    answer_due_on = models.DateField(null=True, help_text="the promised day of an answer")
    answered_at = models.DateTimeField(null=True, help_text="by whomever")
    publicly_answered_at = models.DateTimeField(
        null=True, help_text="when the public side answered, or had a part in the answer"
    )
    entered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    unnamed_at = models.DateTimeField(
        null=True, help_text="since when others are not told who gave it"
    )

    personal_fields: ClassVar = frozenset({"caption", "reason", "entered_by"})
    open_fields: ClassVar = frozenset(
        "municipality contribution account path status answer_due_on answered_at"
        " publicly_answered_at unnamed_at".split()
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["municipality", "answer_due_on", "contribution"],
                condition=Q(answered_at=None, answer_due_on__isnull=False),
                name="standing_waits",
            ),
            models.Index(
                fields=["entered_by"],
                condition=Q(entered_by__isnull=False),
                name="standing_entered_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.caption}: {self.status}"


class Adoption(Owned):
    """That a contribution was taken into the problem or the solution by a decision."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="adoptions"
    )
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="adoptions")
    phase = models.CharField(max_length=9, choices=Phase.choices)
    decision_key = models.CharField(max_length=80)
    by_non_public = models.BooleanField(help_text="at least one author stands outside the public")
    with_changes = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality contribution account phase decision_key by_non_public with_changes at".split()
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "decision_key"], name="adopted_once_by_a_decision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} by {self.decision_key}"
