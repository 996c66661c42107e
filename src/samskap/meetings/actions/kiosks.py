"""Kiosks: opened with a code, written at without an account, closed."""

import secrets
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from samskap.base.lines import one_line
from samskap.base.memory import remember
from samskap.initiatives.models import Initiative
from samskap.meetings.errors.events import NothingMoreHere
from samskap.meetings.errors.tables import EndsTooLate, KioskIsClosed, NoSuchCode, NotYoursToOpen
from samskap.meetings.models import Kiosk, Note
from samskap.meetings.permissions import may_open_kiosk
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

SIGNS = "ABCDEFGHJKLMNPRSTUVWXYZ23456789"  # without those that look alike
HALF = 5  # signs on each side of the dash: two halves are 49 bits
LONGEST = timedelta(days=366)


def hash_of(code: str, municipality: Municipality) -> str:
    """What is kept of a code: whoever reads the database cannot open the kiosk with it."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    hashed = salted_hmac("samskap.meetings.kiosk", f"{municipality.pk} {plain}", algorithm="sha256")
    return hashed.hexdigest()


@transaction.atomic
def open_kiosk(
    *, initiative: Initiative, by: Person, place: str, ends_on: date
) -> tuple[Kiosk, str]:
    """Open a kiosk until one day, and return it with its code, which is kept nowhere.

    Refuses with NotYoursToOpen, NothingMoreHere or EndsTooLate.
    """
    here = initiative.municipality
    if not may_open_kiosk(by, here):
        raise NotYoursToOpen
    if not initiative.is_open:
        raise NothingMoreHere(initiative=initiative.title)
    today = timezone.localdate()
    if not today <= ends_on <= today + LONGEST:
        raise EndsTooLate
    code = "-".join("".join(secrets.choice(SIGNS) for _sign in range(HALF)) for _half in range(2))
    kiosk = Kiosk.objects.create(
        municipality=here,
        initiative=initiative,
        place=place.strip(),
        ends_on=ends_on,
        opened_by=by,
        code_hash=hash_of(code, here),
    )
    remember("meetings.kiosk_opened", by=by.pseudonym_key, about=kiosk, within=initiative)
    return kiosk, code


def kiosk_behind(code: str, municipality: Municipality) -> Kiosk:
    """Find the kiosk that a code opens. Refuses with NoSuchCode or KioskIsClosed."""
    kiosk: Kiosk | None = (
        Kiosk.objects.of(municipality).filter(code_hash=hash_of(code, municipality)).first()
    )
    if kiosk is None:
        raise NoSuchCode
    if not kiosk.is_open:
        raise KioskIsClosed
    return kiosk


@transaction.atomic
def close_kiosk(*, kiosk: Kiosk, by: Person) -> None:
    """Close a kiosk; the tablet shows nothing any more. What waits there still gets its answer.

    Refuses with NotYoursToOpen.
    """
    if not may_open_kiosk(by, kiosk.municipality):
        raise NotYoursToOpen
    if Kiosk.objects.filter(pk=kiosk.pk, closed_at=None).update(closed_at=timezone.now()):
        remember("meetings.kiosk_closed", by=by.pseudonym_key, about=kiosk)


@transaction.atomic
def leave_note(
    *,
    kiosk: Kiosk,
    kind: str,
    title: str,
    text: str = "",
    reach: str = "",
    language: str,
    public_id: UUID | None = None,
) -> Note:
    """Leave a note at a kiosk, as nobody in particular. A second press changes nothing.

    A facilitator reads it before anybody else does.

    Refuses with KioskIsClosed or NothingMoreHere.
    """
    if not kiosk.is_open:
        raise KioskIsClosed
    if not kiosk.initiative.is_open:
        raise NothingMoreHere(initiative=kiosk.initiative.title)
    key = public_id or uuid4()
    if Note.objects.filter(public_id=key).exclude(kiosk=kiosk).exists():
        key = uuid4()  # of a note elsewhere: no form of ours has chosen it
    note: Note = Note.objects.get_or_create(
        public_id=key,
        defaults={
            "municipality_id": kiosk.municipality_id,
            "initiative": kiosk.initiative,
            "kiosk": kiosk,
            "kind": kind,
            "title": one_line(title),
            "text": text.strip(),
            "reach": reach.strip(),
            "language": language,
        },
    )[0]
    remember("meetings.note_written", by=None, about=note, within=kiosk.initiative)
    return note
