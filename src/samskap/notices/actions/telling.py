"""Telling people what happened, and keeping to their limits."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from samskap.municipalities.models import Municipality
from samskap.notices import sms
from samskap.notices.models import CaughtUp, Letter, Limits, Notice, Wish
from samskap.notices.sending import send_letters
from samskap.people.models import Person

WEEK = timedelta(days=7)


@transaction.atomic
def tell(
    *,
    person: Person,
    municipality: Municipality,
    kind: str,
    label: str | Promise,
    text: str | Promise = "",
    path: str,
    names: Person | None = None,
) -> Notice | None:
    """Tell one person one thing, in the language that person reads.

    It always stands among the person’s notices; whether and when it leaves the house as a letter
    is decided by the person’s limits and wishes. What the limits hold back waits for a digest, or
    for the next letter. Nobody is told anything whose account is deleted: then there is no notice.

    kind   what happened, e.g. “ideas.answered”; the part before the dot is its subject
    label  one line; text: a few sentences. Lazy strings are spoken in the reader’s language
    path   the address of the page that says more, without the host
    names  somebody else whose name or words stand in it; they go when that account is deleted
    """
    if not person.is_active:
        return None
    language = person.language_in(municipality)
    with translation.override(language):
        notice = Notice(
            person=person,
            municipality=municipality,
            kind=kind,
            label=str(label)[:200],
            text=str(text),
            path=path,
            language=language,
            names=names if names != person else None,
        )
    # Two notices at the same moment must not both be the last that the limits allow.
    limits = Limits.objects.select_for_update().get_or_create(person=person)[0]
    way = _way_of(notice)
    goes_by_sms = way == Wish.Way.SMS and bool(limits.phone) and sms.is_set_up()
    goes_by_mail = way != Wish.Way.HERE and limits.mail != Limits.Mail.NEVER
    notice.goes_out = goes_by_mail
    notice.save()
    if goes_by_sms and _has_room(limits, Letter.Carrier.SMS):
        _write(notice, carrier=Letter.Carrier.SMS)
    elif goes_by_mail and limits.mail == Limits.Mail.AT_ONCE and _has_room(limits):
        _write(notice)
    return notice


def _way_of(notice: Notice) -> str:
    """How the person wants to hear of what the notice is about."""
    wish = Wish.objects.filter(person=notice.person, subject=notice.subject).first()
    return wish.way if wish else Wish.Way.MAIL


def _has_room(limits: Limits, carrier: str = Letter.Carrier.MAIL) -> bool:
    """Whether the limits allow one more letter this week."""
    return limits.letters_since(timezone.now() - WEEK, carrier=carrier) < limits.mails_a_week


def _write(notice: Notice, *, carrier: str = Letter.Carrier.MAIL) -> None:
    """Write a letter of a notice; an e-mail takes along what was held back before it."""
    letter = Letter.objects.create(
        municipality_id=notice.municipality_id,
        person_id=notice.person_id,
        carrier=carrier,
        cause=f"notice:{notice.pk}",
    )
    notice.letter = letter
    if carrier == Letter.Carrier.MAIL:  # the notice itself is one of those held back
        held_back = Notice.objects.held_back().of(notice.municipality)
        held_back.filter(person=notice.person).update(letter=letter)
    else:
        notice.save(update_fields=["letter"])
    send_letters.enqueue([letter.pk])


@transaction.atomic
def mark_read(*, by: Person, municipality: Municipality, notice: Notice | None = None) -> int:
    """Mark one notice, or all of them, as read; say how many that were new."""
    unread = Notice.objects.of(municipality).filter(person=by, read_at=None)
    if notice is not None:
        unread = unread.filter(pk=notice.pk)
    return int(unread.update(read_at=timezone.now()))


@transaction.atomic
def catch_up(*, by: Person, municipality: Municipality) -> None:
    """Say that one has seen what happened until now."""
    now = timezone.now()
    CaughtUp.objects.update_or_create(person=by, municipality=municipality, defaults={"until": now})
    mark_read(by=by, municipality=municipality)


def forget(person: Person) -> None:
    """Delete what was told to somebody who deletes their account, and their name elsewhere.

    Others still see that they were told something, and where.
    """
    naming = Notice.objects.filter(names=person)
    for language in naming.order_by().values_list("language", flat=True).distinct():
        with translation.override(language):
            label = _("You were told of somebody who has deleted their account")
        naming.filter(language=language).update(label=label, text="")
    naming.update(names=None)
    Notice.objects.filter(person=person).delete()
    Letter.objects.filter(person=person).delete()
    CaughtUp.objects.filter(person=person).delete()
    Wish.objects.filter(person=person).delete()
    Limits.objects.filter(person=person).delete()
