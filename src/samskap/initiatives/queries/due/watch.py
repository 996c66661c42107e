"""One sort of thing that has a day, and how what is due of it is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise

from samskap.initiatives.models import (
    Reminder,
)
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

SOON, LATE = Reminder.Stage.SOON, Reminder.Stage.LATE
Hears = Callable[[Any, str], Iterable[Person]]


@dataclass(frozen=True, kw_only=True)
class Watch:
    """One sort of thing that has a day.

    about  its name
    day    the field with its day
    days   how many days before it people hear of it
    rows   those in a municipality that still wait for somebody
    hears  who hears of one of them, before its day or after it
    same   rows of which the same people hear have the same of this
    title  what people know it by
    path   where it is settled
    words  what is said of so many of them, by stage; a stage without words is not spoken of
    """

    about: str
    day: str
    days: int
    rows: Callable[[Municipality], QuerySet[Any]]
    hears: Hears
    title: Callable[[Any], str]
    path: Callable[[Any], str]
    words: dict[str, Callable[[int], str | Promise]]
    same: Callable[[Any], object] = lambda row: row.pk

    def due(self, municipality: Municipality, stage: str, today: date) -> QuerySet[Any]:
        """Those of which nobody has been reminded at this stage, the soonest first."""
        window = (
            {f"{self.day}__lt": today}
            if stage == LATE
            else {f"{self.day}__gte": today, f"{self.day}__lte": today + timedelta(self.days)}
        )
        told = Reminder.objects.filter(about=self.about, thing=OuterRef("pk"), stage=stage)
        found = self.rows(municipality).filter(**window)
        return found.exclude(Exists(told)).order_by(self.day, "pk")
