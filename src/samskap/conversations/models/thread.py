"""Threads: one for each thing that people talk about."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Thread(Owned):
    """What is said about one thing.

    Like a notice it carries a label and an address of what it is about; `kind` and `key` name the
    thing, on whatever floor it stands (decision 40).
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="threads")
    kind = models.SlugField(max_length=20, help_text="what it is about, e.g. idea")
    key = models.PositiveBigIntegerField(help_text="the number of what it is about")
    label = models.CharField(max_length=200, blank=True, help_text="the title of what it is about")
    language = models.CharField(max_length=5, blank=True, help_text="of the label")
    path = models.CharField(max_length=200, help_text="the page it stands on")
    author = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    has_columns = models.BooleanField(
        _("three columns: for, against, what would make it work"), default=False
    )
    is_quiet = models.BooleanField(_("quiet: no notices, no counts"), default=False)
    is_closed = models.BooleanField(_("closed: nothing more is written"), default=False)
    summary = models.TextField(_("summary"), blank=True)
    summary_language = models.CharField(_("written in"), max_length=5, blank=True)
    summarised_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    summarised_at = models.DateTimeField(null=True, blank=True)
    comments_shown = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"label", "author", "summary", "summarised_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative kind key language path has_columns is_quiet is_closed"
        " summary_language summarised_at comments_shown opened_at".split()
    )

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "key"], name="thread_once"),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """Return the page with all that is said."""
        return reverse("conversations:thread", args=[self.kind, self.key])
