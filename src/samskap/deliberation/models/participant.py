"""Who takes part, and how they vote."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.deliberation.models.deliberation import Deliberation
from samskap.deliberation.models.statement import Statement
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned, owner
from samskap.people.models import Level, Person


class Channel(models.TextChoices):
    """Where somebody votes."""

    WEB = "web", _("On the web")
    PAPER = "paper", _("On a paper card")
    KIOSK = "kiosk", _("At a shared place")
    POLIS = "polis", _("In a conversation from Polis")


class Participant(Owned):
    """One person in one deliberation, known by an account, by a cookie or by a card.

    What is published names nobody but the number. The first vote writes one row of the ledger, of
    no units: who took part is the initiative’s to know, what they voted is not (decision 112).
    """

    municipality = owner(has_index=False)
    deliberation = models.ForeignKey(
        Deliberation, on_delete=models.CASCADE, related_name="participants", db_index=False
    )
    number = models.PositiveIntegerField(help_text="1, 2, 3 … within its deliberation")
    contribution = models.OneToOneField(
        Contribution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participant",
        help_text="none for whoever was never counted, or came with a conversation",
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="deliberations",
    )
    key = models.CharField(max_length=64, blank=True, help_text="keyed hash of what a cookie holds")
    source = models.CharField(
        max_length=64, blank=True, help_text="keyed hash of a network address, blanked at the end"
    )
    card = models.CharField(_("number of the card"), max_length=40, blank=True)
    entered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    level = models.PositiveSmallIntegerField(choices=Level.choices, default=Level.ANONYMOUS)
    channel = models.CharField(max_length=5, choices=Channel.choices, default=Channel.WEB)
    set_aside = models.BooleanField(
        default=False, help_text="votes as others do, and is left out of every figure"
    )
    joined_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person", "key", "source", "card", "entered_by"})
    open_fields: ClassVar = frozenset(
        "municipality deliberation number contribution level channel set_aside joined_at".split()
    )

    class Meta:
        ordering = ["deliberation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["deliberation", "number"], name="participant_numbered"),
            models.UniqueConstraint(
                fields=["deliberation", "person"],
                condition=Q(person__isnull=False),
                name="participant_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["deliberation", "key"],
                condition=~Q(key=""),
                name="participant_once_per_cookie",
            ),
            models.UniqueConstraint(
                fields=["deliberation", "card"],
                condition=~Q(card=""),
                name="participant_once_per_card",
            ),
        ]
        indexes = [
            models.Index(
                fields=["deliberation", "source"],
                condition=~Q(source=""),
                name="participant_of_source",
            ),
        ]

    def __str__(self) -> str:
        return f"participant {self.number} of {self.deliberation_id}"


class Vote(Owned):
    """What one participant says to one statement; the last thing they said."""

    class Value(models.IntegerChoices):
        """Agree, disagree or pass; the kernel `opinion_map` counts with these numbers."""

        AGREE = 1, _("Agree")
        DISAGREE = -1, _("Disagree")
        PASS = 0, _("Pass")

    municipality = owner(has_index=False)
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="votes", db_index=False
    )
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="given_votes", db_index=False
    )
    value = models.SmallIntegerField(choices=Value.choices)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"participant", "value"})
    open_fields: ClassVar = frozenset({"municipality", "statement", "at"})

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "statement"], name="vote_once_on_a_statement"
            ),
            models.CheckConstraint(
                name="vote_is_agree_disagree_or_pass", condition=Q(value__in=[-1, 0, 1])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} to {self.statement_id}"
