"""Signatures, on the web and on lists of paper; never two of one person."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models import Channel
from samskap.municipalities.models import Owned, owner
from samskap.people.models import Person
from samskap.proposals.ages import age_on
from samskap.proposals.models.proposal import Proposal


class PaperList(Owned):
    """A list of names on paper, with its scan, which few may see and which is deleted on a day."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="lists")
    name = models.CharField(_("what is the list called?"), max_length=80)
    scan = models.FileField(_("scan"), upload_to="proposals/", blank=True)
    keep_until = models.DateField(_("keep the scan until"))
    entered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"scan", "entered_by"})
    open_fields: ClassVar = frozenset("municipality proposal name keep_until entered_at".split())

    class Meta:
        ordering = ["entered_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "name"], name="paper_list_registered_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Validity(models.TextChoices):
    """Whether a signature counts, and why not."""

    VALID = "valid", _("Valid")
    UNCHECKED = "unchecked", _("To be checked")
    NOT_RESIDENT = "not_resident", _("Does not live here")
    DUPLICATE = "duplicate", _("Stands there already")
    UNDER_AGE = "under_age", _("Too young")
    UNREADABLE = "unreadable", _("Cannot be read")
    OUTSIDE_WINDOW = "outside_window", _("Signed at another time")


class Signature(Owned):
    """That a resident stands behind a proposal.

    A name with a day of birth is known again by a keyed hash, on paper and on the web alike. The
    database lets each count once; one that stands there already is kept, and counted as that.
    """

    municipality = owner(has_index=False)
    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="signatures", db_index=False
    )
    paper_list = models.ForeignKey(
        PaperList, on_delete=models.CASCADE, null=True, blank=True, related_name="signatures"
    )
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals_signed"
    )
    name = models.CharField(_("full name"), max_length=120)
    address = models.CharField(_("address"), max_length=200, blank=True)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    signed_on = models.DateField(_("signed on"))
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    key = models.CharField(max_length=32, help_text="keyed hash of name and day of birth")
    name_key = models.CharField(max_length=32, help_text="keyed hash of name and address")
    subject = models.CharField(max_length=64, blank=True, help_text="of the national e-ID")
    validity = models.CharField(max_length=14, choices=Validity.choices)
    has_died = models.BooleanField(_("has died since"), default=False)
    checked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset(
        "person name address born_on signed_on key name_key subject has_died checked_by".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality proposal paper_list channel validity checked_at".split()
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "key"],
                condition=~Q(validity="duplicate"),
                name="signed_once_by_name",
            ),
            models.UniqueConstraint(
                fields=["proposal", "person"],
                condition=Q(person__isnull=False) & ~Q(validity="duplicate"),
                name="signed_once_by_account",
            ),
            models.UniqueConstraint(
                fields=["proposal", "subject"],
                condition=~Q(subject="") & ~Q(validity="duplicate"),
                name="signed_once_by_e_id",
            ),
        ]
        indexes = [
            models.Index(fields=["proposal", "validity"], name="signature_validity"),
            models.Index(fields=["proposal", "name_key"], name="signature_name"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"

    def age_on(self, day: date) -> int | None:
        """How old whoever signed is on a day; None where nobody said when they were born."""
        return None if self.born_on is None else age_on(self.born_on, day)
