"""Notices: one thing told to one person."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.notices.models.letter import Letter
from samskap.people.models import Person

KEPT_FOR_LETTERS = timedelta(weeks=4)  # what is older is found here, and in no letter


class NoticeQuerySet(OwnedQuerySet):
    """Notices."""

    def held_back(self) -> Self:
        """Those that are to go out, are in no letter yet, and have not been read here."""
        since = timezone.now() - KEPT_FOR_LETTERS
        return self.filter(letter=None, read_at=None, goes_out=True, at__gt=since)


class Notice(Owned):
    """One thing told to one person. It carries a label and an address, never a key."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60, help_text="what happened, e.g. ideas.answered")
    label = models.CharField(max_length=200, help_text="in the reader’s language")
    text = models.TextField(blank=True)
    path = models.CharField(max_length=200)
    language = models.CharField(max_length=5, help_text="of label and text")
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    goes_out = models.BooleanField(
        default=True, help_text="whether the person wants it told outside this place too"
    )
    letter = models.ForeignKey(
        Letter, on_delete=models.SET_NULL, null=True, blank=True, related_name="notices"
    )

    names = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="somebody else, whose name or words stand in it",
    )

    objects = NoticeQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset(
        "person kind label text path language at read_at goes_out letter names".split()
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["person", "municipality", "-id"], name="notice_newest"),
            models.Index(
                fields=["person", "municipality"], condition=Q(read_at=None), name="notice_unread"
            ),
            models.Index(
                fields=["person", "at"],
                condition=Q(letter=None, read_at=None, goes_out=True),
                name="notice_held_back",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def subject(self) -> str:
        """The module that tells it: “ledger” of “ledger.used”."""
        return self.kind.partition(".")[0]
