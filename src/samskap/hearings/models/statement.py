"""What people say in a hearing, and what becomes of it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.addresses import address
from samskap.hearings.models.hearing import Hearing
from samskap.hearings.models.recipient import Recipient
from samskap.ledger.models import Contribution, FateStatus
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Answer(Owned):
    """What becomes of one statement, or of many that say the same."""

    class Status(models.TextChoices):
        """What can become of a statement; the fates of the ledger."""

        USED = FateStatus.USED.value, _("Used")
        PARTLY_USED = FateStatus.PARTLY_USED.value, _("Partly used")
        NOT_USED = FateStatus.NOT_USED.value, _("Not used")
        FORWARDED = FateStatus.FORWARDED.value, _("Forwarded")

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="answers")
    status = models.CharField(_("what becomes of it?"), max_length=11, choices=Status.choices)
    text = models.TextField(_("your assessment"))
    changes = models.CharField(_("what is changed because of it?"), max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "text", "changes"})
    open_fields: ClassVar = frozenset("municipality hearing status at".split())

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(name="hearing_answer_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return str(self.get_status_display())


class HearingStatement(Owned):
    """What somebody says in a hearing. Its ledger row says who gave it and what became of it."""

    class Way(models.TextChoices):
        """How it came in."""

        WEB = "web", _("On the web")
        EMAIL = "email", _("By e-mail")
        PAPER = "paper", _("On paper")
        PHONE = "phone", _("By telephone")
        MEETING = "meeting", _("At a meeting")

    class Access(models.TextChoices):
        """Who may read it."""

        OPEN = "open", pgettext_lazy("a statement", "Open to everybody")
        WITHHELD = "withheld", pgettext_lazy("a statement", "Withheld by law")

    hearing = models.ForeignKey(
        Hearing, on_delete=models.PROTECT, related_name="statements", db_index=False
    )
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="hearing_statement"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    number = models.PositiveIntegerField(help_text="1, 2, 3 … within the hearing")
    recipient = models.ForeignKey(
        Recipient, on_delete=models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    text = models.TextField(_("what do you want to say?"))
    language = models.CharField(_("written in"), max_length=5)
    attachment = models.FileField(_("attachment"), upload_to="hearing-statements/", blank=True)
    way = models.CharField(max_length=7, choices=Way.choices, default=Way.WEB)
    received_on = models.DateField(_("came in on"))
    is_late = models.BooleanField(default=False, help_text="after the last day")
    changed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    access = models.CharField(max_length=8, choices=Access.choices, default=Access.OPEN)
    basis = models.CharField(_("by which law?"), max_length=160, blank=True)
    open_text = models.TextField(_("what everybody may read of it"), blank=True)
    withheld_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.ForeignKey(
        Answer, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )

    personal_fields: ClassVar = frozenset("text attachment open_text withheld_by".split())
    open_fields: ClassVar = frozenset(
        "municipality hearing contribution public_id number recipient language way received_on"
        " is_late changed_at withdrawn_at access basis answer".split()
    )

    class Meta:
        ordering = ["hearing", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["hearing", "number"], name="hearing_statement_numbered"
            ),
            models.CheckConstraint(
                name="withheld_by_a_law", condition=Q(access="open") | ~Q(basis="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    def get_absolute_url(self) -> str:
        """Return the page of this statement."""
        return address("hearings:statement", self.hearing.slug, self.number)

    @property
    def is_open(self) -> bool:
        """Whether everybody may read it as it was written."""
        return self.access == self.Access.OPEN

    @property
    def readable(self) -> str:
        """What everybody may read of it; empty where that is nothing."""
        return self.text if self.is_open else self.open_text
