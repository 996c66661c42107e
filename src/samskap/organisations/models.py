"""Organisations, and who may speak for them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Organisation(Owned):
    """A body of people that can act as one party."""

    class Kind(models.TextChoices):
        """What an organisation is, and so on which side it stands."""

        ASSOCIATION = "association", _("Association")
        BUSINESS = "business", _("Business")
        SOCIAL_ENTREPRENEUR = "social_entrepreneur", _("Social entrepreneur")
        ACADEMIA = "academia", _("Academia")
        FAITH_COMMUNITY = "faith_community", _("Faith community")
        PUBLIC_UNIT = "public_unit", _("Public unit")
        COUNCIL = "council", _("Municipal council")
        COMMITTEE = "committee", _("Political committee")

    PUBLIC_KINDS: ClassVar = frozenset({Kind.PUBLIC_UNIT, Kind.COUNCIL, Kind.COMMITTEE})
    ELECTED_KINDS: ClassVar = frozenset({Kind.COUNCIL, Kind.COMMITTEE})

    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField()
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    also_kinds = models.JSONField(_("also"), default=list, blank=True, help_text="of a hybrid")
    number = models.CharField(_("organisation number"), max_length=9, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    about = models.TextField(_("about"), blank=True)
    website = models.URLField(_("website"), blank=True)
    registered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    registered_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"registered_by"})
    open_fields: ClassVar = frozenset(
        "municipality name slug kind also_kinds number parent about website registered_at".split()
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="organisation_slug_once"),
            models.UniqueConstraint(
                fields=["municipality", "number"],
                condition=~Q(number=""),
                name="organisation_number_once",
                violation_error_message=_("This organisation is registered already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public(self) -> bool:
        """Whether it stands on the public side."""
        return self.kind in self.PUBLIC_KINDS


class Membership(Owned):
    """That a person belongs to an organisation, and whether they may speak for it."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    is_administrator = models.BooleanField(_("looks after the organisation"), default=False)
    may_speak = models.BooleanField(_("may speak for it"), default=False)
    mandate_from = models.DateField(_("mandate from"), null=True, blank=True)
    mandate_until = models.DateField(_("mandate until"), null=True, blank=True)
    given_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset(
        "person is_administrator may_speak mandate_from mandate_until given_by ended_at".split()
    )
    open_fields: ClassVar = frozenset({"municipality", "organisation"})

    class Meta:
        ordering = ["organisation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(ended_at=None),
                name="member_once",
            ),
            models.CheckConstraint(
                name="mandate_has_an_end",
                condition=Q(may_speak=False)
                | Q(mandate_from__isnull=False, mandate_until__gte=F("mandate_from")),
                violation_error_message=_("Say from when and until when the mandate holds."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.organisation}"
