"""Who may be drawn: those who said yes, and those who were asked whether they will."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models import Channel, Giver
from samskap.lottery.models.lot import Lot
from samskap.lottery.models.round import Round
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Invitee(Owned):
    """One line of a list of residents, of whom some are invited at random."""

    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="invitees")
    name = models.CharField(_("name"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    features = models.JSONField(default=dict, blank=True, help_text="as the list tells them")
    household = models.CharField(max_length=64, blank=True, help_text="keyed hash of the address")
    key = models.CharField(max_length=64, help_text="keyed hash of name and address")
    code = models.CharField(max_length=12, blank=True, help_text="stands in the letter")
    invited_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    said_yes = models.BooleanField(null=True, blank=True)

    personal_fields: ClassVar = frozenset(
        "name address features household key code said_yes".split()
    )
    open_fields: ClassVar = frozenset({"municipality", "lot", "invited_at", "answered_at"})

    class Meta:
        ordering = ["lot", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["lot", "key"], name="invitee_once_on_a_list"),
            models.UniqueConstraint(
                fields=["lot", "code"], condition=~Q(code=""), name="invitee_has_own_code"
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "key"],
                condition=Q(invited_at__isnull=False),
                name="invitee_asked_before",
            )
        ]

    def __str__(self) -> str:
        return f"invitee {self.pk}"


class Entrant(Owned):
    """Somebody who said yes to being drawn. The code stands for them wherever others can read.

    The features are sensitive: only the person and the stewards of the lot see them.
    """

    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="entrants")
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="lot_entries")
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="lot_entries"
    )
    invitee = models.OneToOneField(
        Invitee, on_delete=models.SET_NULL, null=True, blank=True, related_name="entrant"
    )
    code = models.CharField(max_length=12, help_text="stands for the person in what is published")
    features = models.JSONField(default=dict, blank=True, help_text="feature → value")
    household = models.CharField(max_length=64, blank=True, help_text="keyed hash")
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    entered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reference = models.CharField(
        max_length=80, blank=True, help_text="what it is elsewhere, e.g. committees.Registration:7"
    )
    entered_at = models.DateTimeField(default=timezone.now)
    chance = models.FloatField(null=True, blank=True, help_text="of being drawn next, 0 … 1")
    drawn_in = models.ForeignKey(
        Round, on_delete=models.PROTECT, null=True, blank=True, related_name="panel"
    )
    left_at = models.DateTimeField(null=True, blank=True)
    left_because = models.CharField(max_length=200, blank=True)

    personal_fields: ClassVar = frozenset(
        "giver person features household entered_by chance left_because".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality lot invitee code channel reference entered_at drawn_in left_at".split()
    )

    class Meta:
        ordering = ["lot", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["lot", "giver"], name="entrant_once_in_a_pool"),
            models.UniqueConstraint(fields=["lot", "code"], name="entrant_has_own_code"),
            models.CheckConstraint(
                name="entrant_chance_is_a_share",
                condition=Q(chance=None) | Q(chance__gte=0, chance__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return self.code
