"""SQLite as Django knows it, with less waiting and less work.

SQLite lets one write at a time. The others sleep, longer each time, up to a tenth of a second, and
find the database idle when they wake (sqlite3.c, sqliteDefaultBusyCallback). A write here takes two
thousandths of a second, so we look again every quarter of that. Of each process one thread looks,
and the others wait behind it: however many there are, nobody is passed by for long.
"""

import sqlite3
import threading
import time
from functools import lru_cache
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

PAUSE = 0.0005  # seconds
QUEUE = threading.Lock()  # whoever holds it looks


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that puts SQL into SQLite’s own words once, and not each time it is asked."""

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        """Say a question as SQLite takes it."""
        if param_names is None:
            return _in_its_words(query)
        return str(super().convert_query(query, param_names=param_names))


@lru_cache(maxsize=500)
def _in_its_words(query: str) -> str:
    """Write %s as ?, and %% as %."""
    return str(base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded database."""

    def create_cursor(self, name: str | None = None) -> Any:
        """Make a cursor."""
        return self.connection.cursor(factory=Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        """Begin a transaction as soon as nobody else writes.

        Raises OperationalError where that takes longer than the timeout of the settings.
        """
        patience = self.settings_dict["OPTIONS"].get("timeout", 5)  # seconds; 5 is sqlite3’s own
        until = time.monotonic() + patience
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            with QUEUE:
                while not self._begins(until):
                    time.sleep(PAUSE)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {round(1000 * patience)}")

    def _begins(self, until: float) -> bool:
        """Try to begin, and say whether it went; past the last moment the fault is raised."""
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except OperationalError as fault:
            if not _is_busy(fault) or time.monotonic() > until:
                raise
            return False
        return True


def _is_busy(fault: OperationalError) -> bool:
    """Whether somebody else writes, and nothing is wrong."""
    cause = fault.__cause__
    return (
        isinstance(cause, sqlite3.OperationalError)
        and cause.sqlite_errorcode == sqlite3.SQLITE_BUSY
    )
