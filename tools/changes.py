"""Gather the notes of `changes/` into CHANGELOG.md at a release.

python tools/changes.py check             fail where a note is empty or is named badly
python tools/changes.py gather VERSION    move the notes into CHANGELOG.md
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = re.compile(r"[a-z_]+(-[a-z0-9_]+)+\.md")


def notes(folder: Path) -> list[Path]:
    """List the notes, in the order they will be told."""
    return sorted(path for path in folder.glob("*.md") if path.name != "README.md")


def faults(folder: Path) -> list[str]:
    """Say which notes cannot be gathered."""
    wrong = [
        f"{path.name}: name it <module>-<a-few-words>.md"
        for path in notes(folder)
        if not NAME.fullmatch(path.name)
    ]
    empty = [path.name for path in notes(folder) if not path.read_text(encoding="utf-8").strip()]
    return wrong + [f"{name}: say what people notice" for name in empty]


def gathered(folder: Path, *, version: str, on: datetime.date) -> str:
    """Write the section of a release."""
    lines = [f"## {version} – {on.isoformat()}"]
    module = ""
    for path in notes(folder):
        belongs_to = path.name.partition("-")[0]
        if belongs_to != module:
            module = belongs_to
            lines += ["", f"### {module}", ""]
        lines.append("- " + " ".join(path.read_text(encoding="utf-8").split()))
    return "\n".join(lines) + "\n"


def gather(root: Path, *, version: str, on: datetime.date) -> None:
    """Put the section of a release on top of the changelog and take the notes away."""
    changelog = root / "CHANGELOG.md"
    head, mark, earlier = changelog.read_text(encoding="utf-8").partition("\n## ")
    section = gathered(root / "changes", version=version, on=on)
    changelog.write_text(f"{head.rstrip()}\n\n{section}{mark}{earlier}", encoding="utf-8")
    for path in notes(root / "changes"):
        path.unlink()


def main() -> int:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(
        prog="changes", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["check", "gather"])
    parser.add_argument("version", nargs="?", help="the version that is released, e.g. 1.2.0")
    given = parser.parse_args()
    if wrong := faults(ROOT / "changes"):
        sys.stdout.write("\n".join(wrong) + "\n")
        return 1
    if given.command == "gather":
        if not given.version:
            parser.error("which version?")
        gather(ROOT, version=given.version, on=datetime.datetime.now(datetime.UTC).date())
    return 0


if __name__ == "__main__":
    sys.exit(main())
