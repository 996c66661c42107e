"""Mail: put into the queue with what caused it, sent by the worker, tried until it is taken."""

import smtplib
from collections.abc import Mapping, Sequence
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django_tasks import task

from samskap.base.queue.engine import NoUseRetrying

FOR_GOOD = 500  # from here on, an SMTP code says that trying again is no use (RFC 5321, 4.2.1)


def send_mail_later(
    to: str | Sequence[str],
    subject: str,
    text: str,
    html: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Send mail once the caller’s transaction stands; nothing is sent when it is rolled back.

    Each address gets a message of its own: nobody sees who else got it, and one that cannot be
    reached keeps none from the others. The message’s own number is chosen now, so that a mail
    program shows it once even where it was sent twice.
    """
    sender_host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    for address in [to] if isinstance(to, str) else to:
        deliver.enqueue(
            to=address,
            subject=" ".join(subject.split()),  # a header is one line
            text=text,
            html=html,
            headers={
                "Message-ID": make_msgid(domain=sender_host),
                "Auto-Submitted": "auto-generated",
                **(headers or {}),
            },
        )


@task()
def deliver(to: str, subject: str, text: str, html: str | None, headers: dict[str, str]) -> None:
    """Hand one message to the mail server."""
    message = EmailMultiAlternatives(subject, text, to=[to], headers=headers)
    if html:
        message.attach_alternative(html, "text/html")
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _said in refused.recipients.values()]
        if min(codes, default=0) >= FOR_GOOD:
            # Raised without its cause: that one names the address.
            raise NoUseRetrying(f"The mail server refuses the address ({codes[0]}).") from None
        raise
