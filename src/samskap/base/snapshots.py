"""Reading a great deal as it stood at one moment, without keeping anybody from writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction


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
    # The house begins its transactions as writers; this one never writes. Pages of the file that
    # are mapped into memory would be counted as ours, all the way through a large one.
    usual = here.transaction_mode
    here.transaction_mode = "DEFERRED"
    try:
        with here.cursor() as cursor:
            (mapped,) = cursor.execute("PRAGMA mmap_size").fetchone() or (0,)
            cursor.execute("PRAGMA mmap_size = 0")
        try:
            with transaction.atomic():
                yield
        finally:
            with here.cursor() as cursor:
                cursor.execute(f"PRAGMA mmap_size = {mapped}")
    finally:
        here.transaction_mode = usual
