"""Hearings, and the papers that lie open with them."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.addresses import address
from samskap.initiatives.models import FormalDecision, Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class State(models.TextChoices):
    """The states of a hearing (domain.md 5.0)."""

    PLANNED = "planned", pgettext_lazy("a hearing", "Planned")
    OPEN = "open", pgettext_lazy("a hearing", "Open")
    CLOSED = "closed", pgettext_lazy("a hearing", "Closed")
    ANSWERING = "answering", pgettext_lazy("a hearing", "Being answered")
    ANSWERED = "answered", pgettext_lazy("a hearing", "Answered")
    REPORTED = "reported", pgettext_lazy("a hearing", "Reported")


PUBLIC = (State.OPEN, State.CLOSED, State.ANSWERING, State.ANSWERED, State.REPORTED)
TAKES_IN = (State.OPEN, State.CLOSED, State.ANSWERING, State.ANSWERED)  # late ones too
ANSWERABLE = (State.OPEN, State.CLOSED, State.ANSWERING)
OVER = (State.CLOSED, State.ANSWERING, State.ANSWERED, State.REPORTED)


class Hearing(Owned):
    """A consultation that the law asks for, or that a municipality holds in the same way."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="hearings")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    slug = models.SlugField(max_length=80)
    title = models.CharField(_("what is it about?"), max_length=120)
    about = models.TextField(_("what do you propose, and what do you wonder?"))
    language = models.CharField(_("written in"), max_length=5)
    preset = models.CharField(_("what kind of matter is it?"), max_length=24)
    inspected_at = models.CharField(
        _("where can the papers be read on paper?"), max_length=200, blank=True
    )
    answers_to = models.TextField(_("how else can one answer?"), blank=True)
    young_secured = models.TextField(_("how do children and young people take part?"), blank=True)
    others_secured = models.TextField(
        _("how do others take part who cannot do it directly?"), blank=True
    )
    opens_on = models.DateField(_("it opens on"))
    closes_on = models.DateField(_("last day to say something"))
    law_closes_on = models.DateField(
        _("the earliest last day by law"), null=True, blank=True, help_text="empty: no law gives it"
    )
    law_moved_by = models.CharField(max_length=14, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    planned_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    planned_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    solution_locked_at = models.DateTimeField(
        null=True, blank=True, help_text="where the solution was locked when it opened"
    )
    summary = models.TextField(_("what did the hearing show?"), blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    formal = models.OneToOneField(
        FormalDecision, on_delete=models.SET_NULL, null=True, blank=True, related_name="hearing"
    )

    personal_fields: ClassVar = frozenset({"planned_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id slug title about language preset inspected_at"
        " answers_to young_secured others_secured opens_on closes_on law_closes_on law_moved_by"
        " state planned_at opened_at closed_at solution_locked_at summary reported_at"
        " formal".split()
    )

    class Meta:
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="hearing_slug_once"),
            models.CheckConstraint(
                name="hearing_closes_after_it_opens",
                condition=Q(closes_on__gt=F("opens_on")),
                violation_error_message=_("The last day must lie after the day it opens."),
            ),
            models.CheckConstraint(
                name="hearing_was_opened",
                condition=Q(state="planned") | Q(opened_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-opens_on", "-id"], name="hearing_newest"),
            models.Index(
                fields=["closes_on"], condition=Q(state="open"), name="hearing_that_closes"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this hearing."""
        return address("hearings:hearing", self.slug)

    @property
    def is_late(self) -> bool:
        """Whether the solution was locked when it opened."""
        return self.solution_locked_at is not None

    @property
    def is_public(self) -> bool:
        """Whether everybody sees it."""
        return self.state in PUBLIC

    @property
    def takes_in(self) -> bool:
        """Whether statements are taken in; after the last day they are flagged as late."""
        return self.state in TAKES_IN


class Paper(Owned):
    """A paper that lies open: a file, or a link to where it is."""

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(_("what is the paper called?"), max_length=160)
    url = models.URLField(_("where is it?"), max_length=400, blank=True)
    file = models.FileField(_("file"), upload_to="hearings/", blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "hearing", "title", "url", "file"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="paper_is_somewhere", condition=~Q(url="") | ~Q(file="")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> str:
        """Where it is read."""
        return address("hearings:paper", self.pk) if self.file else self.url
