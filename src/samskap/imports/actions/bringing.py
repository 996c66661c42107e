"""Bringing in a file: read it, say what stands in its columns, begin each step, let it go."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from samskap.base.memory import remember
from samskap.imports.errors import (
    NotAtThisStep,
    NothingToTake,
    NotYoursToImport,
    TooLateToUndo,
)
from samskap.imports.going import go_through
from samskap.imports.intakes import all_intakes, guess, may_bring
from samskap.imports.models import File, Line
from samskap.imports.reading import table_in
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

UNDO_WITHIN = timedelta(days=30)
BATCH = 500
State = File.State


@transaction.atomic
def bring(
    *,
    municipality: Municipality,
    by: Person,
    kind: str,
    name: str,
    content: bytes,
    about: Mapping[str, Any],
) -> File:
    """Read a file and keep its lines; nothing is done with them yet.

    about   what was said of all rows, as the intake’s own form asks it

    Refuses with NotYoursToImport, FileIsTooLarge, NotATable, TooManyColumns or TooManyRows.
    """
    intake = all_intakes().get(kind)
    if intake is None or not may_bring(by, municipality, intake):
        raise NotYoursToImport
    table = table_in(content)
    file: File = File.objects.create(
        municipality=municipality,
        kind=kind,
        name=name[:200],
        encoding=table.encoding,
        delimiter=table.delimiter,
        headings=[heading[:100] for heading in table.headings],
        mapping=guess(intake, table.headings),
        about=dict(about),
        rows=len(table.rows),
        by=by,
    )
    lines = (
        Line(file=file, number=number, cells=json.dumps(cells, ensure_ascii=False))
        for number, cells in table.rows
    )
    Line.objects.bulk_create(lines, batch_size=BATCH)
    remember("imports.brought", by=by.pseudonym_key, about=file)
    return file


@transaction.atomic
def rehearse(*, file: File, by: Person, mapping: Mapping[str, int]) -> File:
    """Go through every line as if it were taken in, and write nothing.

    Refuses with NotYoursToImport or NotAtThisStep.
    """
    file = at_step(file, by, State.READ, State.REHEARSED)
    file.mapping = dict(mapping)
    file.lines.update(fate=Line.Fate.WAITING, says="", path="")
    return begin(file, State.REHEARSING, by)


@transaction.atomic
def take_in(*, file: File, by: Person) -> File:
    """Take in every line that the rehearsal found to be new.

    Refuses with NotYoursToImport, NotAtThisStep or NothingToTake.
    """
    file = at_step(file, by, State.REHEARSED)
    if not file.lines.filter(fate=Line.Fate.NEW).exists():
        raise NothingToTake
    file.taken_at = timezone.now()
    return begin(file, State.TAKING, by)


@transaction.atomic
def undo(*, file: File, by: Person) -> File:
    """Take away again what was made of a file, where nobody has built on it since.

    Refuses with NotYoursToImport, NotAtThisStep or TooLateToUndo.
    """
    file = at_step(file, by, State.TAKEN)
    if file.taken_at and timezone.now() - file.taken_at > UNDO_WITHIN:
        raise TooLateToUndo(days=UNDO_WITHIN.days)
    file.undone_at = timezone.now()
    return begin(file, State.UNDOING, by)


@transaction.atomic
def let_go(*, file: File, by: Person) -> None:
    """Forget a file that was not taken in, with all its lines.

    Refuses with NotYoursToImport or NotAtThisStep.
    """
    file = at_step(file, by, State.READ, State.REHEARSED)
    remember("imports.let_go", by=by.pseudonym_key, about=file)
    file.delete()


def at_step(file: File, by: Person, *steps: str) -> File:
    """Hold a file until the transaction ends, where it is at one of some steps.

    Refuses with NotYoursToImport or NotAtThisStep.
    """
    rows = File.objects.select_for_update(of=("self",)).select_related("municipality")
    held: File = rows.get(pk=file.pk)
    if not may_bring(by, held.municipality, all_intakes().get(held.kind)):
        raise NotYoursToImport
    if held.state not in steps:
        raise NotAtThisStep
    return held


def begin(file: File, state: str, by: Person) -> File:
    """Let the queue begin with a step."""
    file.state, file.gone_through, file.by = state, 0, by
    file.save()
    go_through.enqueue(file.pk, get_language() or file.municipality.default_language)
    remember(f"imports.{state}", by=by.pseudonym_key, about=file)
    return file
