"""Memory that may be lost, shared by all processes: counts of how often, and pages kept ready."""

import pickle
import sqlite3
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction

SCHEMA = """
    PRAGMA journal_mode=WAL;
    PRAGMA synchronous=NORMAL;
    CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value, ends_at REAL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS kept_ends_at ON kept (ends_at);
"""
SET = """
    INSERT INTO kept VALUES (:key, :value, :ends_at)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at
"""
ADD = SET + " WHERE kept.ends_at <= :now"
TIDY_EVERY = 200  # writes of one process
FOR_EVER = 1e18  # seconds; later than any clock


class SharedFileCache(BaseCache):
    """A cache in a file beside the embedded database, for all processes of one machine.

    A write to the database of the house waits until it lies on the disk; a count of how often
    someone posts need not. So the cache has a file of its own, which does not wait. Counting is
    one statement: parallel requests cannot slip past a limit.
    """

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.path = Path(location)
        self.mine = threading.local()
        self.written = 0

    @property
    def file(self) -> sqlite3.Connection:
        """The connection of this thread."""
        opened: sqlite3.Connection | None = getattr(self.mine, "file", None)
        if opened is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            opened = sqlite3.connect(self.path, timeout=10, isolation_level=None)
            opened.executescript(SCHEMA)
            self.mine.file = opened
        return opened

    def close(self, **named: Any) -> None:
        """Keep the connection between requests."""

    def ends_at(self, timeout: Any) -> float:
        """Turn a timeout into the moment at which a value is no longer kept."""
        moment = self.get_backend_timeout(timeout)
        return FOR_EVER if moment is None else float(moment)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Return what is kept, or the default."""
        found = self.get_many([key], version)
        return found.get(key, default)

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        """Return what is kept of many, in one look."""
        key_of = {self.make_and_validate_key(key, version=version): key for key in keys}
        marks = ",".join("?" * len(key_of))
        rows = self.file.execute(
            f"SELECT key, value FROM kept WHERE key IN ({marks}) AND ends_at > ?",  # noqa: S608
            [*key_of, time.time()],
        )
        return {key_of[key]: _read(value) for key, value in rows}

    def set(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep a value."""
        self._write(SET, key, value, timeout, version)

    def add(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value unless there is one, and say whether it was kept."""
        return self._write(ADD, key, value, timeout, version)

    def _write(
        self, statement: str, key: Any, value: Any, timeout: Any, version: int | None
    ) -> bool:
        self.written += 1
        if self.written % TIDY_EVERY == 0:
            self.tidy()
        named = {
            "key": self.make_and_validate_key(key, version=version),
            "value": _written(value),
            "ends_at": self.ends_at(timeout),
            "now": time.time(),
        }
        return self.file.execute(statement, named).rowcount == 1

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Add to a number that is kept and return it, in one step."""
        made = self.make_and_validate_key(key, version=version)
        row = self.file.execute(
            "UPDATE kept SET value = value + ? WHERE key = ? AND ends_at > ? RETURNING value",
            [delta, made, time.time()],
        ).fetchone()
        if row is None:
            raise ValueError(f"Nothing is kept under “{key}”.")
        return int(row[0])

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value for longer, and say whether there was one."""
        made = self.make_and_validate_key(key, version=version)
        changed = self.file.execute(
            "UPDATE kept SET ends_at = ? WHERE key = ? AND ends_at > ?",
            [self.ends_at(timeout), made, time.time()],
        )
        return changed.rowcount == 1

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value, and say whether there was one."""
        made = self.make_and_validate_key(key, version=version)
        gone = self.file.execute(
            "DELETE FROM kept WHERE key = ? RETURNING ends_at > ?", [made, time.time()]
        ).fetchone()
        return bool(gone and gone[0])

    def has_key(self, key: Any, version: int | None = None) -> bool:
        """Say whether something is kept."""
        return bool(self.get_many([key], version))

    def clear(self) -> None:
        """Forget everything."""
        self.file.execute("DELETE FROM kept")

    def tidy(self) -> None:
        """Drop what has ended, and where there is still too much, what ends first."""
        self.file.execute("DELETE FROM kept WHERE ends_at <= ?", [time.time()])
        (many,) = self.file.execute("SELECT count(*) FROM kept").fetchone()
        if many > self._max_entries:
            self.file.execute(
                "DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY ends_at LIMIT ?)",
                [many - self._max_entries * 3 // 4],
            )


def _written(value: Any) -> Any:
    """Keep whole numbers as they are, so that the database can count; the rest as bytes."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63:
        return value
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _read(value: Any) -> Any:
    """Read what `_written` wrote; the file is ours alone."""
    return value if isinstance(value, int) else pickle.loads(value)  # noqa: S301


class SharedTableCache(DatabaseCache):
    """Django’s cache in the database, counting right when two count at once.

    For PostgreSQL without a cache server: several machines share it.
    """

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Add to a number that is kept and return it; a second one waits meanwhile."""
        made = self.make_and_validate_key(key, version=version)
        alias = router.db_for_write(self.cache_model_class)
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            table = connections[alias].ops.quote_name(self._table)  # type: ignore[attr-defined]
            lock = "FOR UPDATE" if connections[alias].features.has_select_for_update else ""
            cursor.execute(f"SELECT 1 FROM {table} WHERE cache_key = %s {lock}", [made])  # noqa: S608
            return super().incr(key, delta, version)
