"""That people were reminded of something that is due, so that nobody hears of it twice."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned


class Reminder(Owned):
    """One thing that is due, of which people were reminded: before its day, or after it."""

    class Stage(models.TextChoices):
        """Before the day, or after it."""

        SOON = "soon", _("Soon due")
        LATE = "late", _("Overdue")

    about = models.CharField(max_length=20, help_text="what sort of thing, e.g. answers")
    thing = models.PositiveBigIntegerField(help_text="its key among those")
    stage = models.CharField(max_length=4, choices=Stage.choices)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "about", "thing", "stage", "at"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["about", "thing", "stage"], name="reminded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.thing}: {self.stage}"
