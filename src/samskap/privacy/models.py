"""Archives of one person, sights of sensitive pages, how long things are kept, forewarnings."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Municipality, Owned
from samskap.people.models import Person

READY_FOR = timedelta(days=7)  # how long an archive can be fetched


class Archive(Owned):
    """Everything about one person as one file: asked for, put together by the queue, fetched."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="archives")
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    file_name = models.CharField(max_length=100, help_text="known before the file is written")
    language = models.CharField(_("language"), max_length=5)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now)
    ready_at = models.DateTimeField(_("ready"), null=True, blank=True)
    ends_at = models.DateTimeField(_("can be fetched until"), null=True, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)

    personal_fields: ClassVar = frozenset(
        "person key file_name language asked_at ready_at ends_at size".split()
    )
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person"],
                condition=Q(ready_at=None),
                name="archive_is_made_once_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["ends_at"], name="archive_ends")]

    def __str__(self) -> str:
        return f"archive {self.key}"

    @property
    def can_be_fetched(self) -> bool:
        """Whether the file is there, and its time not over."""
        return self.ends_at is not None and timezone.now() < self.ends_at


class Forewarning(Owned):
    """That somebody was told by letter that their account goes unless they sign in.

    The municipality is the one that told them; the account serves all of them.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="forewarning")
    told_at = models.DateTimeField(_("told"), default=timezone.now)

    personal_fields: ClassVar = frozenset({"person", "told_at"})
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["told_at", "pk"]

    def __str__(self) -> str:
        return f"forewarning of {self.told_at:%Y-%m-%d}"


class Sight(Owned):
    """That somebody of the staff opened a sensitive page."""

    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="sights")
    about = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="seen_in")
    what = models.CharField(max_length=60, help_text="the key of the page, e.g. people.roles")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by", "about", "what", "at"})
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["municipality", "-id"], name="sight_of_municipality"),
            models.Index(
                fields=["about", "-id"], condition=Q(about__isnull=False), name="sight_of_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} at {self.at:%Y-%m-%d %H:%M}"


class RetentionRule(Owned):
    """How long a municipality keeps one kind of thing, where it chose otherwise than proposed."""

    key = models.CharField(max_length=60, help_text="the kind of thing, e.g. notices.read")
    days = models.PositiveSmallIntegerField(_("days"))
    why = models.TextField(_("why"))
    changed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"changed_by"})
    open_fields: ClassVar = frozenset({"municipality", "key", "days", "why", "changed_at"})

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="rule_once_for_a_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.days} days"


class Removal(models.Model):
    """How many rows of one kind went on one day, because their time was over; nobody’s are named.

    Without a municipality it tells of what nobody owns, such as sign-in sessions.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, null=True, related_name="+", editable=False
    )
    key = models.CharField(max_length=60)
    on = models.DateField(default=timezone.localdate)
    rows = models.PositiveBigIntegerField(default=0)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "key", "on", "rows"})

    class Meta:
        ordering = ["-on", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key", "on"], name="removals_are_counted_by_day"
            ),
            models.UniqueConstraint(
                fields=["key", "on"],
                condition=Q(municipality=None),
                name="removals_of_nobodys_are_counted_by_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.rows} of {self.key}"


class Erasure(Owned):
    """That somebody who gave on paper was forgotten, and why; never who it was."""

    giver_key = models.UUIDField(help_text="the giver’s public key, which leads to no name")
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset({"municipality", "giver_key", "reason", "at"})

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"erasure of {self.giver_key}"
