"""What lies on the table: positions, options, what each says of them, the yes to the joint text."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.drafting.models import Edition
from samskap.initiatives.models import Commitment
from samskap.ledger.models import Channel, Contribution
from samskap.municipalities.models import Owned
from samskap.negotiations.models.negotiation import Negotiation
from samskap.negotiations.models.party import Party


class Position(Owned):
    """What a party needs, can give, or cannot go beyond; and who may read it."""

    class Kind(models.TextChoices):
        """The three sorts: interests apart from offers and limits.

        Source: Fisher & Ury (1981), “Getting to Yes”.
        """

        INTEREST = "interest", _("Interest: what we need, and why")
        OFFER = "offer", _("Offer: what we can give")
        LIMIT = "limit", _("Limit: what we cannot go beyond")

    class Readers(models.TextChoices):
        """Who may read it."""

        ALL = "all", _("Everybody")
        PARTIES = "parties", _("The parties at the table")
        MEDIATOR = "mediator", _("Only we and the mediator")

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="positions")
    kind = models.CharField(_("What is it?"), max_length=8, choices=Kind.choices)
    text = models.TextField(_("In your own words"))
    language = models.CharField(_("written in"), max_length=5)
    readers = models.CharField(
        _("Who may read it?"), max_length=8, choices=Readers.choices, default=Readers.PARTIES
    )
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="position"
    )
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"text"})
    open_fields: ClassVar = frozenset(
        "municipality party kind language readers channel contribution given_at"
        " withdrawn_at".split()
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="confidential_position_is_not_in_the_ledger",
                condition=Q(readers="all") | Q(contribution=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Option(Owned):
    """A way out that somebody lays on the table."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="options")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    title = models.CharField(_("The option, in one line"), max_length=160)
    text = models.TextField(_("How would it work?"), blank=True)
    language = models.CharField(_("written in"), max_length=5)
    party = models.ForeignKey(
        Party, on_delete=models.SET_NULL, null=True, blank=True, related_name="options_laid"
    )
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="option"
    )
    meets = models.ManyToManyField(Position, blank=True, related_name="met_by")
    laid_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"title", "text"})
    open_fields: ClassVar = frozenset(
        "municipality negotiation public_id language party contribution laid_at"
        " withdrawn_at".split()
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class Stance(Owned):
    """What one party says of one option; the last word counts."""

    class Says(models.TextChoices):
        """Whether the party can live with it."""

        LIVE = "live", _("We can live with it")
        CHANGE = "change", _("With a change")
        NOT = "not", _("We cannot live with it")

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="stances")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="stances")
    says = models.CharField(_("Can you live with it?"), max_length=6, choices=Says.choices)
    reason = models.TextField(_("Why, or what must change?"), blank=True)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"reason"})
    open_fields: ClassVar = frozenset("municipality option party says at".split())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["option", "party"], name="stance_once_per_party"),
            models.CheckConstraint(
                name="stance_against_says_why", condition=Q(says="live") | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} on {self.option_id}: {self.says}"


class Assent(Owned):
    """The yes or no of one party to one edition of the joint text."""

    class Says(models.TextChoices):
        """Yes or no."""

        YES = "yes", pgettext_lazy("a joint text", "Yes, we agree")
        NO = "no", pgettext_lazy("a joint text", "No, we do not agree")

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="assents")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="assents")
    says = models.CharField(
        _("Does your party agree to this edition?"), max_length=3, choices=Says.choices
    )
    reason = models.TextField(_("Why?"), blank=True)
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"reason"})
    open_fields: ClassVar = frozenset("municipality party edition says channel at".split())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["party", "edition"], name="assent_once_per_party"),
            models.CheckConstraint(
                name="assent_that_is_a_no_says_why", condition=Q(says="yes") | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id}: {self.says} to {self.edition_id}"


class Pledge(Owned):
    """That a commitment of the initiative was made by a party at this table."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="pledges")
    commitment = models.OneToOneField(
        Commitment, on_delete=models.CASCADE, related_name="pledged_at_table"
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "party", "commitment"})

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.party_id}: {self.commitment_id}"
