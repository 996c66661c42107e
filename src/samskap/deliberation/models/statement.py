"""Statements, and their translations."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.deliberation.models.deliberation import Deliberation
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned, owner
from samskap.people.models import Person


class Standing(models.TextChoices):
    """Whether others see a statement."""

    AWAITING = "awaiting", _("Waits until somebody has read it")
    SHOWN = "shown", _("Shown")
    SET_ASIDE = "set_aside", _("Set aside")


class Statement(Owned):
    """One sentence or two that people agree with, disagree with, or pass.

    Beside it stand how many have said what. Whoever is not counted is not in these sums.
    """

    municipality = owner(has_index=False)
    deliberation = models.ForeignKey(
        Deliberation, on_delete=models.CASCADE, related_name="statements", db_index=False
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    number = models.PositiveIntegerField(help_text="1, 2, 3 … within its deliberation")
    text = models.CharField(_("statement"), max_length=1000)
    language = models.CharField(_("written in"), max_length=5)
    contribution = models.OneToOneField(
        Contribution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statement",
        help_text="none for what came with a conversation from elsewhere",
    )
    by = models.ForeignKey(
        "deliberation.Participant",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
    )
    is_seed = models.BooleanField(default=False, help_text="it was there from the start")
    state = models.CharField(max_length=9, choices=Standing.choices, default=Standing.AWAITING)
    reason = models.TextField(_("why"), blank=True, help_text="the writer reads it")
    read_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    appeal = models.TextField(_("why should it be shown?"), blank=True)
    appealed_at = models.DateTimeField(null=True, blank=True)
    appeal_answer = models.TextField(_("your answer"), blank=True)
    appeal_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    appeal_at = models.DateTimeField(null=True, blank=True, help_text="when it was decided")
    given_at = models.DateTimeField(default=timezone.now)
    agrees = models.PositiveIntegerField(default=0)
    disagrees = models.PositiveIntegerField(default=0)
    passes = models.PositiveIntegerField(default=0)

    personal_fields: ClassVar = frozenset(
        "text by reason read_by appeal appeal_answer appeal_by".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality deliberation public_id number language contribution is_seed state read_at"
        " appealed_at appeal_at given_at agrees disagrees passes".split()
    )

    class Meta:
        ordering = ["deliberation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["deliberation", "number"], name="statement_once_in_a_deliberation"
            ),
        ]
        indexes = [
            models.Index(
                fields=["deliberation", "given_at", "id"],
                condition=Q(state="awaiting") | Q(appealed_at__isnull=False, appeal_at=None),
                name="statement_that_waits",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Return the page on which all statements stand, at this one."""
        page = address("deliberation:statements", self.deliberation_id)
        return f"{page}?number={self.number}#statement-{self.number}"

    @property
    def votes(self) -> int:
        """How many have said anything to it."""
        return self.agrees + self.disagrees + self.passes


class StatementText(Owned):
    """A statement in another language, translated by a person."""

    municipality = owner(has_index=False)
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="texts", db_index=False
    )
    language = models.CharField(_("language"), max_length=5)
    text = models.CharField(_("translation"), max_length=1500)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    waiting_since = models.DateTimeField(
        null=True, blank=True, help_text="others see it once somebody has read it"
    )

    personal_fields: ClassVar = frozenset({"text", "by"})
    open_fields: ClassVar = frozenset("municipality statement language at waiting_since".split())

    class Meta:
        ordering = ["statement", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "language"], name="statement_once_in_a_language"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_shown(self) -> bool:
        """Whether others see it: nobody has to read it first, or somebody has."""
        return self.waiting_since is None
