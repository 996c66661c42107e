"""A question to all, answered by statements and votes."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Level, Person

LONGEST = 280  # characters of a statement, unless the process says otherwise


class State(models.TextChoices):
    """Whether votes are taken, as whoever keeps it has said; its days decide too."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Moderation(models.TextChoices):
    """When somebody reads a statement, by what was agreed beforehand."""

    BEFORE = "before", _("Somebody reads each statement before others see it")
    AFTER = "after", _("Others see a statement at once; somebody reads it afterwards")


class Writers(models.TextChoices):
    """Who may write statements."""

    VOTERS = "voters", _("Everybody who may vote")
    REACHABLE = "reachable", _("Those who have signed in")
    KEEPERS = "keepers", _("Only those who keep the deliberation")


class Deliberation(Owned):
    """A question that people answer by voting on each other’s statements."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="deliberations"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    question = models.CharField(_("what is the question?"), max_length=200)
    about = models.TextField(_("what should people know before they vote?"), blank=True)
    language = models.CharField(_("written in"), max_length=5)
    opens_at = models.DateTimeField(_("opens"), default=timezone.now)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    least = models.PositiveSmallIntegerField(
        _("who may vote?"), choices=Level.choices, default=Level.ANONYMOUS
    )
    longest = models.PositiveSmallIntegerField(
        _("how long may a statement be?"), default=LONGEST, help_text="characters"
    )
    moderation = models.CharField(
        _("when are statements read?"),
        max_length=6,
        choices=Moderation.choices,
        default=Moderation.BEFORE,
    )
    rules = models.TextField(_("what was agreed about statements?"), blank=True)
    share_statements = models.CharField(
        _("who may write statements?"),
        max_length=9,
        choices=Writers.choices,
        default=Writers.VOTERS,
    )
    shared_places = models.JSONField(
        default=list, blank=True, help_text="[{name, key: keyed hash of an address, most a day}]"
    )
    started_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True, help_text="closed or opened again")
    changed_because = models.CharField(_("why"), max_length=300, blank=True)

    taken_in_at = models.DateTimeField(
        null=True, blank=True, help_text="when a conversation from Polis came in"
    )
    said_in = models.JSONField(
        null=True,
        blank=True,
        help_text="language → {question, about}, as those who keep it have translated them",
    )

    personal_fields: ClassVar = frozenset({"started_by", "changed_by", "changed_because"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id question about language opens_at closes_at state least"
        " longest moderation rules share_statements shared_places started_at changed_at"
        " taken_in_at said_in".split()
    )

    class Meta:
        ordering = ["-opens_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="deliberation_closes_after_it_opens",
                condition=Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("It must close after it opens."),
            ),
            models.CheckConstraint(
                name="deliberation_statements_have_a_length",
                condition=Q(longest__gte=40, longest__lte=1000),
                violation_error_message=_("Let a statement be between 40 and 1,000 characters."),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-opens_at", "-id"], name="deliberation_newest"),
        ]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        """Return the page of this deliberation, where one votes."""
        return address("deliberation:vote", self.pk)

    @property
    def has_begun(self) -> bool:
        """Whether its first day has come."""
        return self.opens_at <= timezone.now()

    @property
    def is_over(self) -> bool:
        """Whether it was closed, or its last day has passed."""
        has_ended = self.closes_at is not None and self.closes_at <= timezone.now()
        return self.state == State.CLOSED or has_ended

    @property
    def is_open(self) -> bool:
        """Whether votes are taken now."""
        return self.has_begun and not self.is_over
