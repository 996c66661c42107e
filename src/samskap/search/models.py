"""What is kept so that things are found: stems, and how far they are true."""

from datetime import datetime
from typing import ClassVar
from zlib import crc32

from django.db import models

from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned

OWN_BITS = 30  # of a place; the rest are the seconds since 1970
LATEST_SECOND = 2**33 - 1  # the year 2242


class Entry(Owned):
    """The stems of one thing that everybody may read.

    Its place is when the thing came, in seconds, and then a part of its own: so both databases hand
    out the newest first without sorting.
    """

    place = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=20, help_text="what it is, e.g. idea")
    key = models.PositiveBigIntegerField(help_text="the number of what can be found")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, null=True, related_name="+", db_index=False
    )
    words = models.TextField(help_text="stems and marks, see `search.marks`")
    seal = models.BigIntegerField(
        null=True, editable=False, help_text="what it was made of, see `search.marks`"
    )

    personal_fields: ClassVar = frozenset({"words"})
    open_fields: ClassVar = frozenset(
        {"municipality", "place", "kind", "key", "initiative", "seal"}
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="entry_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


def place_of(kind: str, key: int, at: datetime) -> int:
    """The place that a thing is wished: two things of one second hardly ever wish the same."""
    second = min(max(int(at.timestamp()), 0), LATEST_SECOND)
    own: int = crc32(f"{kind}:{key}".encode()) % 2**OWN_BITS
    return (second << OWN_BITS) + own


class Bookmark(models.Model):
    """How far in the memory of what happened the entries are true; there is one."""

    happening = models.PositiveBigIntegerField(default=0, help_text="the last line that was read")
    read_whole_at = models.DateTimeField(
        null=True, help_text="when everything that can be found was last read"
    )

    personal_fields: ClassVar = frozenset[str]()
    open_fields: ClassVar = frozenset({"happening", "read_whole_at"})

    def __str__(self) -> str:
        return f"up to {self.happening}"
