"""Reading an e-mail as it came: who wrote it, where they are reached, when, and what it says.

Nothing else of it is kept: not to whom else it went, nor by which way it came.
"""

from __future__ import annotations

import re
from binascii import Error as BrokenBase64
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from html import unescape
from zoneinfo import ZoneInfo

import nh3

# What mail programs call the headers that we read, in the languages of those who write here.
NAMES = {
    "From": ("from", "fra", "frå", "från"),
    "Date": ("date", "dato", "datum", "sent", "sendt", "skickat"),
    "Subject": ("subject", "emne", "ämne"),
}
NAME_OF = {said: name for name, names in NAMES.items() for said in names}
HEADER = re.compile(r"[^\W\d_][\w-]*\s*:")
FOLD = re.compile(r"\n(?=[ \t])")
ADDRESS = re.compile(r"[^\s<>\[\]()\"',;:]+@[^\s<>\[\]()\"',;:]+")
MONTHS = "jan feb mar apr ma[ijy] jun jul aug sep o[ck]t nov de[cs]".split()
DAY_FIRST = re.compile(r"\b(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b")
MONTH_FIRST = re.compile(r"\b([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b")
IN_NUMBERS = re.compile(r"\b(\d{1,2})[.-](\d{1,2})[.-](\d{4})\b")
YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
BREAKS = set("p br div tr li h1 h2 h3 h4 blockquote".split())
BREAK = re.compile(r"</?[a-z1-4]+>")  # cleaned, a tag has no attributes
UNREAD = {"script", "style", "title"}
MOST_PARTS = 2000  # boundaries in a file: nobody’s mail has so many, and each takes time to read
LONGEST = 1000  # characters of a header; what is longer was not written by a person


class NoMail(Exception):
    """What was sent is not an e-mail that can be read."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What a hearing asks for of an e-mail.

    day          the day it was sent, where it is read; None where its date cannot be understood
    attachments  how many files came with it; they are not taken along
    """

    name: str
    address: str
    day: date | None
    text: str
    attachments: int = 0


def mail_in_file(sent: bytes, zone: str) -> Mail:
    """Read a file in which a mail program saved an e-mail (.eml).

    Raises NoMail where it does not say from whom it is, or says nothing else.
    """
    if sent.count(b"\n--") > MOST_PARTS:
        raise NoMail
    try:
        message = message_from_bytes(sent)
        head = {name: _decoded(value) for name, value in _raw_headers(message).items()}
        text, attachments = _words_of(message)
    except RecursionError as problem:  # messages within messages, without end
        raise NoMail from problem
    if "From" not in head or not (text or head.get("Subject")):
        raise NoMail
    return _mail(head, text, attachments, zone)


def mail_in_words(pasted: str, zone: str) -> Mail | None:
    """Read an e-mail that was pasted with its headers; None where the words have no such head.

    A head has a sender and a day or a subject, at the very beginning. Copied from the window of a
    mail program it has the words of that program; copied as its source, those of the standard.
    """
    lines = pasted.strip().splitlines()
    ends = next((at for at, line in enumerate(lines) if not _is_of_head(line)), len(lines))
    head: dict[str, str] = {}
    source: list[str] = []  # what says how the words are written down
    for line in FOLD.sub(" ", "\n".join(lines[:ends])).splitlines():
        name, _colon, value = line.partition(":")
        if known := NAME_OF.get(name.strip().lower()):
            head.setdefault(known, _decoded(value.strip()))
        elif name.lower().startswith("content-"):
            source.append(line)
    if "From" not in head or len(head) < 2:
        return None
    body = "\n".join([*source, "", *lines[ends:]]).encode("utf-8", "replace")
    try:
        text, attachments = _words_of(message_from_bytes(body))
    except RecursionError:
        return None
    return _mail(head, text, attachments, zone)


def _is_of_head(line: str) -> bool:
    """Whether a line is a header, or goes on from the one above."""
    goes_on = line[:1] in (" ", "\t") and bool(line.strip())
    return goes_on or HEADER.match(line) is not None


def _mail(head: dict[str, str], text: str, attachments: int, zone: str) -> Mail:
    """Put together what was read; the subject stands above the words."""
    sender = head["From"]
    found = ADDRESS.search(sender)
    address = found.group().removeprefix("mailto:") if found else ""
    name = re.sub(r"[<\[(].*", "", sender).strip(" \t\"'")
    subject = head.get("Subject", "")
    return Mail(
        name="" if "@" in name else name,
        address=address,
        day=day_in(head.get("Date", ""), zone),
        text="\n\n".join(filter(None, [subject, text.strip()])),
        attachments=attachments,
    )


def day_in(words: str, zone: str) -> date | None:
    """The day that a mail says it was sent, where it is read; None where nobody can be sure.

    zone  of those who read: a mail sent late at night abroad came the next day
    """
    try:
        sent = parsedate_to_datetime(words)
        return sent.astimezone(ZoneInfo(zone)).date() if sent.tzinfo else sent.date()
    except OverflowError:  # a day before the first or after the last that there is
        return None
    except ValueError:
        return _day_in_words(words.lower())


def _day_in_words(words: str) -> date | None:
    """A day as the window of a mail program says it: “fredag 20. november 2026 10:15”."""
    if found := YEAR_FIRST.search(words):
        year, month, day = found.groups()
    elif (found := IN_NUMBERS.search(words)) or (found := DAY_FIRST.search(words)):
        day, month, year = found.groups()
    elif found := MONTH_FIRST.search(words):
        month, day, year = found.groups()
    else:
        return None
    if not month.isdecimal():
        month = next((n for n, name in enumerate(MONTHS, 1) if re.fullmatch(name, month)), 0)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _raw_headers(message: Message) -> dict[str, str]:
    """The first of each header that we read, as UTF-8 where it is not written in ASCII."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        key = str(name).title()
        if key in NAMES:
            as_sent = str(value).encode("utf-8", "surrogateescape")
            found.setdefault(key, " ".join(as_sent.decode("utf-8", "replace").split()))
    return found


def _decoded(value: str) -> str:
    """A header as people read it; as it stands where it is written in no way we know."""
    value = value[:LONGEST]
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, UnicodeError, BrokenBase64):
        return value


def _words_of(message: Message) -> tuple[str, int]:
    """The words of a message, plain before HTML, and how many other files are in it."""
    plain = html = None
    attachments = 0
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        is_file = part.get_content_disposition() == "attachment" or bool(part.get_filename())
        if is_file or not kind.startswith("text/"):
            attachments += 1
        elif kind == "text/html":
            html = html or _without_tags(_text_of(part))
        else:
            plain = plain or _text_of(part)
    return (plain or html or "").strip(), attachments


def _text_of(part: Message) -> str:
    """The words of one part: UTF-8 where they can be, else as it says they are written."""
    sent = part.get_payload(decode=True)
    written = sent if isinstance(sent, bytes) else b""
    for charset in ("utf-8", part.get_content_charset() or "latin-1"):
        try:
            return written.decode(charset).replace("\r\n", "\n").replace("\0", "")
        except (UnicodeDecodeError, LookupError):
            continue
    return written.decode("latin-1").replace("\r\n", "\n").replace("\0", "")


def _without_tags(html: str) -> str:
    """The words of an HTML part, a line for each paragraph, without what is a program."""
    bare = nh3.clean(html, tags=BREAKS, attributes={}, clean_content_tags=UNREAD)
    lines = (" ".join(unescape(line).split()) for line in BREAK.split(bare))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
