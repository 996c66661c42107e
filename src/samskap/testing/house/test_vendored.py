"""What others made lies as they made it: named, hashed, with its licence."""

import hashlib
import json
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
VENDOR = HOUSE / "design" / "static" / "vendor"


def listed() -> list[dict]:
    """Read what vendor.json names."""
    named = json.loads((HOUSE / "design" / "vendor.json").read_text(encoding="utf-8"))
    return named["packages"] if isinstance(named, dict) else named


def hashes_listed() -> dict[str, str]:
    """Give the hash of every file by its path below static/vendor."""
    found = {}
    for package in listed():
        files = package["files"]
        pairs = (
            files.items() if isinstance(files, dict) else [(f["path"], f["sha256"]) for f in files]
        )
        for path, sha256 in pairs:
            found[path.removeprefix("vendor/")] = sha256
    return found


def test_every_vendored_file_is_listed_with_its_hash():
    there = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file()
    }
    assert there
    assert hashes_listed() == there


def test_every_package_has_a_version_and_a_licence_beside_it():
    for package in listed():
        assert package["version"] in {path.name.rpartition("-")[2] for path in VENDOR.iterdir()}
        folder = (
            VENDOR / f"{package['name'].replace('@', '').replace('/', '-')}-{package['version']}"
        )
        folders = (
            [folder]
            if folder.is_dir()
            else [path for path in VENDOR.iterdir() if path.name.endswith(f"-{package['version']}")]
        )
        assert package["licence"]
        assert any("licen" in path.name.lower() for each in folders for path in each.rglob("*"))


def test_nothing_is_vendored_elsewhere():
    assert [path for path in HOUSE.glob("*/static/vendor") if path != VENDOR] == []
