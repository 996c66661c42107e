"""The outbox of a machine that sends no mail: each message becomes a file that can be opened."""

import os
import time
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage as Letter
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage


def letters(folder: Path, *, newer_than: str = "") -> Iterator[tuple[str, Letter]]:
    """Read the letters in an outbox, oldest first, each with the name of its file."""
    for path in sorted(folder.glob("*.eml")):
        if path.name > newer_than:
            letter = message_from_bytes(path.read_bytes(), policy=policy.default)
            yield path.name, letter


class Outbox(BaseEmailBackend):
    """Puts mail into the folder EMAIL_FILE_PATH, one .eml file for each letter."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each letter whole, or not at all."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for number, message in enumerate(email_messages):
            name = f"{time.time_ns():020d}-{os.getpid()}-{number}"
            beside = folder / f"{name}.new"
            beside.write_bytes(message.message().as_bytes())
            beside.rename(folder / f"{name}.eml")
        return len(email_messages)
