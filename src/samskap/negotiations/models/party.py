"""Parties, who speaks for them, and who is behind a pseudonym."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.ledger.models import ActorKind, Channel, Giver
from samskap.municipalities.models import Owned
from samskap.negotiations.models.negotiation import Negotiation
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.places.models import Area


class Party(Owned):
    """A group on the map: touched by the matter, or knowing it, or able to help or to block."""

    class Sort(models.TextChoices):
        """What sort of group it is."""

        PUBLIC = "public", _("Public")
        ASSOCIATION = "association", _("Association")
        BUSINESS = "business", _("Business")
        KNOWLEDGE = "knowledge", _("Research and schools")
        UNORGANISED = "unorganised", _("Unorganised")
        OTHER = "other", pgettext_lazy("a sort of party", "Other")

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="parties")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    name = models.CharField(
        _("What is the group called?"),
        max_length=120,
        help_text="as all may read it; under a pseudonym it says nothing else",
    )
    sort = models.CharField(
        _("What sort of group is it?"),
        max_length=11,
        choices=Sort.choices,
        default=Sort.UNORGANISED,
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="seats"
    )
    actor_kind = models.CharField(
        max_length=20, choices=ActorKind.choices, default=ActorKind.RESIDENT
    )
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="parties"
    )
    is_touched = models.BooleanField(_("is touched by it"), default=False)
    knows = models.BooleanField(_("knows something about it"), default=False)
    can_help = models.BooleanField(_("can help"), default=False)
    can_block = models.BooleanField(_("can block"), default=False)
    was_first = models.BooleanField(
        default=False, help_text="stood on the list before anybody asked who is missing"
    )
    giver = models.ForeignKey(
        Giver,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        help_text="of a party without an organisation: its name, and never a person",
    )
    added_at = models.DateTimeField(default=timezone.now)
    invited_on = models.DateField(_("asked on"), null=True, blank=True)
    invited_how = models.CharField(_("How did you ask them?"), max_length=160, blank=True)
    invited_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    came_on = models.DateField(_("Took part from"), null=True, blank=True)
    missing_because = models.CharField(_("Why are they missing?"), max_length=200, blank=True)
    joined_on = models.DateField(_("At the table from"), null=True, blank=True)
    left_on = models.DateField(_("Left on"), null=True, blank=True)
    left_because = models.TextField(_("Why do you leave?"), blank=True)
    left_open = models.TextField(_("What stays open?"), blank=True)
    came_back_on = models.DateField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"giver", "invited_by", "left_because"})
    open_fields: ClassVar = frozenset(
        "municipality negotiation public_id name sort organisation actor_kind area is_touched knows"
        " can_help can_block was_first added_at invited_on invited_how came_on missing_because"
        " joined_on left_on left_open came_back_on".split()
    )

    class Meta:
        verbose_name_plural = "parties"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["negotiation", "name"],
                name="party_name_once",
                violation_error_message=_("A group of this name is on the map already."),
            ),
            models.UniqueConstraint(
                fields=["negotiation", "organisation"],
                condition=Q(organisation__isnull=False),
                name="organisation_is_party_once",
                violation_error_message=_("This organisation is on the map already."),
            ),
            models.CheckConstraint(
                name="party_at_the_table_took_part",
                condition=Q(joined_on=None) | Q(came_on__isnull=False),
            ),
            models.CheckConstraint(
                name="party_that_left_was_there_and_says_why",
                condition=Q(left_on=None) | (Q(joined_on__isnull=False) & ~Q(left_because="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def asks_for_place(self) -> bool:
        """Whether somebody put it forward for themselves, and nobody has said yes or no.

        Until then it stands on no map: `queries.mapping.on_map` is the same question to all.
        """
        return self.invited_on is None and self.invited_by_id is not None

    @property
    def is_seated(self) -> bool:
        """Whether it sits at the table now."""
        has_gone = self.left_on is not None and self.came_back_on is None
        return self.joined_on is not None and not has_gone

    @property
    def is_organised(self) -> bool:
        """Whether an organisation or a public unit stands behind it."""
        return self.organisation_id is not None or self.sort != self.Sort.UNORGANISED


class Spokesperson(Owned):
    """Who speaks for a party at the table.

    Under a pseudonym, `called` is all that anybody but the mediator reads. `person` is there so
    that they can press the buttons, and `Behind` for the mediator.
    """

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="spokespersons")
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="seats_spoken_for"
    )
    called = models.CharField(_("What are they called at the table?"), max_length=80, blank=True)
    is_hidden = models.BooleanField(
        _("Under a pseudonym: nobody but the mediator knows who it is"), default=False
    )
    channel = models.CharField(
        _("How do they take part?"), max_length=7, choices=Channel.choices, default=Channel.WEB
    )
    key = models.CharField(
        max_length=64, blank=True, help_text="hash of the key in a letter that nobody answered yet"
    )
    key_until = models.DateField(null=True, blank=True)
    joined_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"person", "called", "key"})
    open_fields: ClassVar = frozenset(
        "municipality party is_hidden channel key_until joined_at".split()
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "person"],
                condition=Q(person__isnull=False),
                name="speaks_for_a_party_once",
            ),
            models.CheckConstraint(
                name="pseudonym_is_a_name", condition=Q(is_hidden=False) | ~Q(called="")
            ),
            models.UniqueConstraint(
                fields=["key"], condition=~Q(key=""), name="key_of_a_seat_once"
            ),
        ]

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """The name that others read: under a pseudonym never another."""
        if self.is_hidden or self.person is None:
            return self.called
        return self.person.shown_name


class Behind(Owned):
    """Who is behind a pseudonym. One page reads it, the mediator’s; each look is written down."""

    spokesperson = models.OneToOneField(
        Spokesperson, on_delete=models.CASCADE, related_name="behind"
    )
    name = models.CharField(_("Who is it?"), max_length=160)
    reach = models.CharField(_("How to reach them"), max_length=200, blank=True)
    why = models.CharField(_("Why under a pseudonym?"), max_length=200, blank=True)
    written_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"name", "reach", "why"})
    open_fields: ClassVar = frozenset({"municipality", "spokesperson", "written_at"})

    class Meta:
        verbose_name_plural = "behind"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"behind {self.spokesperson_id}"
