"""Organisations, who belongs to them, and who may speak for them."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned, OwnedQuerySet
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
    OTHER_KINDS: ClassVar = (
        Kind.ASSOCIATION,
        Kind.BUSINESS,
        Kind.SOCIAL_ENTREPRENEUR,
        Kind.ACADEMIA,
        Kind.FAITH_COMMUNITY,
    )

    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField()
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    also_kinds = models.JSONField(_("also"), default=list, blank=True, help_text="of a hybrid")
    number = models.CharField(_("organisation number"), max_length=9, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    about = models.TextField(_("about"), blank=True)
    language = models.CharField(_("written in"), max_length=5, blank=True)
    website = models.URLField(_("website"), blank=True)
    registered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    registered_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"registered_by"})
    open_fields: ClassVar = frozenset(
        "municipality name slug kind also_kinds number parent about language website"
        " registered_at".split()
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="organisation_slug_once"),
            models.UniqueConstraint(
                "municipality",
                Lower("name"),
                name="organisation_name_once",
                violation_error_message=_("An organisation of this name is registered already."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "number"],
                condition=~Q(number=""),
                name="organisation_number_once",
                violation_error_message=_("This organisation is registered already."),
            ),
            models.CheckConstraint(
                name="organisation_is_no_part_of_itself",
                condition=Q(parent=None) | ~Q(parent=F("id")),
                violation_error_message=_("An organisation cannot be part of itself."),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "name"], name="organisation_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return reverse("organisations:organisation", args=[self.slug])

    @property
    def is_public(self) -> bool:
        """Whether it stands on the public side."""
        return self.kind in self.PUBLIC_KINDS

    @property
    def is_sensitive(self) -> bool:
        """Whether to belong to it tells of somebody’s faith (GDPR art. 9)."""
        return self.Kind.FAITH_COMMUNITY in (self.kind, *self.also_kinds)

    @property
    def kinds_display(self) -> str:
        """Everything it is, in words: a hybrid is several things."""
        words = dict(self.Kind.choices)
        return " · ".join(str(words[kind]) for kind in (self.kind, *self.also_kinds))


class MembershipQuerySet(OwnedQuerySet):
    """Memberships."""

    def running(self) -> Self:
        """Only those that have not ended."""
        return self.filter(ended_at=None, person__is_active=True)

    def speaking_on(self, day: date) -> Self:
        """Only those whose mandate holds on a day; both its first and its last day count."""
        return self.running().filter(may_speak=True, mandate_from__lte=day, mandate_until__gte=day)


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
    reminded_of = models.DateField(null=True, blank=True, help_text="the end that was told of")
    joined_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset(
        "person is_administrator may_speak mandate_from mandate_until given_by reminded_of"
        " joined_at ended_at".split()
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
                | Q(
                    mandate_from__isnull=False,
                    mandate_until__isnull=False,  # a comparison with nothing would pass
                    mandate_until__gte=F("mandate_from"),
                ),
                violation_error_message=_("Say from when and until when the mandate holds."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["mandate_until"],
                condition=Q(may_speak=True, ended_at=None),
                name="mandate_that_runs_out",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.organisation}"

    def speaks_on(self, day: date) -> bool:
        """Whether the mandate holds on a day."""
        return bool(
            self.may_speak
            and self.ended_at is None
            and self.mandate_from
            and self.mandate_until
            and self.mandate_from <= day <= self.mandate_until
        )


class JoinRequest(Owned):
    """That a person asks to join an organisation. Whoever answers takes it away."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="join_requests"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="join_requests")
    words = models.CharField(_("who you are"), max_length=300, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person", "words", "asked_at"})
    open_fields: ClassVar = frozenset({"municipality", "organisation"})

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "person"], name="asked_to_join_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} asks to join {self.organisation}"
