"""Telling people what happened, and keeping to their limits."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import primary_host
from samskap.notices import unsubscribing
from samskap.notices.models import Limits, Notice
from samskap.people.models import Person

WEEK = timedelta(days=7)
MOST_LISTED = 10  # labels of earlier notices in one mail


@transaction.atomic
def tell(
    *,
    person: Person,
    municipality: Municipality,
    kind: str,
    label: str | Promise,
    text: str | Promise = "",
    path: str,
) -> Notice | None:
    """Tell one person one thing, in the language that person reads.

    It always stands among the person’s notices; whether an e-mail goes out too is decided by the
    person’s limits. What the limits held back is listed in the next mail. Nobody is told anything
    whose account is deleted: then there is no notice.

    kind   what happened, e.g. “ideas.answered”
    label  one line; text: a few sentences. Lazy strings are spoken in the reader’s language
    path   the address of the page that says more, without the host
    """
    if not person.is_active:
        return None
    language = person.language_in(municipality)
    with translation.override(language):
        notice = Notice.objects.create(
            person=person,
            municipality=municipality,
            kind=kind,
            label=str(label)[:200],
            text=str(text),
            path=path,
            language=language,
        )
        _mail_within_limits(notice)
    return notice


def _mail_within_limits(notice: Notice) -> None:
    """Put a notice, and those held back before it, into one mail, where the limits allow it."""
    person = notice.person
    # Two notices at the same moment must not both be the last that the limits allow.
    limits = Limits.objects.select_for_update().get_or_create(person=person)[0]
    if limits.mail == Limits.Mail.NEVER:
        return
    if limits.mails_since(notice.at - WEEK) >= limits.mails_a_week:
        return
    held_back = Notice.objects.of(notice.municipality).filter(
        person=person, mailed_at=None, read_at=None, pk__lt=notice.pk, at__gt=notice.at - 4 * WEEK
    )
    in_all = held_back.count()
    earlier = list(held_back[:MOST_LISTED])
    now = timezone.now()
    held_back.update(mailed_at=now)
    notice.mailed_at = now
    notice.save(update_fields=["mailed_at"])

    house = _house(notice.municipality)
    stop = house + unsubscribing.path_for(person)
    words = {
        "notice": notice,
        "url": house + notice.path,
        "earlier": earlier,
        "more": in_all - len(earlier),
        "in_all": in_all,
        "house": house,
        "stop_url": stop,
        "municipality": notice.municipality.name,
    }
    send_mail_later(
        to=person.email,
        subject=_("%(municipality)s: %(label)s")
        % {"municipality": notice.municipality.short_name, "label": notice.label},
        text=render_to_string("notices/mail/notice.txt", words).strip() + "\n",
        headers={
            "List-Unsubscribe": f"<{stop}>",  # RFC 2369
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        },
    )


def _house(municipality: Municipality) -> str:
    """The web address that letters from a municipality lead to, without a slash at its end."""
    scheme = "https" if settings.IS_HTTPS else "http"
    port = f":{settings.PORT_IN_LINKS}" if settings.PORT_IN_LINKS else ""
    return f"{scheme}://{primary_host(municipality) or 'localhost'}{port}"


@transaction.atomic
def mark_read(*, by: Person, municipality: Municipality, notice: Notice | None = None) -> int:
    """Mark one notice, or all of them, as read; say how many that were new."""
    unread = Notice.objects.of(municipality).filter(person=by, read_at=None)
    if notice is not None:
        unread = unread.filter(pk=notice.pk)
    return int(unread.update(read_at=timezone.now()))


@transaction.atomic
def choose_limits(*, by: Person, mail: str, mails_a_week: int) -> Limits:
    """Choose when e-mail is sent, and how many at most."""
    chosen = {"mail": mail, "mails_a_week": mails_a_week}
    limits, _is_new = Limits.objects.update_or_create(person=by, defaults=chosen)
    return limits


def unsubscribe(*, token: str) -> None:
    """Send no more e-mail to whoever the token of an e-mail stands for.

    Refuses with LinkIsNotValid.
    """
    person = unsubscribing.person_of(token)
    with transaction.atomic():
        Limits.objects.update_or_create(person=person, defaults={"mail": Limits.Mail.NEVER})


def forget(person: Person) -> None:
    """Delete what was told to somebody who deletes their account."""
    Notice.objects.filter(person=person).delete()
    Limits.objects.filter(person=person).delete()
