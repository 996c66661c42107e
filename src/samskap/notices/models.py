"""Notices, and the limits a person sets for them."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models import Person

MAILS_A_WEEK = 7  # for whoever has chosen nothing


class Notice(Owned):
    """One thing told to one person. It carries a label and an address, never a key."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60, help_text="what happened, e.g. ideas.answered")
    label = models.CharField(max_length=200, help_text="in the reader’s language")
    text = models.TextField(blank=True)
    path = models.CharField(max_length=200)
    language = models.CharField(max_length=5, help_text="of label and text")
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(
        null=True, blank=True, help_text="all that one e-mail tells carries the same moment"
    )

    personal_fields: ClassVar = frozenset(
        {"person", "kind", "label", "text", "path", "language", "at", "read_at", "mailed_at"}
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["person", "municipality", "-id"], name="notice_newest"),
            models.Index(
                fields=["person", "municipality"], condition=Q(read_at=None), name="notice_unread"
            ),
            models.Index(
                fields=["person", "mailed_at"],
                condition=Q(mailed_at__isnull=False),
                name="notice_mailed",
            ),
        ]

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
    mails_a_week = models.PositiveSmallIntegerField(
        _("at most this many e-mails a week"), default=MAILS_A_WEEK
    )

    personal_fields: ClassVar = frozenset({"person", "mail", "mails_a_week"})
    open_fields: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="limits_allow_one_to_fifty_mails_a_week",
                condition=Q(mails_a_week__gte=1, mails_a_week__lte=50),
                violation_error_message=_("Choose between 1 and 50 e-mails a week."),
            )
        ]

    def __str__(self) -> str:
        return f"limits of {self.person}"

    def mails_since(self, moment: datetime) -> int:
        """How many e-mails with notices the person has had since a moment."""
        told = Notice.objects.filter(person_id=self.person_id, mailed_at__gt=moment)
        return told.order_by().values("mailed_at").distinct().count()
