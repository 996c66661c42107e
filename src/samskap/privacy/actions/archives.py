"""Archives: asked for by the person, put together by the queue, deleted when their time is over."""

from datetime import timedelta
from secrets import token_hex

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.privacy.errors import ArchiveIsBeingMade
from samskap.privacy.models import Archive, Erasure, Forewarning, RetentionRule, Sight
from samskap.privacy.packing import delete_file, put_together

BATCH = 100
GIVEN_UP_AFTER = timedelta(days=2)  # the queue tries for 36 hours


@transaction.atomic
def ask_for_archive(*, by: Person, municipality: Municipality, language: str) -> Archive:
    """Ask for everything about oneself as one file (GDPR art. 15 and 20).

    One that was made before makes room for the new one, and so does one that the queue has given
    up. Refuses with ArchiveIsBeingMade.
    """
    given_up = timezone.now() - GIVEN_UP_AFTER
    before = Archive.objects.of(municipality).filter(person=by)
    let_go(list(before.filter(Q(ready_at__isnull=False) | Q(asked_at__lt=given_up))))
    archive = Archive(
        municipality=municipality,
        person=by,
        language=language,
        file_name=f"privacy/{token_hex(24)}.zip",
    )
    try:
        with transaction.atomic():
            archive.save()
    except IntegrityError as twice:
        raise ArchiveIsBeingMade from twice
    remember("privacy.archive_asked_for", by=by.pseudonym_key, about=archive)
    put_together.enqueue(archive.pk)
    return archive


@transaction.atomic
def let_go(archives: list[Archive]) -> None:
    """Delete archives; their files go when the transaction stands, however often it is tried."""
    for archive in archives:
        delete_file.enqueue(archive.file_name)
    Archive.objects.filter(pk__in=[archive.pk for archive in archives]).delete()


def delete_old() -> int:
    """Delete every archive whose time is over, some at a time; say how many there were."""
    gone = 0
    while old := list(Archive.objects.filter(ends_at__lte=timezone.now())[:BATCH]):
        let_go(old)
        gone += len(old)
    return gone


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    That a page was opened stays in the log, and no longer says by whom or about whom.
    """
    let_go(list(Archive.objects.filter(person=person)))
    Forewarning.objects.filter(person=person).delete()
    Sight.objects.filter(by=person).update(by=None)
    Sight.objects.filter(about=person).update(about=None)
    RetentionRule.objects.filter(changed_by=person).update(changed_by=None)
    Erasure.objects.filter(by=person).update(by=None)
