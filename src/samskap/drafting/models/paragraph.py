"""Paragraphs, every wording they ever had, and what caused each."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.drafting.models.document import Document
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned, owner
from samskap.people.models import Person

GAP = 1024  # between the places of two paragraphs, so that others fit in between


class Paragraph(Owned):
    """One paragraph of a document. It stays itself whatever it says and wherever it stands.

    What people say about it hangs on it, and so survives every new wording.
    """

    class Kind(models.TextChoices):
        """What sort of paragraph it is."""

        HEADING = "heading", _("Heading")
        TEXT = "text", _("Text")
        ITEM = "item", _("Item of the plan")

    municipality = owner(has_index=False)
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="paragraphs", db_index=False
    )
    public_id = models.UUIDField(default=uuid.uuid4, unique=True)
    number = models.PositiveIntegerField(help_text="1, 2, 3 … within the document; never changes")
    kind = models.CharField(_("what is it?"), max_length=7, choices=Kind.choices, default=Kind.TEXT)
    place = models.BigIntegerField(help_text="where it stands among the others; with gaps")
    version = models.PositiveIntegerField(default=1, help_text="of the wording that holds now")
    made_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality document public_id number kind place version made_at removed_at".split()
    )

    class Meta:
        ordering = ["document", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="paragraph_numbered")
        ]
        indexes = [models.Index(fields=["document", "place", "id"], name="paragraph_in_place")]

    def __str__(self) -> str:
        return f"¶ {self.number}"

    def get_absolute_url(self) -> str:
        """Return the page of this paragraph: its wordings, its changes and what is said of it."""
        return address("drafting:paragraph", self.pk)

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its document."""
        return f"p{self.number}"


class Wording(Owned):
    """What a paragraph said from one moment on. Wordings are added and never changed.

    An empty text says that the paragraph was taken out.
    """

    municipality = owner(has_index=False)
    paragraph = models.ForeignKey(
        Paragraph, on_delete=models.CASCADE, related_name="wordings", db_index=False
    )
    version = models.PositiveIntegerField(help_text="1, 2, 3 … within the paragraph")
    text = models.TextField(_("text"), blank=True)
    why = models.TextField(_("why does it change?"))
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    contribution = models.ForeignKey(
        Contribution,
        on_delete=models.PROTECT,
        related_name="wordings",
        help_text="of whoever worded it: a writer, or who proposed the change",
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset(
        "municipality paragraph version text why contribution at".split()
    )

    class Meta:
        ordering = ["paragraph", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["paragraph", "version"], name="wording_once_in_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.paragraph_id}, version {self.version}"


class Cause(Owned):
    """That a contribution brought a wording about."""

    municipality = owner(has_index=False)
    wording = models.ForeignKey(
        Wording, on_delete=models.CASCADE, related_name="causes", db_index=False
    )
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="wordings_caused"
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "wording", "contribution"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["wording", "contribution"], name="cause_once_a_wording")
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} caused {self.wording_id}"
