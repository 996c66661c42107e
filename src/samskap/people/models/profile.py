"""Profiles: what people tell in their own words."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskap.people.models.person import Person


class Profile(models.Model):
    """What a person chose to tell: needs, goals, wishes and resources (S0:7, S3:4)."""

    class Visibility(models.TextChoices):
        """Who may read one field of a profile."""

        PRIVATE = "private", _("Only me")
        PARTNERS = "partners", _("Those I work with")
        EVERYONE = "everyone", _("Everyone")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    needs = models.TextField(_("what I need"), blank=True)
    goals = models.TextField(_("what I want to reach"), blank=True)
    wishes = models.TextField(_("what I wish for"), blank=True)
    resources = models.TextField(_("what I can give"), blank=True)
    needs_seen_by = models.CharField(
        max_length=8, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    goals_seen_by = models.CharField(
        max_length=8, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    wishes_seen_by = models.CharField(
        max_length=8, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    resources_seen_by = models.CharField(
        max_length=8, choices=Visibility.choices, default=Visibility.PRIVATE
    )

    personal_fields: ClassVar = frozenset(
        "person needs goals wishes resources"
        " needs_seen_by goals_seen_by wishes_seen_by resources_seen_by".split()
    )
    open_fields: ClassVar[frozenset[str]] = frozenset()

    FIELDS: ClassVar = ("needs", "goals", "wishes", "resources")

    def __str__(self) -> str:
        return f"profile of {self.person}"
