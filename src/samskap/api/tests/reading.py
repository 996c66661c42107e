"""How tests read what the API hands out."""

import csv
import io
import json
from zipfile import ZipFile

from django.utils import timezone

from samskap.api.archive import write_archive


def table(client, path, **facts):
    """Read a table: its heading, and its rows."""
    answer = client.get(path, {"format": "csv"}, **facts)
    assert answer.status_code == 200, path
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    heading, *rows = csv.reader(io.StringIO(answer.getvalue().decode()))
    return heading, rows


def archive_of(municipality):
    """The archive of a municipality as it stands now."""
    file = io.BytesIO()
    write_archive(municipality, file, at=timezone.now())
    return ZipFile(file)


def rows_of(archive, name):
    """The rows of one table as JSON Lines have them."""
    return [json.loads(line) for line in archive.read(f"jsonl/{name}.jsonl").splitlines()]


def sheet(text):
    """The rows of a table as CSV has them."""
    return list(csv.DictReader(io.StringIO(text)))
