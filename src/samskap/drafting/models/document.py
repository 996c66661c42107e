"""A text that many write together, and the states of it that got a name."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned, owner
from samskap.people.models import Person


class Document(Owned):
    """A text of an initiative, made of paragraphs."""

    class State(models.TextChoices):
        """Whether the text still changes."""

        WRITING = "writing", _("Being written")
        SETTLED = "settled", _("Settled: it changes no more")

    class Rule(models.TextChoices):
        """Who decides about proposed changes."""

        WRITERS = "writers", _("The writers named here")
        PARTNERS = "partners", _("The partners together, by the rule of their agreement")

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="documents")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    title = models.CharField(_("what is the text called?"), max_length=120)
    purpose = models.TextField(_("what is the text for?"), blank=True)
    language = models.CharField(_("written in"), max_length=5)
    rule = models.CharField(
        _("who decides about proposed changes?"),
        max_length=8,
        choices=Rule.choices,
        default=Rule.WRITERS,
    )
    state = models.CharField(max_length=7, choices=State.choices, default=State.WRITING)
    writers = models.ManyToManyField(Person, related_name="documents_written", blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    paragraphs_ever = models.PositiveIntegerField(
        default=0, help_text="the number of the newest paragraph; numbers are never used again"
    )

    personal_fields: ClassVar = frozenset({"writers"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id title purpose language rule state started_at"
        " paragraphs_ever".split()
    )

    class Meta:
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this document."""
        return address("drafting:document", self.pk)

    @property
    def is_open(self) -> bool:
        """Whether the text still changes."""
        return self.state == Document.State.WRITING and self.initiative.is_open


class Edition(Owned):
    """A numbered state of the whole text, with its name and why it was made."""

    municipality = owner(has_index=False)
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="editions", db_index=False
    )
    number = models.PositiveSmallIntegerField(help_text="1, 2, 3 … within the document")
    name = models.CharField(_("what do you call this edition?"), max_length=120)
    why = models.TextField(_("why is it made?"))
    contents = models.JSONField(
        default=list, help_text="[[key of a paragraph, version of its wording], …] in order"
    )
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset("municipality document number name why contents at".split())

    class Meta:
        ordering = ["document", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="edition_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"
