"""Locks hold what was asked for, by hash, and name no addresses."""

import pytest

from tools import lock


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nrequires-python = ">=3.11"\ndependencies = ["django>=5.2"]\n'
        '[dependency-groups]\ndev = ["pytest"]\n'
    )
    for name, pins in (
        ("requirements.lock", ["django"]),
        ("requirements-dev.lock", ["django", "pytest"]),
    ):
        lines = [lock.first_line(name)]
        for pin in pins:
            lines += [f"{pin}==5.2 \\", "    --hash=sha256:" + "0" * 64]
        (tmp_path / name).write_text("\n".join(lines) + "\n")
    return tmp_path


def change(path, before, after):
    path.write_text(path.read_text().replace(before, after))


def test_a_whole_lock_has_no_faults(root):
    assert [lock.faults(name) for name in lock.LOCKS] == [[], []]
    assert lock.disagreements() == []


def test_a_new_wish_makes_both_locks_old(root):
    change(root / "pyproject.toml", "django>=5.2", "django>=5.3")
    assert [lock.faults(name) for name in lock.LOCKS] == [
        [f"{name} was made for another pyproject.toml: run tools/lock.py update"]
        for name in lock.LOCKS
    ]


def test_a_wish_for_developing_leaves_the_lock_for_running_alone(root):
    change(root / "pyproject.toml", "pytest", "pytest-django")
    assert lock.faults("requirements.lock") == []
    assert len(lock.faults("requirements-dev.lock")) == 1


def test_a_pin_without_a_hash_and_an_address_are_named(root):
    with (root / "requirements.lock").open("a") as grown:
        grown.write("numpy==2.4.6\nevil @ https://example.org/evil.whl \\\n    --hash=sha256:00\n")
    assert lock.faults("requirements.lock") == [
        "requirements.lock has no hash for numpy==2.4.6",
        "requirements.lock names an address: evil @ https://example.org/evil.whl \\",
    ]


def test_two_versions_of_one_package_are_named(root):
    change(root / "requirements.lock", "django==5.2", "django==5.2.1")
    assert lock.disagreements() == ["requirements-dev.lock lacks django==5.2.1"]
