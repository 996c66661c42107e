"""Letting go of somebody who deletes their account: tables, notes, kiosks and nights."""

from samskap.meetings.models import Kiosk, Night, NightHost, Note, Running, Stay, Table
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody: they stay and watch nowhere any more.

    What a table wrote together stays, as what anybody gave does (decision 12); who typed it goes.
    """
    for mine in (Stay, NightHost):
        mine.objects.filter(person=person).delete()
    for model, field in (
        (Kiosk, "opened_by"),
        (Night, "confirmed_by"),
        (NightHost, "seen_by"),
        (Note, "settled_by"),
        (Note, "written_by"),
        (Running, "told_by"),
        (Stay, "guardian"),
        (Stay, "seen_by"),
        (Table, "host"),
    ):
        model.objects.filter(**{field: person}).update(**{field: None})
