"""Making archives of everything that is public."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from tempfile import TemporaryFile
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import task

from samskap.api.archive import write_archive
from samskap.api.errors import ArchiveIsFresh
from samskap.api.models import Archive
from samskap.municipalities.models import Municipality

FRESH = timedelta(hours=1)
PIECE = 1 << 20  # bytes that are read at once


@transaction.atomic
def ask_for_archive(*, municipality: Municipality) -> None:
    """Let the queue make a new archive; asked by many at once, it makes one.

    Refuses with ArchiveIsFresh.
    """
    now = timezone.now()
    Archive.objects.get_or_create(municipality=municipality)
    archive = Archive.objects.select_for_update().get(municipality=municipality)
    if is_fresh(archive):
        raise ArchiveIsFresh
    if archive.asked_at and now - archive.asked_at < FRESH:
        return  # it is on its way
    archive.asked_at = now
    archive.save(update_fields=["asked_at"])
    make_archive.enqueue(municipality.pk)


def is_fresh(archive: Archive) -> bool:
    """Whether an archive is so new that nobody needs another."""
    return archive.made_at is not None and timezone.now() - archive.made_at < FRESH


@task()
def make_archive(municipality_id: int) -> None:
    """Make the archive of a municipality, and let go of the one before.

    Done twice it makes two, and the later one stays.
    """
    municipality = Municipality.objects.filter(pk=municipality_id).first()
    if municipality is None:
        return
    now = timezone.now()
    with TemporaryFile() as file:
        written = write_archive(municipality, file, at=now)
        size, digest = file.tell(), _digest_of(file)
        path = default_storage.save(_path(municipality, now.strftime("%Y-%m-%d")), File(file))
    with transaction.atomic():
        Archive.objects.get_or_create(municipality=municipality)
        archive = Archive.objects.select_for_update().get(municipality=municipality)
        before, archive.path = archive.path, path
        archive.made_at, archive.size, archive.digest = now, size, digest
        archive.rows = {each.table.name: each.rows for each in written}
        archive.asked_at = None
        archive.save()
        if before:
            delete_archive.enqueue(before)


@task()
def delete_archive(path: str) -> None:
    """Delete a file that is no longer handed out; one that is gone is no fault."""
    default_storage.delete(path)


def _path(municipality: Municipality, day: str) -> str:
    """Where a new file goes: a name that no other has, so that nobody gets half of one."""
    return f"open-data/{municipality.slug}/{get_random_string(12)}/samskap-{day}.zip"


def _digest_of(file: IO[bytes]) -> str:
    """The SHA-256 of a file; it is left at its beginning."""
    digest = hashlib.sha256()
    for piece in _pieces(file):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Read a file from its beginning, a piece at a time."""
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece
