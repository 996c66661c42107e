"""What a person wishes to hear, how, and how often."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.notices.models.letter import Letter
from samskap.people.models import Person

MAILS_A_WEEK = 7  # for whoever has chosen nothing


class Limits(models.Model):
    """How much a person wants to hear, and how."""

    class Mail(models.TextChoices):
        """When e-mail is sent."""

        AT_ONCE = "at_once", _("At once")
        DAILY = "daily", _("Once a day, all in one e-mail")
        WEEKLY = "weekly", _("Once a week, on Mondays, all in one e-mail")
        CATCH_UP = "catch_up", _("Only when I have not read something here for a week")
        NEVER = "never", _("Never: I look here myself")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="limits")
    mail = models.CharField(_("e-mail"), max_length=8, choices=Mail.choices, default=Mail.AT_ONCE)
    mails_a_week = models.PositiveSmallIntegerField(
        _("at most this many e-mails a week"), default=MAILS_A_WEEK
    )
    phone = models.CharField(
        _("mobile number"), max_length=16, blank=True, help_text="as +4791234567, once confirmed"
    )

    personal_fields: ClassVar = frozenset({"person", "mail", "mails_a_week", "phone"})
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

    def letters_since(self, moment: datetime, *, carrier: str = Letter.Carrier.MAIL) -> int:
        """How many letters the person has been written since a moment."""
        written = Letter.objects.filter(person_id=self.person_id, carrier=carrier)
        return written.filter(made_at__gt=moment).exclude(outcome=Letter.Outcome.DROPPED).count()


class Wish(models.Model):
    """How a person wants to hear of one subject, where it differs from the rest."""

    class Way(models.TextChoices):
        """How notices of a subject reach the person."""

        MAIL = "mail", _("By e-mail, as chosen above")
        SMS = "sms", _("By SMS at once")
        HERE = "here", _("Only here")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="wishes")
    subject = models.CharField(max_length=40, help_text="key of the module that tells it")
    way = models.CharField(max_length=4, choices=Way.choices, default=Way.MAIL)

    personal_fields: ClassVar = frozenset({"person", "subject", "way"})
    open_fields: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        ordering = ["person", "subject"]
        constraints = [
            models.UniqueConstraint(fields=["person", "subject"], name="wish_once_for_a_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.way}"


class CaughtUp(Owned):
    """Until when a person has seen what happened in a municipality, by their own word.

    Nobody’s visits are recorded: it moves when the person presses the button, and only then.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="caught_up")
    until = models.DateTimeField()

    personal_fields: ClassVar = frozenset({"person", "until"})
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "municipality"], name="caught_up_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} until {self.until:%Y-%m-%d}"
