"""Maps of opinions that were drawn, and what was made of what they show."""

import json
import zlib
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.deliberation.models.deliberation import Deliberation
from samskap.deliberation.models.statement import Statement
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned, owner
from samskap.people.models import Person


class Drawing(Owned):
    """A map of opinions as it was drawn from the votes at one moment.

    Kept are the last one and the last of each day. Its document is what anybody draws it again
    from (`kernels/opinion_map/document.py`), its figures are the part of it that the page shows.
    """

    municipality = owner(has_index=False)
    deliberation = models.ForeignKey(
        Deliberation, on_delete=models.CASCADE, related_name="drawings", db_index=False
    )
    number = models.PositiveIntegerField(help_text="1, 2, 3 … within its deliberation")
    at = models.DateTimeField(default=timezone.now)
    seen = models.CharField(max_length=64, help_text="hash of the sums that it was drawn from")
    document = models.BinaryField(help_text="JSON, packed by zlib")
    sha256 = models.CharField(max_length=64, help_text="of the document, unpacked")
    figures = models.JSONField(help_text="what the document says was drawn")
    groups = models.JSONField(
        default=dict,
        help_text="number of a participant → number of their group, so that numbers last",
    )
    centres = models.JSONField(default=list, help_text="[x, y] of each group, small ones too")
    weights = models.JSONField(
        default=dict, help_text="number of a statement → how much one more vote on it tells"
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality deliberation number at seen document sha256 figures groups centres"
        " weights".split()
    )

    class Meta:
        ordering = ["deliberation", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["deliberation", "number"], name="drawing_numbered"),
        ]

    def __str__(self) -> str:
        return f"map {self.number} of {self.deliberation_id}"

    @property
    def text(self) -> bytes:
        """The document as it is published, byte for byte."""
        return zlib.decompress(self.document)

    @property
    def content(self) -> dict[str, Any]:
        """The document, read."""
        read: dict[str, Any] = json.loads(self.text)
        return read


class Outcome(Owned):
    """What was made of a statement that people agree on: a problem, or a paragraph of a text."""

    class Kind(models.TextChoices):
        """What a statement can become; keys of the ledger’s kinds."""

        PROBLEM = "problem_statement", _("A problem")
        PARAGRAPH = "draft", _("A paragraph of the joint text")

    municipality = owner(has_index=False)
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="outcomes", db_index=False
    )
    kind = models.CharField(max_length=17, choices=Kind.choices)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset("municipality statement kind contribution at".split())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "kind"], name="statement_became_it_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.statement_id}"
