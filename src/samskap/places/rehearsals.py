"""Keeps what was read from a file between its rehearsal and its import, in the page itself.

The page carries it signed and packed, so that no other process, disk or session has to hold it.
"""

from datetime import date
from typing import Any

from django.core import signing

from samskap.municipalities.models import Municipality
from samskap.places.errors import RehearsalIsTooOld
from samskap.places.formats.counts import Count

LASTS = 24 * 60 * 60  # seconds


def pack(what: str, kept: dict[str, Any], municipality: Municipality) -> str:
    """Sign what was rehearsed, for one municipality."""
    return signing.dumps([municipality.pk, kept], salt=f"places.{what}", compress=True)


def unpack(what: str, token: str, municipality: Municipality) -> dict[str, Any]:
    """Read what was rehearsed for this municipality.

    Raises RehearsalIsTooOld, for a forged one too.
    """
    try:
        owner, kept = signing.loads(token, salt=f"places.{what}", max_age=LASTS)
    except signing.BadSignature as problem:
        raise RehearsalIsTooOld from problem
    if owner != municipality.pk:
        raise RehearsalIsTooOld
    return dict(kept)


def counts_as_rows(counts: list[Count]) -> list[list[Any]]:
    """Write counts so that JSON can carry them."""
    return [
        [c.code, c.on.isoformat(), c.sex, c.age_from, c.age_to, c.persons, c.row] for c in counts
    ]


def rows_as_counts(rows: list[list[Any]]) -> list[Count]:
    """Read counts back."""
    return [Count(code, date.fromisoformat(on), *facts) for code, on, *facts in rows]
