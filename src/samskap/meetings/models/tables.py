"""The tables of a workshop, and the notes that were written at them or at a kiosk."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models import Initiative
from samskap.ledger.models import ActorKind, Contribution, Giver
from samskap.meetings.models.event import Event
from samskap.meetings.models.kiosk import Kiosk
from samskap.municipalities.models import Owned
from samskap.people.models import Person

# Whose work it is to go through notes, beside those who lead the initiative.
SETTLING = ("facilitator", "case_officer", "employee", "administrator")


class Table(Owned):
    """One table of a workshop. What is written at it has the table as its giver, and no person.

    key       whoever has the address with it writes at this table
    seated    how many sat there; `seated_new` of them took part for the first time, and
              `from_public` of them came from the municipality or the council
    listened  whether those only listened
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("what do you talk about there?"), max_length=80, blank=True)
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    giver = models.OneToOneField(Giver, on_delete=models.PROTECT, related_name="table")
    host = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="tables_hosted"
    )
    actor_kind = models.CharField(
        _("who sits there, mostly?"),
        max_length=20,
        choices=ActorKind.choices,
        default=ActorKind.RESIDENT,
    )
    seated = models.PositiveSmallIntegerField(_("how many sat there?"), null=True, blank=True)
    seated_new = models.PositiveSmallIntegerField(
        _("how many of them for the first time?"), null=True, blank=True
    )
    from_public = models.PositiveSmallIntegerField(
        _("how many of them from the municipality or the council?"), null=True, blank=True
    )
    listened = models.BooleanField(_("those only listened"), default=False)

    personal_fields: ClassVar = frozenset({"host"})
    open_fields: ClassVar = frozenset(
        "municipality event number name key giver actor_kind seated seated_new from_public"
        " listened".split()
    )

    class Meta:
        ordering = ["event", "number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="table_numbered_once"),
            models.CheckConstraint(
                name="table_new_ones_sat_there",
                condition=Q(seated_new=None) | Q(seated_new__lte=F("seated")),
                violation_error_message=_("Those who are new are among those who sat there."),
            ),
            models.CheckConstraint(
                name="table_public_ones_sat_there",
                condition=Q(from_public=None) | Q(from_public__lte=F("seated")),
                violation_error_message=_("Those from there are among those who sat there."),
            ),
        ]

    def __str__(self) -> str:
        return f"table {self.number} of {self.event}"

    def get_absolute_url(self) -> str:
        """Return where this table stands on the page of all tables."""
        return f"{reverse('meetings:tables', args=[self.event_id])}#table-{self.number}"


class Note(Owned):
    """What somebody wrote at a table or at a kiosk: not public before it has become something.

    Each note is settled once: it becomes a contribution, it says the same as one that has, or it
    is set aside with a reason. What becomes of the contribution is what became of the note.
    """

    class Kind(models.TextChoices):
        """What a note may become; the keys are kinds of contributions."""

        IDEA = "idea", _("Idea")
        PROBLEM_STATEMENT = "problem_statement", _("Problem")
        STORY = "story", _("Story")
        EVIDENCE = "evidence", _("Knowledge")
        DRAFT = "draft", _("Draft")

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="notes")
    table = models.ForeignKey(
        Table, on_delete=models.CASCADE, null=True, blank=True, related_name="notes"
    )
    kiosk = models.ForeignKey(
        Kiosk, on_delete=models.CASCADE, null=True, blank=True, related_name="notes"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    kind = models.CharField(_("what is it?"), max_length=17, choices=Kind.choices)
    title = models.CharField(_("in one line"), max_length=120)
    text = models.TextField(_("more about it"), blank=True)
    language = models.CharField(_("written in"), max_length=5)
    reach = models.CharField(max_length=200, blank=True)
    is_from_paper = models.BooleanField(default=False)
    written_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="notes"
    )
    is_first = models.BooleanField(default=False, help_text="the contribution was made of it")
    set_aside_because = models.CharField(max_length=200, blank=True)
    settled_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"title", "text", "reach", "written_by", "settled_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative table kiosk public_id kind language is_from_paper written_at"
        " contribution is_first set_aside_because settled_at".split()
    )

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="note_is_of_a_table_or_a_kiosk",
                condition=Q(table=None, kiosk__isnull=False) | Q(table__isnull=False, kiosk=None),
            ),
            models.CheckConstraint(
                name="note_is_settled_one_way",
                condition=Q(settled_at=None, contribution=None, set_aside_because="")
                | Q(settled_at__isnull=False, contribution__isnull=False, set_aside_because="")
                | (Q(settled_at__isnull=False, contribution=None) & ~Q(set_aside_because="")),
            ),
            models.UniqueConstraint(
                fields=["contribution"],
                condition=Q(is_first=True),
                name="contribution_of_one_first_note",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has settled it yet."""
        return self.settled_at is None
