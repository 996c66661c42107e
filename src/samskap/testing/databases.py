"""Databases for tests: one that the migrations made, and copies of it for every run and worker."""

import contextlib
import fcntl
import hashlib
import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import dj_database_url
import django
import psycopg
from django.apps import apps
from django.db import connection

from samskap.config.surroundings import ROOT

KEPT = ROOT / ".database_cache"  # what outlives a run: the database that the migrations made
FROM_THE_HOUSE = re.compile(r"^from (samskap[\w.]*) import (\w+)", re.MULTILINE)


def is_postgresql(url: str) -> bool:
    """Say whether an address names a PostgreSQL database."""
    return url.startswith("postgres")


@contextlib.contextmanager
def database_of_its_own(folder: Path, given: str, *, like: str = "") -> Iterator[str]:
    """Give the address of a new database, empty or a copy; drop it afterwards.

    given  the address of a PostgreSQL where databases may be made; else it is SQLite, in `folder`
    like   the address of the database to copy, to which nobody is connected
    """
    if not is_postgresql(given):
        path = folder / "samskap.sqlite3"
        if like:
            shutil.copyfile(like.removeprefix("sqlite:///"), path)
        yield f"sqlite:///{path}"
        return
    name = f"samskap_{secrets.token_hex(6)}"
    copied = f"TEMPLATE {urlsplit(like).path[1:]}" if like else ""
    with psycopg.connect(given, autocommit=True) as cluster:
        cluster.execute(f"CREATE DATABASE {name} {copied}")
        try:
            yield _on_the_same_cluster(given, name)
        finally:
            cluster.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def migrated_copy(folder: Path, given: str, *, kept: Path = KEPT) -> Iterator[str]:
    """Give the address of a new database with every table in it; drop it afterwards.

    folder  where an SQLite database is put
    given   as for `database_of_its_own`
    kept    a folder that outlives the run: the database to copy, or its name, lies there
    """
    kept.mkdir(exist_ok=True)
    with contextlib.ExitStack() as held:
        with (kept / "lock").open("w") as lock:  # the workers of one run all begin at once
            fcntl.flock(lock, fcntl.LOCK_EX)
            like = _template(kept, given)
            url = held.enter_context(database_of_its_own(folder, given, like=like))
        yield url


@contextlib.contextmanager
def working_in(url: str) -> Iterator[None]:
    """Let Django work in another database of the same kind until the block ends."""
    before = connection.settings_dict["NAME"]
    try:
        _turn_to(dj_database_url.parse(url)["NAME"])
        yield
    finally:
        _turn_to(before)


def _turn_to(name: str) -> None:
    """Close what is open, and open another database next time."""
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()
    connection.settings_dict["NAME"] = name


def _template(kept: Path, given: str) -> str:
    """Make the database to copy, unless the migrations are still those that made it."""
    name = f"samskap_template_{key_of(files_of_migrations())}"
    if is_postgresql(given):
        return _postgresql_template(name, given)
    path = kept / f"{name}.sqlite3"
    if not path.exists():
        for old in kept.glob("samskap_template_*"):
            old.unlink()
        with tempfile.TemporaryDirectory(dir=kept) as place:
            fresh, whole = Path(place, "fresh.sqlite3"), Path(place, "whole.sqlite3")
            _migrate(f"sqlite:///{fresh}")
            with contextlib.closing(sqlite3.connect(fresh)) as made:
                made.execute("VACUUM INTO ?", [str(whole)])  # one file, nothing left beside it
            whole.replace(path)
    return f"sqlite:///{path}"


def _postgresql_template(name: str, given: str) -> str:
    """Make the database to copy in a cluster, unless it stands there."""
    url = _on_the_same_cluster(given, name)
    with psycopg.connect(given, autocommit=True) as cluster:
        there = cluster.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'samskap_template_%'"
        ).fetchall()
        if (name,) not in there:
            for (old,) in there:
                cluster.execute(f"DROP DATABASE {old} WITH (FORCE)")
            half = name.replace("template", "half")
            cluster.execute(f"DROP DATABASE IF EXISTS {half} WITH (FORCE)")
            cluster.execute(f"CREATE DATABASE {half}")
            _migrate(_on_the_same_cluster(given, half))
            cluster.execute(f"ALTER DATABASE {half} RENAME TO {name}")
    return url


def _on_the_same_cluster(url: str, name: str) -> str:
    """Turn the address of one database into that of another beside it."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _migrate(url: str) -> None:
    """Make all tables, in a process of its own."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--run-syncdb", "--verbosity", "0"],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "samskap.config.settings_test",
            "PYTHONPATH": str(ROOT / "src"),
        },
        check=True,
    )


def files_of_migrations() -> set[Path]:
    """Collect what decides how tables look: migrations, what they import from us, and the lock."""
    waiting = [
        path for app in apps.get_app_configs() for path in Path(app.path, "migrations").glob("*.py")
    ]
    found = {ROOT / "requirements.lock"}  # the version of everything else
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            if path.is_relative_to(ROOT):
                waiting += _imported(path.read_text(encoding="utf-8"))
    return found


def key_of(files: set[Path]) -> str:
    """Name what stands in files, and the version of Django: another letter, another name."""
    digest = hashlib.sha256(django.__version__.encode())
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest()[:16]


def _imported(source: str) -> Iterator[Path]:
    """Find the files of the house that a file imports from."""
    for package, name in FROM_THE_HOUSE.findall(source):
        place = ROOT.joinpath("src", *package.split("."))
        for path in (place.with_suffix(".py"), place / "__init__.py", place / f"{name}.py"):
            if path.is_file():
                yield path
