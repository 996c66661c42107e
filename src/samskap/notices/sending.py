"""Sending letters: each once, tried until the server has taken it.

A worker takes its letters for a while, so that no other sends them meanwhile, and marks each one
as soon as it is taken. Where a worker is killed between those two, the copy that follows carries
the same Message-ID, by which mail programs know it.
"""

import logging
import smtplib
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django_tasks import task

from samskap.base.mail import FOR_GOOD
from samskap.notices import sms
from samskap.notices.models import Letter, Limits, Notice
from samskap.notices.words import Words

log = logging.getLogger(__name__)

A_LETTER_TAKES = timedelta(seconds=2)  # at most, when all is well
A_PAUSE_OF = timedelta(seconds=60)  # as long as the queue waits for a worker that fell silent


class SomeAreLeft(Exception):
    """Some letters could not be sent yet; the queue tries again."""


@task()
def send_letters(keys: list[int]) -> None:
    """Take these letters, send them over one connection, and let go of what is left.

    Those that are sent already are not sent again.
    """
    taken = _take(keys)
    try:
        letters = list(_with_all(taken))
        mails = [each for each in letters if each.carrier == Letter.Carrier.MAIL]
        _send_mails(mails)
        for letter in letters:
            if letter.carrier == Letter.Carrier.SMS:
                _send_sms(letter)
    finally:
        Letter.objects.waiting().filter(pk__in=taken).update(taken_until=None)
    if left := Letter.objects.waiting().filter(pk__in=keys).count():
        raise SomeAreLeft(f"{left} of {len(keys)}")


def _take(keys: list[int]) -> list[int]:
    """Take those of the letters that wait and that nobody else is busy with."""
    now = timezone.now()
    until = now + A_PAUSE_OF + len(keys) * A_LETTER_TAKES
    with transaction.atomic():
        free = Letter.objects.waiting().free_at(now).filter(pk__in=keys)
        mine = list(free.select_for_update().values_list("pk", flat=True))
        Letter.objects.filter(pk__in=mine).update(taken_until=until)
    return mine


def _with_all(keys: list[int]) -> Iterable[Letter]:
    """The letters with everything their words need, whatever their number, in two questions."""
    told = Notice.objects.order_by("-pk")
    return (
        Letter.objects.filter(pk__in=keys)
        .select_related("person__limits", "municipality")
        .prefetch_related(Prefetch("notices", queryset=told))
        .order_by("pk")
    )


def _send_mails(letters: list[Letter]) -> None:
    """Hand letters to the mail server, one connection for all of them."""
    if not letters:
        return
    server = get_connection()
    words = Words()
    try:
        for letter in letters:
            if not _is_wanted(letter):
                _end(letter, Letter.Outcome.DROPPED)
                continue
            _send_mail(letter, words, server)
    finally:
        server.close()


def _is_wanted(letter: Letter) -> bool:
    """Whether the person still wants e-mail, and has not read all of a digest here meanwhile."""
    limits: Limits | None = getattr(letter.person, "limits", None)
    if not letter.person.is_active or (limits and limits.mail == Limits.Mail.NEVER):
        return False
    is_digest = letter.cause.startswith("digest:")
    return not is_digest or any(notice.read_at is None for notice in letter.notices.all())


def _send_mail(letter: Letter, words: Words, server: BaseEmailBackend) -> None:
    """Hand one letter to the mail server.

    What the server refuses for good is marked so; what it refuses for now is left for the next
    try; where it cannot be reached at all, the fault goes through and all that is left waits.
    """
    said = words.mail_of(letter)
    message = EmailMultiAlternatives(
        subject=said.subject,
        body=said.text,
        to=[letter.person.email],
        headers={**said.headers, "Message-ID": _message_id(letter)},
        connection=server,
    )
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as refused:
        if _code_of(refused) >= FOR_GOOD:
            _end(letter, Letter.Outcome.REFUSED)
            log.warning("A letter was refused.", extra={"facts": {"code": _code_of(refused)}})
        return
    _end(letter, Letter.Outcome.SENT)


def _code_of(refused: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> int:
    """The number with which a mail server says no (RFC 5321, 4.2.1)."""
    if isinstance(refused, smtplib.SMTPDataError):
        return int(refused.smtp_code)
    return min((code for code, _said in refused.recipients.values()), default=0)


def _message_id(letter: Letter) -> str:
    """The letter’s own number: the same each time it is sent."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    return f"<{letter.number.hex}@{host}>"


def _send_sms(letter: Letter) -> None:
    """Hand one SMS to the gateway."""
    limits: Limits | None = getattr(letter.person, "limits", None)
    if not (limits and limits.phone and letter.person.is_active):
        _end(letter, Letter.Outcome.DROPPED)
        return
    try:
        sms.send(to=limits.phone, text=Words().sms_of(letter), reference=letter.number.hex)
    except sms.SmsRefused:
        _end(letter, Letter.Outcome.REFUSED)
    else:
        _end(letter, Letter.Outcome.SENT)


def _end(letter: Letter, outcome: Letter.Outcome) -> None:
    """Write down how a letter ended, at once, so that it is never sent again."""
    Letter.objects.filter(pk=letter.pk).update(
        outcome=outcome, ended_at=timezone.now(), taken_until=None
    )
