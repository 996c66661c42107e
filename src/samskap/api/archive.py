"""Everything that is public in a municipality in one file, written while it is read.

The file is a ZIP. Each table is in it twice: as CSV for spreadsheets, as JSON Lines for programs.
`datapackage.json` describes every column, and README.md says what this is to people.
"""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone, translation

from samskap.api.columns import columns_of
from samskap.api.open_data import open_data
from samskap.base.keyset import page_of
from samskap.base.open_data import Counted, Rows, cell
from samskap.base.snapshots import one_moment
from samskap.base.tables import Table, all_tables
from samskap.kernels import answers, ladder
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of

FORMULAS = {"ladder": ladder.FORMULA, "answers": answers.FORMULA}
CSV, JSON_LINES = "csv", "jsonl"
AT_ONCE = 500  # rows
MEDIA = {CSV: "text/csv", JSON_LINES: "application/x-ndjson"}


@dataclass(frozen=True, kw_only=True)
class Written:
    """One table in the archive, and how many rows it has."""

    table: Table
    rows: int


def write_archive(municipality: Municipality, to: IO[bytes], *, at: datetime) -> list[Written]:
    """Write everything that is public now; a chunk of rows is all that is ever in memory.

    at   what the archive says of when it was made
    """
    request = _anybody(municipality)
    with (
        timezone.override(ZoneInfo(municipality.preset.time_zone)),
        translation.override(municipality.default_language),
        ZipFile(to, "w", ZIP_DEFLATED) as archive,
    ):
        with one_moment():
            written = [_write_table(archive, table, request, at) for table in all_tables()]
        package = json.dumps(package_of(municipality, written, at), ensure_ascii=False, indent=1)
        archive.writestr(_entry("datapackage.json", at), package)
        readme = render_to_string("api/readme.txt", facts_of(municipality, written, at))
        archive.writestr(_entry("README.md", at), readme)
    return written


def _anybody(municipality: Municipality) -> Any:
    """A question by whoever is not signed in: what the archive holds is what they may see."""
    request: Any = HttpRequest()
    request.method, request.municipality, request.user = "GET", municipality, AnonymousUser()
    return request


def _entry(path: str, at: datetime) -> ZipInfo:
    """An entry of the archive, as old as the archive."""
    entry = ZipInfo(path, timezone.localtime(at).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    return entry


def _write_table(archive: ZipFile, table: Table, request: Any, at: datetime) -> Written:
    """Write one table in both forms in one reading: one goes in at once, one waits on the disk."""
    names = [column["name"] for column in columns_of(table)]
    rows = 0
    with TemporaryFile() as waiting:
        sheet = io.TextIOWrapper(waiting, encoding="utf-8", newline="", write_through=True)
        lines = csv.writer(sheet)
        lines.writerow(names)
        whole = _entry(_path(table, JSON_LINES), at)
        with archive.open(whole, "w", force_zip64=True) as file:
            for row in rows_in(table.read(request)):
                rows += 1
                file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
                lines.writerow([cell(row[name]) for name in names])
        sheet.flush()
        waiting.seek(0)
        with archive.open(_entry(_path(table, CSV), at), "w", force_zip64=True) as file:
            shutil.copyfileobj(waiting, file)
        sheet.detach()
    return Written(table=table, rows=rows)


def rows_in(found: Rows[Any] | Counted) -> Iterator[dict[str, Any]]:
    """Every row as it leaves the house, with what it belongs to before it; a chunk at a time."""
    if isinstance(found, Counted):
        yield from (row.model_dump(mode="json") for row in found.rows)
        return
    after = ""
    while True:
        page = page_of(found.found, order=found.order, after=after, size=AT_ONCE)
        for each in page.items:
            within = found.within(each) if found.within else {}
            yield within | found.out(each).model_dump(mode="json")
        if not page.older_token:
            return
        after = page.older_token


def _path(table: Table, form: str) -> str:
    """Where a table stands in the archive."""
    return f"{form}/{table.name}.{form}"


def package_of(municipality: Municipality, written: list[Written], at: datetime) -> dict[str, Any]:
    """Describe the archive to programs.

    Source: Frictionless Standards, “Data Package” 1.0, https://specs.frictionlessdata.io/
    """
    licence = municipality.open_licence
    return {
        "profile": "data-package",
        "name": f"samskap-{municipality.slug}",
        "title": f"{municipality.name}: {open_data.title}",
        "homepage": f"{address_of(municipality)}/api/",
        "version": open_data.version,
        "created": at.isoformat(),
        "licenses": [{"name": licence.key, "title": licence.name, "path": licence.url}],
        "contributors": [{"title": municipality.name, "role": "publisher"}],
        "formulas": FORMULAS,
        "resources": [
            {
                "name": f"{each.table.name}-{form}",
                "title": each.table.says,
                "path": _path(each.table, form),
                "profile": "tabular-data-resource" if form == CSV else "data-resource",
                "format": form,
                "mediatype": MEDIA[form],
                "encoding": "utf-8",
                "rows": each.rows,
                "schema": {"fields": columns_of(each.table), "missingValues": [""]},
            }
            for each in written
            for form in (CSV, JSON_LINES)
        ],
    }


def facts_of(municipality: Municipality, written: list[Written], at: datetime) -> dict[str, Any]:
    """What the README tells."""
    return {
        "municipality": municipality,
        "licence": municipality.open_licence,
        "address": address_of(municipality),
        "written": written,
        "in_all": sum(each.rows for each in written),
        "formulas": ", ".join(FORMULAS.values()),
        "at": at,
    }
