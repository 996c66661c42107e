"""What is asked of the code besides its tests: one list for the developer, nox and CI."""

import os
import subprocess
import sys
from pathlib import Path

from samskap.config.surroundings import ROOT, Stop

# name: (what it is about, the program and its words)
CHECKS: dict[str, tuple[str, list[str]]] = {
    "layout": ("Python is laid out alike everywhere", ["ruff", "format", "--check", "."]),
    "code": ("likely mistakes, and a sentence for everything", ["ruff", "check", "."]),
    "templates": ("templates are laid out alike", ["djade", "--check", "--target-version", "5.2"]),
    "types": ("types", ["mypy"]),
    "imports": ("who may import whom", ["lint-imports"]),
    "migrations": (
        "no model has changed without its migration",
        ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    ),
    "messages": ("nothing is said in fewer than four languages", ["python", "tools/messages.py"]),
    "locks": ("what is pinned is what was asked for", ["python", "tools/lock.py", "check"]),
    "docs": ("the docs can be built, and no link in them is dead", ["python", "tools/docs.py"]),
}
ADDED = {"messages": ["check"], "docs": ["build"]}


def words_of(name: str) -> list[str]:
    """Write down the whole command of one check."""
    _about, words = CHECKS[name]
    words = [*words, *ADDED.get(name, [])]
    if name == "templates":
        words += sorted(
            str(path.relative_to(ROOT)) for path in ROOT.glob("src/**/templates/**/*.html")
        )
    beside = Path(sys.executable).parent
    return [str(beside / words[0]), *words[1:]]


def run_checks(names: list[str]) -> int:
    """Run the named checks, or all of them, to the end; return how many failed."""
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        raise Stop(f"There is no check called {unknown[0]}. There are: {', '.join(CHECKS)}.")
    failed = []
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "samskap.config.settings_test"}
    for name in names or CHECKS:
        sys.stdout.write(f"── {name}: {CHECKS[name][0]}\n")
        sys.stdout.flush()
        done = subprocess.run(  # noqa: S603 - our own commands
            words_of(name), cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            failed.append(name)
    if failed:
        sys.stdout.write(f"Failed: {', '.join(failed)}\n")
    return len(failed)
