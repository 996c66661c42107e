"""Putting together everything about one person as one ZIP, with bounded memory.

Each table is read once, some hundred rows at a time: the rows go into a JSON file for programs
(GDPR art. 20) and into pages for people, which open without the net.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files import File
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.privacy.models import READY_FOR, Archive
from samskap.privacy.queries.held import Section, batches, left_out, sections
from samskap.privacy.words import word_of

AFTER_LETTERS = -5  # it may take a minute, and whoever waits for a code shall not wait for it
FORMAT = {"format": "samskap-archive", "version": 1}


@task(priority=AFTER_LETTERS)
def put_together(archive_id: int) -> None:
    """Make the file of an archive and tell the person; done once, however often it is tried."""
    archive = Archive.objects.select_related("person", "municipality").filter(pk=archive_id).first()
    if archive is None or archive.ready_at is not None:
        return
    with TemporaryFile() as file, translation.override(archive.language):
        pack(archive.person, file, archive=archive)
        size = file.tell()
        default_storage.delete(archive.file_name)  # left by a worker that was killed
        default_storage.save(archive.file_name, File(file))
    now = timezone.now()
    with transaction.atomic():
        made = Archive.objects.filter(pk=archive.pk, ready_at=None)
        if not made.update(ready_at=now, ends_at=now + READY_FOR, size=size):
            # Let go of while it was made, with the account: nobody may find the file.
            delete_file.enqueue(archive.file_name)
            return
        tell(
            person=archive.person,
            municipality=archive.municipality,
            kind="privacy.archive_ready",
            label=gettext_lazy("Your archive is ready"),
            text=gettext_lazy("You can fetch it for seven days. After that it is deleted."),
            path=reverse("privacy:mine"),
        )


@task()
def delete_file(name: str) -> None:
    """Delete the file of an archive; one that is gone is no fault."""
    default_storage.delete(name)


@dataclass
class Part:
    """One table of an archive, as its contents list it."""

    section: Section
    rows: int = 0
    pages: list[str] = field(default_factory=list)


def pack(person: Person, file: IO[bytes], *, archive: Archive) -> None:
    """Write the whole archive into a file."""
    with ZipFile(file, "w", ZIP_DEFLATED) as folder:
        parts = [_write_part(folder, section, person) for section in sections()]
        parts = [part for part in parts if part.rows]
        folder.writestr("about.json", _as_json(_contents(parts, person, archive), indent=2))
        folder.writestr("style.css", render_to_string("privacy/archive/style.css"))
        facts = {"parts": parts, "left_out": sorted({str(why) for _name, why in left_out()})}
        folder.writestr("index.html", _page("index.html", archive=archive, **facts))


def _write_part(folder: ZipFile, section: Section, person: Person) -> Part:
    """Write the rows of one table: pages at once, the JSON beside them until they are done."""
    part, fields = Part(section=section), section.fields()
    with TemporaryFile() as plain:
        for batch in batches(section.rows(person)):
            part.pages.append(f"pages/{section.key}-{batch.number}.html")
            facts = {
                "part": part,
                "entries": [[_said(field, row) for field in fields] for row in batch.rows],
                "older": None if batch.is_last else f"{section.key}-{batch.number + 1}.html",
                "newer": f"{section.key}-{batch.number - 1}.html" if batch.number > 1 else None,
                "first": part.rows + 1,
            }
            folder.writestr(part.pages[-1], _page("section.html", **facts))
            for row in batch.rows:
                line = _as_json({field.name: _plain(field, row) for field in fields})
                plain.write(b",\n" if part.rows else b"[\n")
                plain.write(line.encode())
                part.rows += 1
                _copy_files(folder, fields, row)
        if part.rows:
            plain.write(b"\n]\n")
            plain.seek(0)
            with folder.open(f"data/{section.key}.json", "w", force_zip64=True) as written:
                shutil.copyfileobj(plain, written)
    return part


def _copy_files(folder: ZipFile, fields: list[models.Field[Any, Any]], row: Any) -> None:
    """Take along the person’s own pictures; one that is no longer there is left out."""
    for stored in _files(fields, row):
        if default_storage.exists(stored):
            with (
                default_storage.open(stored) as source,
                folder.open(f"files/{stored}", "w") as written,
            ):
                shutil.copyfileobj(source, written)


def _files(fields: list[models.Field[Any, Any]], row: Any) -> Iterator[str]:
    """The names of the files that a row shows."""
    for one in fields:
        if isinstance(one, models.FileField) and (stored := getattr(row, one.name)):
            yield str(stored.name)


def _contents(parts: list[Part], person: Person, archive: Archive) -> dict[str, Any]:
    """Say of every file what it holds, so that a program can read it without asking."""
    return FORMAT | {
        "made_at": timezone.now(),
        "municipality": archive.municipality.name,
        "person": person.public_id,
        "language": archive.language,
        "tables": [
            {
                "file": f"data/{part.section.key}.json",
                "title": part.section.title,
                "rows": part.rows,
                "fields": {one.name: _described(one) for one in part.section.fields()},
            }
            for part in parts
        ],
        "left_out": dict(left_out()),
    }


def _described(one: models.Field[Any, Any]) -> dict[str, Any]:
    """What one field means, and in what it is written."""
    told: dict[str, Any] = {"title": word_of(one), "type": _type_of(one)}
    if one.choices:
        told["values"] = {str(value): label for value, label in one.flatchoices}
    return told


TYPES: tuple[tuple[type[models.Field[Any, Any]], str], ...] = (
    (models.DateTimeField, "moment, ISO 8601"),
    (models.DateField, "day, ISO 8601"),
    (models.TimeField, "time of day"),
    (models.BooleanField, "true or false"),
    (models.ForeignKey, "name of what it leads to"),
    (models.FileField, "path of a file in this archive"),
    (models.DecimalField, "decimal number, as text"),
    (models.IntegerField, "whole number"),
    (models.JSONField, "JSON"),
)


def _type_of(one: models.Field[Any, Any]) -> str:
    """In what a field is written."""
    return next((name for kind, name in TYPES if isinstance(one, kind)), "text")


def _plain(one: models.Field[Any, Any], row: Any) -> Any:
    """The value of a field for programs."""
    value = getattr(row, one.name)
    if isinstance(one, models.ForeignKey):
        return None if value is None else str(value)
    if isinstance(one, models.FileField):
        return f"files/{value.name}" if value else None
    return value


@dataclass(frozen=True)
class Said:
    """One field of one row for people."""

    title: str
    text: str
    picture: str = ""


def _said(one: models.Field[Any, Any], row: Any) -> Said:
    """The value of a field for people; empty text where there is none."""
    value = getattr(row, one.name)
    title = word_of(one)
    if value is None or value == "" or (isinstance(one, models.FileField) and not value):
        return Said(title, "")
    if isinstance(one, models.FileField):
        return (
            Said(title, value.name, picture=f"../files/{value.name}") if value else Said(title, "")
        )
    if one.choices:
        return Said(title, str(getattr(row, f"get_{one.name}_display")()))
    if isinstance(value, bool):
        return Said(title, _("Yes") if value else _("No"))
    if isinstance(one, models.DateTimeField):
        return Said(title, formats.date_format(timezone.localtime(value), "DATETIME_FORMAT"))
    if isinstance(one, models.DateField):
        return Said(title, formats.date_format(value))
    if isinstance(one, models.JSONField):
        return Said(title, _as_json(value))
    return Said(title, str(value))


def _page(name: str, **facts: Any) -> str:
    """Make one page of the archive, in the language of the archive."""
    return render_to_string(
        f"privacy/archive/{name}", {"language": translation.get_language()} | facts
    )


def _as_json(value: Any, *, indent: int | None = None) -> str:
    """Write a value as JSON that people can read too."""
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=indent)
