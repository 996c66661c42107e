"""The archive of everything that is public in a municipality."""

from typing import ClassVar

from django.db import models

from samskap.municipalities.models import Owned


class Archive(Owned):
    """The archive that is handed out now, and whether a new one is on its way."""

    asked_at = models.DateTimeField(null=True, help_text="when a new one was last asked for")
    made_at = models.DateTimeField(null=True, help_text="the moment that it shows")
    path = models.CharField(max_length=200, blank=True, help_text="of the file")
    size = models.PositiveBigIntegerField(default=0, help_text="bytes")
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the file")
    rows = models.JSONField(default=dict, help_text="name of each table → rows")

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset("municipality asked_at made_at path size digest rows".split())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="archive_once_a_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality} {self.made_at}"

    @property
    def rows_in_all(self) -> int:
        """Rows of all tables together."""
        return sum(self.rows.values())
