"""Files that were brought in, their lines, and invitations."""

import json
import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models import Person


class File(Owned):
    """A file that somebody brought in, and how far it has come."""

    class State(models.TextChoices):
        """How far a file has come."""

        READ = "read", _("Say what stands in its columns")
        REHEARSING = "rehearsing", _("The rehearsal is running")
        REHEARSED = "rehearsed", _("Rehearsed: nothing is written yet")
        TAKING = "taking", _("It is being taken in")
        TAKEN = "taken", _("Taken in")
        UNDOING = "undoing", _("It is being undone")
        UNDONE = "undone", _("Undone")

    RUNNING: ClassVar = frozenset({State.REHEARSING, State.TAKING, State.UNDOING})

    kind = models.SlugField(max_length=40, help_text="the key of what a module takes in")
    name = models.CharField(_("file"), max_length=200)
    encoding = models.CharField(max_length=20)
    delimiter = models.CharField(max_length=1)
    headings = models.JSONField(default=list, help_text="the first row")
    mapping = models.JSONField(default=dict, help_text="key of a column → its place in the file")
    about = models.JSONField(default=dict, help_text="what was said of all rows")
    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    rows = models.PositiveIntegerField(default=0)
    gone_through = models.PositiveIntegerField(default=0, help_text="in the step it is in")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    personal_fields: ClassVar = frozenset({"by", "name", "about"})
    open_fields: ClassVar = frozenset(
        "municipality kind encoding delimiter headings mapping state rows gone_through at taken_at"
        " undone_at".split()
    )

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["municipality", "-at", "-id"], name="file_newest")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page of this file."""
        return reverse("imports:file", args=[self.pk])

    @property
    def is_running(self) -> bool:
        """Whether the queue works on it."""
        return self.state in self.RUNNING


class Line(models.Model):
    """One row of a file, and what became of it."""

    class Fate(models.TextChoices):
        """What becomes of a row."""

        WAITING = "waiting", _("Waits")
        NEW = "new", _("New")
        SAME = "same", _("There already")
        WRONG = "wrong", _("To mend")
        TAKEN = "taken", _("Taken in")
        UNDONE = "undone", _("Taken away again")
        STAYS = "stays", _("Stays")

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField(help_text="of the row in the file; the headings are 1")
    cells = models.TextField(blank=True, help_text="what stands in it, as a list in JSON")
    fate = models.CharField(max_length=8, choices=Fate.choices, default=Fate.WAITING)
    says = models.TextField(blank=True, help_text="why, in a sentence")
    path = models.CharField(max_length=200, blank=True, help_text="the page of what is meant")
    thing = models.CharField(max_length=80, blank=True, help_text="what was made of it")

    personal_fields: ClassVar = frozenset({"cells", "says"})
    open_fields: ClassVar = frozenset({"file", "number", "fate", "path", "thing"})

    class Meta:
        ordering = ["file", "number"]
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="line_once_in_a_file")
        ]
        indexes = [models.Index(fields=["file", "fate", "number"], name="line_by_fate")]

    def __str__(self) -> str:
        return f"{self.file}, row {self.number}"

    @property
    def values(self) -> list[str]:
        """What stands in its cells; nothing once that is forgotten."""
        found: list[str] = json.loads(self.cells) if self.cells else []
        return found


class Invitation(Owned):
    """That somebody on a list is asked whether they want to take part. Their yes makes the account.

    After the answer, or without one in a month, the address is forgotten.
    """

    class Basis(models.TextChoices):
        """What allows the municipality to write to people on a list (GDPR art. 6)."""

        CONSENT = "consent", _("They have said yes to being written to")
        TASK = "task", _("It is part of a public task (GDPR art. 6(1)(e))")
        AGREEMENT = "agreement", _("They work or volunteer here under an agreement")

    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    address_key = models.CharField(max_length=64, help_text="keyed hash of the address")
    email = models.EmailField(_("e-mail"), blank=True)
    given_name = models.CharField(_("first name"), max_length=80, blank=True)
    family_name = models.CharField(_("last name"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=5, blank=True)
    basis = models.CharField(_("legal basis"), max_length=9, choices=Basis.choices)
    source = models.CharField(_("where the list comes from"), max_length=200)
    invited_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    is_accepted = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    personal_fields: ClassVar = frozenset(
        "key address_key email given_name family_name language source invited_by is_accepted"
        " answered_at".split()
    )
    open_fields: ClassVar = frozenset({"municipality", "basis", "sent_at"})

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "address_key"], name="invited_once_by_a_file"
            ),
            models.CheckConstraint(
                name="invitation_answered_or_not",
                condition=Q(is_accepted=None, answered_at=None)
                | Q(is_accepted__isnull=False, answered_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["sent_at"], condition=Q(answered_at=None), name="invitation_unanswered"
            )
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
