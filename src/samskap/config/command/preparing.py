"""Bringing an instance up to date with the program, and seeing that it is."""

import argparse
import subprocess
import sys

from samskap.config.command.saying import django, say
from samskap.config.surroundings import ROOT, Stop, is_prepared, remember_prepared


def prepare(given: argparse.Namespace) -> int:
    """Bring messages, database and static files up to date with the program."""
    messages = ROOT / "tools" / "messages.py"
    if messages.exists():  # an installed package carries its messages compiled
        subprocess.run([sys.executable, str(messages), "compile"], check=True)  # noqa: S603
    django("migrate", "--verbosity", "1" if given.verbose else "0")
    django("createcachetable")
    django("collectstatic", "--noinput", "--verbosity", "0")
    remember_prepared()
    say("Messages, database and static files are up to date.")
    return 0


def prepare_apart(*more: str) -> None:
    """Prepare in a process of its own, so that the one that stays keeps its memory small."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "samskap.config.command", *more],
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise Stop("The instance could not be prepared. The reason stands above.")


def must_be_prepared() -> None:
    """Stop where tables or messages may be missing, before anything stumbles over it."""
    if not is_prepared():
        raise Stop("The program is newer than what is prepared. Run “samskap migrate” first.")
