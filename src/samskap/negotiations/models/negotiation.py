"""Negotiations, and the reviews of what was promised there."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.addresses import address
from samskap.drafting.models import Document, Edition
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Negotiation(Owned):
    """A matter of an initiative that many parties look for an agreement on."""

    class State(models.TextChoices):
        """How far it has come."""

        MAPPING = "mapping", _("We find out who should sit at the table")
        TABLE = "table", _("The parties negotiate")
        AGREED = "agreed", pgettext_lazy("a negotiation", "Agreed, and followed up")
        CLOSED = "closed", pgettext_lazy("a negotiation", "Over")

    initiative = models.OneToOneField(
        Initiative, on_delete=models.PROTECT, related_name="negotiation"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    matter = models.CharField(_("What is to be agreed?"), max_length=160)
    about = models.TextField(_("What is known, and what is at stake?"), blank=True)
    language = models.CharField(_("written in"), max_length=5)
    state = models.CharField(max_length=7, choices=State.choices, default=State.MAPPING)
    mediator = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="negotiations_led"
    )
    is_open = models.BooleanField(
        _("Everybody may read the options and what the parties say of them"), default=True
    )
    review_months = models.PositiveSmallIntegerField(
        _("Months between reviews of what was promised"), default=3
    )
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="negotiation"
    )
    agreed_on = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField(_("Why is it over?"), blank=True)

    personal_fields: ClassVar = frozenset({"mediator"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id matter about language state is_open review_months"
        " document agreed_on started_at opened_at agreed_at closed_at closed_because".split()
    )

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="negotiation_is_reviewed_now_and_then",
                condition=Q(review_months__gte=1, review_months__lte=24),
                violation_error_message=_("Choose from 1 to 24 months between reviews."),
            ),
            models.CheckConstraint(
                name="negotiation_that_is_over_says_why",
                condition=~Q(state="closed") | ~Q(closed_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.matter

    def get_absolute_url(self) -> str:
        """Return the page of the table."""
        return address("negotiations:table", self.initiative.slug)

    @property
    def is_running(self) -> bool:
        """Whether parties can still come, speak and promise."""
        return self.state != self.State.CLOSED


class Review(Owned):
    """A day on which all look at what was promised, and how it stood then."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="reviews")
    due_on = models.DateField(_("When do we look next?"))
    held_on = models.DateField(null=True, blank=True)
    words = models.TextField(_("What did we see?"), blank=True)
    due = models.PositiveSmallIntegerField(default=0, help_text="promises kept, or past their day")
    kept = models.PositiveSmallIntegerField(default=0)
    late = models.PositiveSmallIntegerField(default=0)
    released = models.PositiveSmallIntegerField(default=0)
    running = models.PositiveSmallIntegerField(default=0)
    written_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")

    personal_fields: ClassVar = frozenset({"written_by"})
    open_fields: ClassVar = frozenset(
        "municipality negotiation due_on held_on words due kept late released running".split()
    )

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["negotiation"],
                condition=Q(held_on=None),
                name="negotiation_has_one_review_ahead",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.negotiation}, {self.due_on}"

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and nobody has looked."""
        return self.held_on is None and self.due_on < timezone.localdate()
