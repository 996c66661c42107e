"""Writers of the embedded database take turns, and whoever waits too long is told."""

import contextlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections

from samskap.base.sqlite.base import DatabaseWrapper

pytestmark = pytest.mark.django_db  # though the file is another one
MODE = {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL"}


@contextlib.contextmanager
def writer(file: Path, patience: float = 20) -> Iterator[DatabaseWrapper]:
    """A connection of its own, for as long as the block lasts."""
    usual = connections.settings[DEFAULT_DB_ALIAS]
    options = {**MODE, "timeout": patience}
    one = DatabaseWrapper({**usual, "NAME": str(file), "OPTIONS": options}, "turns")
    try:
        yield one
    finally:
        one.close()


@contextlib.contextmanager
def its_turn(one: DatabaseWrapper) -> Iterator[None]:
    """A transaction as the framework begins and ends it."""
    one.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    try:
        yield
    finally:
        one.commit()
        one.set_autocommit(True)


def write(one: DatabaseWrapper, sql: str, *given: int) -> int:
    with one.cursor() as cursor:
        cursor.execute(sql, given)
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def test_all_who_write_at_once_get_their_turn(tmp_path):
    file = tmp_path / "turns.sqlite3"
    with writer(file) as one:
        write(one, "CREATE TABLE turns (taken integer)")
        write(one, "INSERT INTO turns VALUES (0)")

    def take_ten(_number: int) -> None:
        with writer(file) as one:
            for _ in range(10):
                with its_turn(one):
                    taken = write(one, "SELECT taken FROM turns")
                    write(one, "UPDATE turns SET taken = %s", taken + 1)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(take_ten, range(20)))

    with writer(file) as one:
        assert write(one, "SELECT taken FROM turns") == 200


def test_whoever_waits_too_long_is_told_and_may_try_again(tmp_path):
    file = tmp_path / "turns.sqlite3"
    with writer(file) as first, writer(file, patience=0.05) as second:
        write(first, "CREATE TABLE turns (taken integer)")
        with its_turn(first):
            with pytest.raises(OperationalError, match="database is locked"):
                second.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
            second.set_autocommit(True)
            write(first, "INSERT INTO turns VALUES (1)")

        with its_turn(second):
            write(second, "INSERT INTO turns VALUES (2)")

        assert write(first, "SELECT sum(taken) FROM turns") == 3
        assert write(second, "PRAGMA busy_timeout") == 50
