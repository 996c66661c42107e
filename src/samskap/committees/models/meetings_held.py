"""How often standing committees met, year by year, so that the working form can be judged."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person

FIRST_YEAR, LAST_YEAR = 1990, 2100


class MeetingsHeld(Owned):
    """The number of meetings of one elected body in one year, and where the number is from.

    Source: R-053 (S1:19.2–3): the number of standing-committee meetings before and after.
    """

    body = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="meetings_held")
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    meetings = models.PositiveSmallIntegerField(_("meetings"), validators=[MaxValueValidator(366)])
    source = models.CharField(_("where the number is from"), max_length=200)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset({"municipality", "body", "year", "meetings", "source", "at"})

    class Meta:
        verbose_name_plural = "meetings held"
        ordering = ["body", "year"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="meetings_held_said_once"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.year}: {self.meetings}"
