"""Private addresses at which calendars read."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.rotas.models.rota import Rota


class FeedKey(Owned):
    """A private address of one person: of their own turns, or of one rota. It can be revoked."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feed_keys")
    rota = models.ForeignKey(
        Rota, on_delete=models.CASCADE, null=True, blank=True, related_name="feed_keys"
    )
    key_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the key")
    made_at = models.DateTimeField(default=timezone.now)
    read_on = models.DateField(null=True, blank=True, help_text="the last day it was read")
    revoked_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"person", "key_hash", "read_on"})
    open_fields: ClassVar = frozenset({"municipality", "rota", "made_at", "revoked_at"})

    class Meta:
        ordering = ["person", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "municipality"],
                condition=Q(rota=None, revoked_at=None),
                name="one_feed_of_own_turns",
            ),
            models.UniqueConstraint(
                fields=["person", "rota"],
                condition=Q(rota__isnull=False, revoked_at=None),
                name="one_feed_of_a_rota",
            ),
        ]

    def __str__(self) -> str:
        return f"feed {self.pk}"
