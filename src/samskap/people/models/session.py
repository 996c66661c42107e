"""Sessions: where somebody is signed in."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone

from samskap.base.prepared import Prepared
from samskap.people.models.person import Person


class Session(models.Model):
    """One browser that somebody uses; `person` is whoever is signed in there.

    The key is a hash of what the browser’s cookie says: whoever reads the table signs in nowhere.
    """

    key = models.CharField(max_length=64, primary_key=True)
    kept = models.JSONField(default=dict)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="sessions"
    )
    began_at = models.DateTimeField(default=timezone.now)
    seen_on = models.DateField(default=timezone.localdate)
    ends_at = models.DateTimeField(db_index=True)

    open_now: ClassVar = Prepared(  # asked on every page, and brings the person along
        lambda key, now: Session.objects.filter(pk=key, ends_at__gt=now).select_related("person"),
        key=str,
        now=datetime,
    )

    personal_fields: ClassVar = frozenset(
        {"key", "kept", "person", "began_at", "seen_on", "ends_at"}
    )
    open_fields: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        ordering = ["-seen_on", "-began_at"]

    def __str__(self) -> str:
        return f"session of {self.person}"
