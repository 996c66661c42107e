"""Notices, and the limits a person sets for them."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Notice(Owned):
    """One thing told to one person. It carries a label and an address, never a key."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60, help_text="what happened, e.g. ideas.answered")
    label = models.CharField(max_length=200, help_text="in the reader’s language")
    text = models.TextField(blank=True)
    path = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset(
        {"person", "kind", "label", "text", "path", "at", "read_at", "mailed_at"}
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["person", "municipality", "-id"], name="notice_newest")]

    def __str__(self) -> str:
        return self.label


class Limits(models.Model):
    """How much a person wants to hear, and how."""

    class Mail(models.TextChoices):
        """When e-mail is sent."""

        AT_ONCE = "at_once", _("At once")
        NEVER = "never", _("Never: I look here myself")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="limits")
    mail = models.CharField(_("e-mail"), max_length=8, choices=Mail.choices, default=Mail.AT_ONCE)
    mails_a_week = models.PositiveSmallIntegerField(_("at most this many a week"), default=7)

    personal_fields: ClassVar = frozenset({"person", "mail", "mails_a_week"})
    open_fields: ClassVar = frozenset()

    def __str__(self) -> str:
        return f"limits of {self.person}"
