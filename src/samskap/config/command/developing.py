"""What developers run: tests, checks, messages, docs, and figures worked out again."""

import argparse
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

from samskap.config.checks import run_checks
from samskap.config.command.saying import django, say
from samskap.config.surroundings import ROOT, Stop, chromium

# Figure → the kernel that reads its document and works it out again.
FIGURES = {
    "ladder": "samskap.kernels.ladder.document",
    "lottery": "samskap.kernels.lot.document",
    "opinion-map": "samskap.kernels.opinion_map.document",
    "dominance": "samskap.kernels.dominance_document",
}


def test(given: argparse.Namespace) -> int:
    """Run the tests, the journeys in a real browser among them."""
    os.environ["SAMSKAP_CHROMIUM"] = chromium()
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    compiled = [sys.executable, str(ROOT / "tools" / "messages.py"), "compile"]
    subprocess.run(compiled, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    words = [str(Path(each).resolve()) if Path(each).exists() else each for each in given.paths]
    # A few tests are done before more workers have started; all of them take every core there is.
    shared = [] if words else ["--numprocesses=auto", "--maxprocesses=8", "--dist=loadgroup"]
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "pytest", *shared, *words, *given.more], cwd=ROOT, check=False
    ).returncode


def recompute(given: argparse.Namespace) -> int:
    """Work out a published figure again from its open data, without the database."""
    document = importlib.import_module(FIGURES[given.figure])
    errors = importlib.import_module("samskap.kernels.errors")
    try:
        content = json.loads(given.file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise Stop(f"{given.file} cannot be read: {fault.strerror}.") from fault
    except ValueError as fault:
        raise Stop(f"{given.file} is not JSON: {fault}.") from fault
    try:
        found = document.recompute(content)
        say(document.describe(found))
    except errors.KernelError as fault:
        raise Stop(f"{given.file}: {fault}") from fault
    return 0 if getattr(found, "holds", True) else 1  # a draw is as published, or not


def messages(given: argparse.Namespace) -> int:
    """Keep the catalogues of messages whole."""
    tool = ROOT / "tools" / "messages.py"
    return subprocess.run([sys.executable, str(tool), *given.more], check=False).returncode  # noqa: S603


def docs(given: argparse.Namespace) -> int:
    """Build the docs site, or show it while it is being written."""
    tool = ROOT / "tools" / "docs.py"
    return subprocess.run([sys.executable, str(tool), *given.more], check=False).returncode  # noqa: S603


def check(given: argparse.Namespace) -> int:
    """Ask of the code everything but its tests."""
    return run_checks(given.names)


def manage(given: argparse.Namespace) -> int:
    """Run any of Django's own commands."""
    django(*given.more)
    return 0
