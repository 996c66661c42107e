"""Consents: leave to use something, for one purpose and until one day."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.people.models.person import Person


class ConsentQuerySet(OwnedQuerySet):
    """Consents."""

    def held_on(self, day: date) -> Self:
        """Only those that hold on a day: neither taken back nor over."""
        return self.filter(withdrawn_at=None, ends_on__gte=day)


class Consent(Owned):
    """A person’s leave to use something about them, for one purpose and until one day."""

    class Purpose(models.TextChoices):
        """What the municipality may ask leave for. All of it is optional."""

        NEWS = "news", _("Tell me about new initiatives")
        HELP = "help", _("Ask me for help")
        STORIES = "stories", _("Retell my story")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=60, choices=Purpose.choices)
    given_at = models.DateTimeField(default=timezone.now)
    ends_on = models.DateField(_("ends on"))
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset(
        {"person", "purpose", "given_at", "ends_on", "withdrawn_at"}
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person", "purpose"],
                condition=Q(withdrawn_at=None),
                name="consent_given_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.purpose}"
