"""Hooks and deliveries."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned


class Hook(Owned):
    """An address that hears of what happens.

    Its secret stands nowhere: it is worked out from the key of the installation, `public_id` and
    `generation` (see `signing`), so that a copy of the database lets nobody speak in our name.
    """

    class Off(models.TextChoices):
        """Why nothing is sent."""

        BY_HAND = "by_hand", _("switched off by an administrator")
        FAILING = "failing", _("switched off, because nothing was taken for days")
        GONE = "gone", _("switched off, because the address said that it is gone")

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    url = models.URLField(_("address"), max_length=500)
    events = models.JSONField(_("what it hears of"), default=list)
    generation = models.PositiveIntegerField(default=1, help_text="of its secret")
    renewed_at = models.DateTimeField(null=True, help_text="when the secret was last renewed")
    off = models.CharField(max_length=7, choices=Off.choices, blank=True)
    failing_since = models.DateTimeField(null=True)
    read_until = models.BigIntegerField(default=0, help_text="of the memory of what happened")
    made_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality public_id url events generation renewed_at off failing_since read_until"
        " made_at".split()
    )

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.url

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("webhooks:hook", args=[self.public_id])


class Delivery(Owned):
    """One message to one hook, and how far it has come."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    hook = models.ForeignKey(Hook, on_delete=models.CASCADE, related_name="deliveries")
    happening = models.BigIntegerField(null=True, help_text="what happened; none for a trial")
    what = models.CharField(max_length=80)
    body = models.TextField(help_text="the message, as it is sent each time")
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True, default=timezone.now, help_text="none when over")
    attempts = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(null=True, help_text="of the last answer")
    fault = models.CharField(max_length=40, blank=True, help_text="why there was no answer")

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality public_id hook happening what body made_at due_at attempts tried_at taken_at"
        " status fault".split()
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["hook", "happening"], name="delivery_once_for_each"),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="delivery_due"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.public_id}"

    @property
    def is_given_up(self) -> bool:
        """Whether nobody took it, and it is not tried again by itself."""
        return self.due_at is None and self.taken_at is None
