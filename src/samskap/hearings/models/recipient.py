"""Whom a hearing asks, how and when."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.hearings.models.hearing import Hearing
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation


class Recipient(Owned):
    """Somebody who is asked by name, or a group who got the same letter."""

    class Kind(models.TextChoices):
        """Who is asked."""

        ELDERLY_COUNCIL = "elderly_council", _("Council for the elderly")
        DISABILITY_COUNCIL = "disability_council", _("Council for people with disabilities")
        YOUTH_COUNCIL = "youth_council", _("Youth council")
        CHILDREN = "children", _("Whoever speaks for children in plan cases")
        AUTHORITY = "authority", _("Public authority")
        NEIGHBOUR = "neighbour", _("Neighbours and owners")
        ASSOCIATION = "association", _("Association")
        BUSINESS = "business", _("Business")
        OTHER = "other", pgettext_lazy("somebody who is asked", "Others")

    class Way(models.TextChoices):
        """How they are asked."""

        EMAIL = "email", _("By e-mail")
        LETTER = "letter", _("By letter")
        MEETING = "meeting", _("At a meeting")
        NOTICE = "notice", _("By public notice")
        PHONE = "phone", _("By telephone")

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="recipients")
    kind = models.CharField(_("who is it?"), max_length=18, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=160)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    way = models.CharField(
        _("how are they asked?"), max_length=7, choices=Way.choices, default=Way.EMAIL
    )
    people = models.PositiveIntegerField(_("how many got it?"), default=1)
    is_required = models.BooleanField(default=False, help_text="the law says that they are asked")
    invited_on = models.DateField(_("asked on"), null=True, blank=True)

    personal_fields: ClassVar = frozenset({"name"})
    open_fields: ClassVar = frozenset(
        "municipality hearing kind organisation way people is_required invited_on".split()
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hearing", "organisation"],
                condition=Q(organisation__isnull=False),
                name="organisation_is_asked_once",
            ),
            models.CheckConstraint(name="recipient_is_somebody", condition=Q(people__gte=1)),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name as everybody may read it: neighbours are not named."""
        if self.organisation is not None:
            return self.name or self.organisation.name
        is_private = self.kind == self.Kind.NEIGHBOUR
        return str(self.get_kind_display()) if is_private or not self.name else self.name


# Kommuneloven § 5-12 (the three councils) and plan- og bygningsloven § 3-3 (children).
REQUIRED = (
    Recipient.Kind.ELDERLY_COUNCIL,
    Recipient.Kind.DISABILITY_COUNCIL,
    Recipient.Kind.YOUTH_COUNCIL,
)
# Retssikkerhedsloven § 30, stk. 3, and § 37 a, stk. 2, where the matter concerns them.
CONSIDERED = (Recipient.Kind.ELDERLY_COUNCIL, Recipient.Kind.DISABILITY_COUNCIL)
