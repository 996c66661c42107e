"""Posting to an address that somebody wrote: only https, no redirect, and little is read."""

from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from samskap.base.outward import LeadsWithin, line_to, open_address_of
from samskap.webhooks.errors import AddressIsNotSafe, AddressIsWithin

MOST_READ = 4096  # bytes of an answer
AGENT = "Samskap-Webhooks/1"


@dataclass(frozen=True)
class Answer:
    """What came back: a status, or why there was none."""

    status: int | None
    fault: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has the message."""
        return self.status is not None and 200 <= self.status < 300


def post(url: str, body: str, headers: dict[str, str]) -> Answer:
    """Post one message; whatever goes wrong on the way is an answer too."""
    sent = {"Content-Type": "application/json", "User-Agent": AGENT, "Connection": "close"}
    try:
        parts = parts_of(url)
        target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        with line_to(parts, stay_here=settings.WEBHOOKS_STAY_HERE) as line:
            line.request("POST", target, body.encode(), sent | headers)
            with line.getresponse() as answer:
                answer.read(MOST_READ)
        return Answer(answer.status)
    except (AddressIsNotSafe, OSError, HTTPException, ValueError) as fault:
        return Answer(None, type(fault).__name__)


def parts_of(url: str) -> SplitResult:
    """Read an address. Refuses with AddressIsNotSafe."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressIsNotSafe from None
    schemes = {"https", "http"} if settings.WEBHOOKS_STAY_HERE else {"https"}
    if parts.scheme not in schemes or not parts.hostname or "@" in parts.netloc or port == 0:
        raise AddressIsNotSafe
    if any(not each.isprintable() or each.isspace() for each in url):
        raise AddressIsNotSafe
    return parts


def see_that_it_leads_out(url: str) -> None:
    """Refuse an address that is not safe, or leads nowhere public.

    Refuses with AddressIsNotSafe or AddressIsWithin.
    """
    try:
        open_address_of(parts_of(url), stay_here=settings.WEBHOOKS_STAY_HERE)
    except LeadsWithin:
        raise AddressIsWithin from None
