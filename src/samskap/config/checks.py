"""What is asked of the code besides its tests: one list for the developer, nox and CI."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
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
LONG = "types"  # takes longest, and so it begins first
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
    """Run the named checks, or all of them, to the end; return how many failed.

    They run side by side, one for each core, and speak in the order of the list.
    """
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        raise Stop(f"There is no check called {unknown[0]}. There are: {', '.join(CHECKS)}.")
    failed = []
    asked = names or list(CHECKS)
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        running = {
            name: cores.submit(_run, name) for name in sorted(asked, key=lambda name: name != LONG)
        }
        for name in asked:
            done = running[name].result()
            sys.stdout.write(f"── {name}: {CHECKS[name][0]}\n{done.stdout}")
            sys.stdout.flush()
            if done.returncode:
                failed.append(name)
    if failed:
        sys.stdout.write(f"Failed: {', '.join(failed)}\n")
    return len(failed)


def _run(name: str) -> "subprocess.CompletedProcess[str]":
    """Run one check, and keep what it says."""
    return subprocess.run(  # noqa: S603 - our own commands
        words_of(name),
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "samskap.config.settings_test"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
