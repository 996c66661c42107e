"""Changes that people propose to a text, and what became of each."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.drafting.models.document import Document
from samskap.drafting.models.paragraph import Paragraph, Wording
from samskap.initiatives.models import Decision
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Change(Owned):
    """A proposal to word a paragraph anew, to add one, or to take one out."""

    class What(models.TextChoices):
        """What is proposed."""

        REWORD = "reword", _("New wording")
        ADD = "add", _("New paragraph")
        REMOVE = "remove", _("Take the paragraph out")

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("Waits for an answer")
        ACCEPTED = "accepted", _("Accepted")
        ACCEPTED_CHANGED = "changed", _("Accepted with changes")
        REJECTED = "rejected", _("Not accepted")
        WITHDRAWN = "withdrawn", _("Withdrawn by whoever proposed it")

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="changes", db_index=False
    )
    public_id = models.UUIDField(default=uuid.uuid4, unique=True)
    what = models.CharField(max_length=6, choices=What.choices, default=What.REWORD)
    paragraph = models.ForeignKey(
        Paragraph,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
        help_text="the one it is about; of a new one only once it is accepted",
    )
    after = models.ForeignKey(
        Paragraph,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="a new paragraph comes after this one; none means at the end",
    )
    kind = models.CharField(max_length=7, choices=Paragraph.Kind.choices, blank=True)
    base = models.ForeignKey(
        Wording,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="the wording it was written on",
    )
    text = models.TextField(_("how should it read?"), blank=True)
    reason = models.TextField(_("why?"), blank=True)
    rests_on = models.JSONField(
        default=list, blank=True, help_text="ledger ids of other contributions that it rests on"
    )
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="text_change"
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    decision = models.OneToOneField(
        Decision,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="text_change",
        help_text="the question to the partners, where they decide together",
    )
    put_text = models.TextField(
        blank=True, help_text="what the partners are asked about, where it differs from the text"
    )
    became = models.OneToOneField(
        Wording, on_delete=models.SET_NULL, null=True, blank=True, related_name="came_of"
    )
    answer = models.TextField(_("your reasons"), blank=True)
    decided_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset("text reason put_text answer decided_by".split())
    open_fields: ClassVar = frozenset(
        "municipality document public_id what paragraph after kind base rests_on contribution"
        " proposed_at state decision became decided_at".split()
    )

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="change_is_about_a_paragraph", condition=Q(what="add") | ~Q(paragraph=None)
            ),
            models.CheckConstraint(
                name="change_that_is_decided_says_when",
                condition=Q(state="open") | Q(decided_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["document", "-proposed_at", "-id"], name="change_newest"),
            models.Index(
                fields=["municipality", "proposed_at"],
                condition=Q(state="open"),
                name="change_that_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"change {self.pk}"

    def get_absolute_url(self) -> str:
        """Return the page of this change."""
        return address("drafting:change", self.pk)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.state == Change.State.OPEN
