"""Pin every dependency by version and hash, for every machine, without naming where it comes from.

    python tools/lock.py update             pin anew what changed in pyproject.toml, keep the rest
    python tools/lock.py update --upgrade   take the newest of everything
    python tools/lock.py check              fail when the pins are not those of pyproject.toml

`requirements.lock` is what the program runs on, `requirements-dev.lock` that and what develops it.
The first line of each carries a fingerprint of what was asked for, so a check needs no network.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {  # the larger first; the smaller takes the same versions
    "requirements-dev.lock": ["--extra", "cluster", "--group", "dev"],
    "requirements.lock": ["--extra", "cluster", "--constraint", "requirements-dev.lock"],
}


def fingerprint(project: dict[str, object], *, with_groups: bool) -> str:
    """Sum up what the project asks for: a changed wish shows, a changed comment does not."""
    about = project["project"]
    assert isinstance(about, dict)  # noqa: S101 - a project table is one
    wishes = {
        "python": about["requires-python"],
        "run": sorted(about["dependencies"]),
        "extras": about.get("optional-dependencies", {}),
        "groups": project.get("dependency-groups", {}) if with_groups else {},
    }
    return hashlib.sha256(json.dumps(wishes, sort_keys=True).encode()).hexdigest()[:16]


def first_line(name: str) -> str:
    """Write the line that says what a lock was made for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return f"# Pinned for {fingerprint(project, with_groups='dev' in name)} by tools/lock.py"


def update(name: str, *, upgrade: bool) -> None:
    """Resolve one lock for all machines and write it, without any address in it."""
    lock = ROOT / name
    command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes"]
    command += ["--python-version", "3.11", "--no-header", "--no-annotate", "--quiet"]
    command += ["--no-emit-index-url", "--no-emit-find-links", *LOCKS[name]]
    command += ["--output-file", str(lock), *(["--upgrade"] if upgrade else [])]
    beside = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{beside}{os.pathsep}{os.environ.get('PATH', '')}"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603 - fixed words
    pins = lock.read_text(encoding="utf-8")
    kept = [line for line in pins.splitlines() if not line.startswith("#")]
    if leak := [line for line in kept if "://" in line or " @ " in line]:
        raise SystemExit(f"{name} names an address: {leak[0]}")
    lock.write_text("\n".join([first_line(name), *kept]) + "\n", encoding="utf-8")


def faults(name: str) -> list[str]:
    """Say what is wrong with one lock."""
    lock = ROOT / name
    if not lock.exists():
        return [f"{name} is missing: run tools/lock.py update"]
    lines = lock.read_text(encoding="utf-8").splitlines()
    found = []
    if lines[:1] != [first_line(name)]:
        found.append(f"{name} was made for another pyproject.toml: run tools/lock.py update")
    pins = re.split(r"\n(?=[A-Za-z0-9])", "\n".join(lines[1:]))
    found += [
        f"{name} has no hash for {pin.split()[0]}" for pin in pins if "--hash=sha256:" not in pin
    ]
    found += [f"{name} names an address: {line}" for line in lines if "://" in line]
    return found


def disagreements() -> list[str]:
    """Say which versions stand in the lock for running but not in the one for developing."""
    run, dev = (
        {line.rstrip(" \\") for line in (ROOT / name).read_text().splitlines() if "==" in line}
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    return [f"requirements-dev.lock lacks {pin}" for pin in sorted(run - dev)]


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(
        prog="lock", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["update", "check"])
    parser.add_argument("--upgrade", action="store_true", help="take the newest of everything")
    given = parser.parse_args()
    if given.command == "update":
        for name in LOCKS:
            update(name, upgrade=given.upgrade)
    wrong = [fault for name in LOCKS for fault in faults(name)] or disagreements()
    sys.stdout.write("\n".join(wrong or ["Every dependency is pinned, with its hash."]) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
