"""Drafts: what somebody wrote before we knew whom to answer."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

from samskap.municipalities.models import Owned
from samskap.people.models.person import Person

KEPT = timedelta(days=7)


class Draft(Owned):
    """A form that was filled in by somebody who was not signed in.

    It is published by whoever shows that the e-mail address is theirs, and by nobody else; until
    then nobody sees it. It is sent to its form as it was written, so nothing is published that
    could not be published by hand.

    person   whoever has signed in with the address since; nobody is looked up before that
    path     the form it goes to
    title    what the person knows it again by
    fields   what was filled in, as [name, value]
    shown    the same as a person reads it, as [label, words]
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    email = models.EmailField(db_index=True)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="drafts"
    )
    path = models.CharField(max_length=400)
    title = models.CharField(max_length=200)
    fields = models.JSONField(default=list)
    shown = models.JSONField(default=list)
    kept_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset(
        {"key", "email", "person", "path", "title", "fields", "shown", "kept_at"}
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-kept_at", "-pk"]

    def __str__(self) -> str:
        return f"draft for {self.path}"
