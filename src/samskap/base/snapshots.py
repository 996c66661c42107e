"""Reading a great deal as it stood at one moment, without keeping anybody from writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

SMALL = {"mmap_size": 0, "cache_size": -4096}  # bytes; kibibytes where negative


@contextmanager
def one_moment() -> Iterator[None]:
    """Let everything that is read within be as it stood when it was first read.

    Whoever writes meanwhile is not kept waiting. Within a transaction of the caller’s nothing
    changes: that one decides what is seen.
    """
    here: Any = connections[DEFAULT_DB_ALIAS]
    if here.in_atomic_block:
        yield
        return
    if here.vendor == "postgresql":
        with transaction.atomic(), here.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # The house begins its transactions as writers; this one never writes. What is read once need
    # not be kept: pages of a large file would fill the memory.
    usual = here.transaction_mode, {name: _pragma(here, name) for name in SMALL}
    here.transaction_mode = "DEFERRED"
    for name, size in SMALL.items():
        _pragma(here, name, size)
    try:
        with transaction.atomic():
            yield
    finally:
        here.transaction_mode, sizes = usual
        for name, size in sizes.items():
            _pragma(here, name, size)


def _pragma(here: Any, name: str, value: int | None = None) -> int:
    """Read how SQLite is set, or set it."""
    with here.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}" if value is None else f"PRAGMA {name} = {value}")
        found = cursor.fetchone()
    return int(found[0]) if found else 0
