"""Kiosks: a shared tablet at a meeting place, on which nobody is signed in."""

import uuid
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Kiosk(Owned):
    """A shared page on a device of the municipality, until one day.

    A facilitator opens it with a code; the key is in its address. It signs nobody in, and what is
    written there waits for a facilitator before anybody else reads it.
    """

    place = models.CharField(max_length=120)
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    code_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the code")
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        related_name="kiosks",
    )
    opened_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    ends_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"opened_by", "code_hash"})
    open_fields: ClassVar = frozenset(
        "municipality place key initiative opened_at ends_on closed_at".split()
    )

    class Meta:
        ordering = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return self.place

    def get_absolute_url(self) -> str:
        """Return the page that the tablet shows."""
        return reverse("meetings:kiosk", args=[self.key])

    @property
    def is_open(self) -> bool:
        """Whether the tablet may still show it."""
        return self.closed_at is None and timezone.localdate() <= self.ends_on
