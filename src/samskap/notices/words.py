"""The words of letters: put together when they are sent, in the language of whoever reads them."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import primary_host
from samskap.notices import unsubscribing
from samskap.notices.models import Letter, Notice

MOST_LISTED = {"notice": 10, "digest": 30}  # labels in one letter
SMS_CHARACTERS = 300  # about two messages’ worth


@dataclass(frozen=True, kw_only=True)
class Mail:
    """What one e-mail says."""

    subject: str
    text: str
    headers: dict[str, str]


class Words:
    """Finds the words of letters, and asks for the address of each municipality only once."""

    def __init__(self) -> None:
        self._house_of: dict[int, str] = {}

    def house_of(self, municipality: Municipality) -> str:
        """The address that letters from a municipality lead to, without a slash at its end."""
        if municipality.pk not in self._house_of:
            self._house_of[municipality.pk] = house_of(municipality)
        return self._house_of[municipality.pk]

    def mail_of(self, letter: Letter) -> Mail:
        """Say what an e-mail says: one notice with those held back before it, or a digest."""
        kind, _colon, key = letter.cause.partition(":")
        told = list(letter.notices.all())
        first = next((each for each in told if kind == "notice" and str(each.pk) == key), None)
        rest = [each for each in told if each is not first and each.read_at is None]
        house = self.house_of(letter.municipality)
        stop = house + unsubscribing.path_for(letter.person)
        with translation.override(letter.person.language_in(letter.municipality)):
            words = {
                "notice": first,
                "listed": rest[: MOST_LISTED[kind]],
                "more": max(len(rest) - MOST_LISTED[kind], 0),
                "house": house,
                "stop_url": stop,
                "municipality": letter.municipality.name,
            }
            text = render_to_string(f"notices/mail/{kind}.txt", words).strip() + "\n"
            subject = _("%(municipality)s: %(label)s") % {
                "municipality": letter.municipality.short_name,
                "label": first.label if first else _news(len(rest)),
            }
        return Mail(
            subject=" ".join(subject.split()),  # a header is one line
            text=text,
            headers={
                "Auto-Submitted": "auto-generated",
                "List-Unsubscribe": f"<{stop}>",  # RFC 2369
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
            },
        )

    def sms_of(self, letter: Letter) -> str:
        """Say what an SMS says: who writes, what happened, where to read more."""
        notice: Notice = letter.notices.all()[0]
        link = self.house_of(letter.municipality) + notice.path
        said = f"{letter.municipality.short_name}: {notice.label}"
        return f"{said[: SMS_CHARACTERS - len(link) - 1]}\n{link}"


def _news(count: int) -> str:
    """Say how much a digest tells."""
    return ngettext("%(n)s thing for you", "%(n)s things for you", count) % {"n": count}


def house_of(municipality: Municipality) -> str:
    """The web address that letters from a municipality lead to, without a slash at its end."""
    scheme = "https" if settings.IS_HTTPS else "http"
    port = f":{settings.PORT_IN_LINKS}" if settings.PORT_IN_LINKS else ""
    return f"{scheme}://{primary_host(municipality) or 'localhost'}{port}"
