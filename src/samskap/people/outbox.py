"""Reads the outbox of a demonstration, where mail becomes files instead of leaving the machine."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One mail, as far as a reader needs it."""

    to: str
    subject: str
    text: str
    at: datetime | None


def newest(most: int) -> list[Letter]:
    """Read the newest letters, the last one first."""
    paths = sorted(Path(settings.EMAIL_FILE_PATH).glob("*.eml"), reverse=True)[:most]
    return [_read(path) for path in paths]


def _read(path: Path) -> Letter:
    """Read one letter from its file."""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = message.get_body(("plain",))
    date = message["Date"]
    return Letter(
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=str(body.get_content()) if body else "",
        at=parsedate_to_datetime(date) if date else None,
    )
