"""Moderation: reports, verdicts with reasons, and appeals."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.conversations.models.comment import Comment
from samskap.municipalities.models import Owned
from samskap.people.models import Person, Role

# Who hears an appeal; never whoever decided before.
HEARING = (Role.Name.FACILITATOR, Role.Name.ADMINISTRATOR, Role.Name.LEADER)


class Ground(models.TextChoices):
    """Why a comment should not stand."""

    ATTACK = "attack", _("It attacks or threatens somebody")
    HATE = "hate", _("It spreads hatred against a group")
    PRIVATE = "private", _("It tells something private about somebody")
    ILLEGAL = "illegal", _("It breaks the law in another way")
    ADVERTISING = "advertising", _("It is advertising, or sent in great numbers")
    ASTRAY = "astray", _("It has nothing to do with the matter")


class Verdict(Owned):
    """What a moderator decided about a comment, and why. Always a person, never a machine."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="verdicts")
    hides = models.BooleanField(_("the comment is hidden"))
    ground = models.CharField(_("ground"), max_length=11, choices=Ground.choices, blank=True)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "reason"})
    open_fields: ClassVar = frozenset({"municipality", "comment", "hides", "ground", "at"})

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="hidden_on_a_ground", condition=Q(hides=False) | ~Q(ground="")
            )
        ]
        indexes = [models.Index(fields=["municipality", "at"], name="verdict_in_time")]

    def __str__(self) -> str:
        return f"{self.comment_id}: {'hidden' if self.hides else 'stays'}"


class Report(Owned):
    """That somebody means a comment should not stand."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    ground = models.CharField(_("what is wrong?"), max_length=11, choices=Ground.choices)
    text = models.TextField(_("tell more"), blank=True)
    at = models.DateTimeField(default=timezone.now)
    verdict = models.ForeignKey(
        Verdict, on_delete=models.SET_NULL, null=True, blank=True, related_name="reports"
    )

    personal_fields: ClassVar = frozenset({"by", "text"})
    open_fields: ClassVar = frozenset({"municipality", "comment", "ground", "at", "verdict"})

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "by"],
                condition=Q(verdict=None),
                name="comment_reported_once_at_a_time",
            )
        ]
        indexes = [
            models.Index(
                fields=["municipality", "comment"], condition=Q(verdict=None), name="report_waits"
            ),
            models.Index(fields=["municipality", "at"], name="report_in_time"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.ground}"


class Appeal(Owned):
    """That somebody whom a verdict concerns asks another person to look again."""

    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="appeals")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(_("why should it be otherwise?"))
    at = models.DateTimeField(default=timezone.now)
    changes = models.BooleanField(_("the verdict is changed"), null=True, blank=True)
    reasons = models.TextField(_("reasons"), blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"by", "text", "reasons", "decided_by"})
    open_fields: ClassVar = frozenset({"municipality", "verdict", "at", "changes", "decided_at"})

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "by"], name="verdict_appealed_once"),
            models.CheckConstraint(
                name="decided_appeal_says_when",
                condition=Q(changes=None, decided_at=None)
                | Q(changes__isnull=False, decided_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "at"], name="appeal_in_time"),
        ]

    def __str__(self) -> str:
        return f"appeal against {self.verdict}"
