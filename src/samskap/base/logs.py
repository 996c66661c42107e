"""Structured logs: one JSON object a line, and nothing about any person."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("request_id", default="")

# What a library may put into a message: e-mail and network addresses, and the digits of a
# telephone, an account or a person. Years and the keys of rows stay.
PERSONAL = re.compile(
    r"""
      [\w.+'-]+ (?:@|%40) [\w-]+ (?:\.[\w-]+)*
    | \b (?:\d{1,3}\.){3} \d{1,3} \b
    | (?<![\w:]) (?: (?:[0-9a-f]{1,4}:){3,7} [0-9a-f]{1,4} | [0-9a-f:]* :: [0-9a-f:]* ) (?![\w:])
    | \+? \b \d{2} (?:[ ]? \d){6,} \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON.

    `extra={"facts": {…}}` adds facts; they are numbers and names of things, never of people.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Turn a record into its line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "says": without_people(record.getMessage()),
        }
        if asked := request_id.get():
            line["request"] = asked
        line.update(getattr(record, "facts", {}))
        if record.exc_info:
            line["trace"] = without_people(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def without_people(said: str) -> str:
    """Blank what could point at a person."""
    return PERSONAL.sub("[hidden]", said)
