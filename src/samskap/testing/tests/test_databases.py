"""The tests’ own databases: copied while nothing has changed, made anew as soon as it has."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from samskap.config.surroundings import ROOT
from samskap.testing.databases import files_of_migrations, key_of, migrated_copy


@pytest.mark.django_db
def test_the_database_of_a_run_has_every_migration():
    loader = MigrationLoader(connection)

    assert set(loader.applied_migrations) == set(loader.disk_migrations)


def test_what_a_migration_imports_decides_too():
    ours = {
        str(path.relative_to(ROOT / "src" / "samskap"))
        for path in files_of_migrations()
        if path.is_relative_to(ROOT / "src")
    }

    assert {"ledger/migrations/0002_guard_the_rows.py", "ledger/triggers.py"} <= ours


def test_a_migration_that_was_changed_has_another_name(tmp_path):
    migration = tmp_path / "0001_initial.py"
    migration.write_text("operations = []")
    before = key_of({migration})
    migration.write_text("operations = [1]")

    assert key_of({migration}) != before


def test_what_has_not_changed_is_copied_for_each_run(tmp_path):
    name = f"samskap_template_{key_of(files_of_migrations())}.sqlite3"
    (tmp_path / name).write_bytes(b"as the migrations made it")
    copies = []
    for run in ("one", "two"):
        (tmp_path / run).mkdir()
        with migrated_copy(tmp_path / run, "sqlite://", kept=tmp_path) as url:
            copies.append(Path(url.removeprefix("sqlite:///")))

    assert [path.read_bytes() for path in copies] == [b"as the migrations made it"] * 2
    assert copies[0] != copies[1]
