"""Reminding people of what is due: of each thing once before its day, and once after it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from samskap.initiatives.models import Reminder
from samskap.initiatives.queries.due import LATE, SOON, WATCHES, Watch
from samskap.municipalities.models import Municipality
from samskap.notices.actions import tell
from samskap.people.models import Person

BATCH = 1000
MOST_NAMED = 5


@dataclass
class Heard:
    """What one person hears of: how many things, the first of them by name, and where."""

    person: Person
    path: str
    count: int = 0
    titles: list[str] = field(default_factory=list)


def remind_all(today: date | None = None) -> int:
    """Remind in every municipality; say how many notices that made."""
    today = today or timezone.localdate()
    return sum(
        remind(municipality=municipality, watch=watch, stage=stage, today=today)
        for municipality in Municipality.objects.filter(is_set_up=True)
        for watch in WATCHES
        for stage in (SOON, LATE)
        if stage in watch.words
    )


@transaction.atomic
def remind(*, municipality: Municipality, watch: Watch, stage: str, today: date) -> int:
    """Remind of one sort of thing; each person hears once of all that is new.

    What was reminded of is written down in the same transaction: started twice, or by two workers
    at once, it says nothing twice.
    """
    # The second worker waits here, and then finds what the first one wrote.
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    heard: dict[int, Heard] = {}
    hearers: dict[object, list[Person]] = {}
    reminded: list[int] = []
    for row in watch.due(municipality, stage, today).iterator(BATCH):
        reminded.append(row.pk)
        same = watch.same(row)
        if same not in hearers:
            hearers[same] = list({one.pk: one for one in watch.hears(row, stage)}.values())
        for person in hearers[same]:
            theirs = heard.setdefault(person.pk, Heard(person, watch.path(row)))
            theirs.count += 1
            if theirs.count <= MOST_NAMED:
                theirs.titles.append(str(watch.title(row)))
    _write_down(municipality, watch, stage, reminded)
    for theirs in heard.values():
        tell(
            person=theirs.person,
            municipality=municipality,
            kind="initiatives.reminder",
            label=watch.words[stage](theirs.count),
            text="\n".join([*theirs.titles, *(["…"] if theirs.count > MOST_NAMED else [])]),
            path=theirs.path,
        )
    return len(heard)


def _write_down(
    municipality: Municipality, watch: Watch, stage: str, reminded: Iterable[int]
) -> None:
    """Keep what people were reminded of."""
    rows = (
        Reminder(municipality=municipality, about=watch.about, thing=thing, stage=stage)
        for thing in reminded
    )
    Reminder.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
