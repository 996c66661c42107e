"""Structured logs: one JSON object a line, and nothing about any person."""

import json
import logging
import re
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

request_id: ContextVar[str] = ContextVar("request_id", default="")

# What a library may put into a message: e-mail and network addresses, codes to sign in, and the
# digits of a telephone, an account or a person. Years and the keys of rows stay.
PERSONAL = re.compile(
    r"""
      [\w.+'-]+ (?:@|%40) [\w-]+ (?:\.[\w-]+)*
    | \b (?:\d{1,3}\.){3} \d{1,3} \b
    | (?<![\w:]) (?: (?:[0-9a-f]{1,4}:){3,7} [0-9a-f]{1,4} | [0-9a-f:]* :: [0-9a-f:]* ) (?![\w:])
    | \b \d{3} - \d{3} - \d{3} \b
    | \+? \b \d{2} (?:[ ]? \d){6,} \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


QUOTED = re.compile(r'".*"', re.DOTALL)


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

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging’s
        """Tell a fault and what caused it, without the rows that a database repeats."""
        return "\n".join(_told(ei[1])) if ei[1] else ""


def _told(fault: BaseException) -> Iterator[str]:
    """Tell a fault and what led to it, as Python does: the first cause first."""
    chain = [fault]
    while (cause := _cause_of(chain[-1])) is not None and cause not in chain:
        chain.append(cause)
    for each in reversed(chain):
        yield "Traceback (most recent call last):"
        yield "".join(traceback.format_tb(each.__traceback__)).rstrip()
        yield f"{type(each).__qualname__}: {_words_of(each)}"


def _cause_of(fault: BaseException) -> BaseException | None:
    """What led to a fault, unless it was left out on purpose."""
    is_told = fault.__cause__ is not None or fault.__suppress_context__
    return fault.__cause__ if is_told else fault.__context__


def _words_of(fault: BaseException) -> str:
    """What a fault says; of the database only what is wrong, never with what.

    PostgreSQL adds a DETAIL with the whole row, and repeats a value that it cannot read. Django and
    every driver call their faults the same (PEP 249).
    """
    names = {kind.__name__ for kind in type(fault).__mro__}
    says = str(fault)
    if "DatabaseError" in names:
        says = says.partition("\n")[0]
    return QUOTED.sub("“…”", says) if "DataError" in names else says


def without_people(said: str) -> str:
    """Blank what could point at a person."""
    return PERSONAL.sub("[hidden]", said)
