"""Comments, and how they were worded before."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.conversations.models.thread import Thread
from samskap.ledger.models import ActorKind, Channel, Contribution, Giver
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class State(models.TextChoices):
    """Whether the words of a comment can be read."""

    SHOWN = "shown", _("Shown")
    HELD = "held", _("Waits for a first reading")
    HIDDEN = "hidden", _("Hidden by a moderator")
    REMOVED = "removed", _("Removed by its author")


class Column(models.TextChoices):
    """The three columns of a thread that a facilitator has sorted."""

    FOR = "for", _("For")
    AGAINST = "against", _("Against")
    WORKS = "works", _("What would make it work")


class Comment(Owned):
    """What somebody said; its ledger row tells that it was said, and outlives the words."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    above = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="answers"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, null=True, related_name="comment"
    )
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="comments"
    )
    entered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="comments")
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    speaking_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="comments"
    )
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    form_key = models.UUIDField(default=uuid.uuid4, help_text="one for each form that is shown")
    column = models.CharField(_("column"), max_length=7, choices=Column.choices, blank=True)
    text = models.TextField(_("what do you think?"))
    language = models.CharField(_("written in"), max_length=5)
    at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    pinned_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.SHOWN)
    verdict = models.ForeignKey(
        "conversations.Verdict",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="what a moderator decided last",
    )
    alike_to = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="alike_ones",
        help_text="the first of those that say nearly the same, which may be itself",
    )
    alike = models.PositiveIntegerField(
        default=0, help_text="how many say nearly the same, this one included; 0 for none"
    )
    answers_shown = models.PositiveIntegerField(default=0)

    personal_fields: ClassVar = frozenset({"by", "entered_by", "giver", "text", "form_key"})
    open_fields: ClassVar = frozenset(
        "municipality thread above public_id contribution actor_kind speaking_for channel column"
        " language at edited_at pinned_at state verdict alike_to alike answers_shown".split()
    )

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "form_key"], name="comment_once_per_form"),
            models.CheckConstraint(
                name="removed_comment_has_no_words", condition=~Q(state="removed") | Q(text="")
            ),
        ]
        indexes = [
            models.Index(
                fields=["thread", "-at", "-id"], condition=Q(above=None), name="comment_newest"
            ),
            models.Index(fields=["above", "at", "id"], name="comment_answers"),
            models.Index(
                fields=["municipality", "at"], condition=Q(state="held"), name="comment_held"
            ),
            models.Index(
                fields=["municipality", "-alike", "-id"],
                condition=Q(alike__gt=0),
                name="comment_alike",
            ),
            models.Index(
                fields=["thread"], condition=Q(pinned_at__isnull=False), name="comment_pinned"
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.public_id}"

    def get_absolute_url(self) -> str:
        """Return the page of this comment, its answers and its earlier wordings."""
        return reverse("conversations:comment", args=[self.pk])


class Wording(models.Model):
    """How a comment read before it was edited."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="wordings")
    text = models.TextField()
    language = models.CharField(max_length=5)
    at = models.DateTimeField(help_text="since when it read so")

    personal_fields: ClassVar = frozenset({"text"})
    open_fields: ClassVar = frozenset({"comment", "language", "at"})

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.comment} until it was edited"
