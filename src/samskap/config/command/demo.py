"""Trying it: an invented municipality is filled and served."""

import argparse
import json
import os
import shutil
import time
from pathlib import Path

from samskap.config.command.preparing import prepare_apart
from samskap.config.command.saying import say
from samskap.config.command.serving import reachable
from samskap.config.outbox import letters
from samskap.config.processes import run_together, server_command, worker_command
from samskap.config.surroundings import (
    Stop,
    data_folder,
    free_port,
    is_prepared,
    living_in,
    share_numbers,
)

DEMO_PEOPLE = "demo-people.json"  # written by fill_demo: [{"role", "name", "email"}, …]
DATABASE_FILES = (".sqlite3", ".sqlite3-wal", ".sqlite3-shm")


def demo(given: argparse.Namespace) -> int:
    """Fill an invented municipality and serve it."""
    began = time.monotonic()
    folder = data_folder()
    if given.fresh:
        with living_in(folder, alone=True):
            _move_aside(folder)
    os.environ.setdefault("SAMSKAP_DEMO", "yes")
    os.environ.setdefault("SAMSKAP_MAIL", "samskap.config.outbox.Outbox")
    port = free_port(given.host, given.port)
    os.environ.setdefault("SAMSKAP_PORT_IN_LINKS", str(port))
    people = folder / DEMO_PEOPLE
    if not is_prepared():
        say("Preparing messages, database and static files …")
        prepare_apart("migrate")
    if not people.exists():
        say("Filling an invented municipality. This takes a minute or two …")
        prepare_apart("manage", "fill_demo")

    def when_ready() -> None:
        """Say where the demo is, and who one can be there."""
        say()
        took = time.monotonic() - began
        say(f"  Samskap is at  http://{given.host}:{port}/   (ready after {took:.1f} s)")
        say()
        if people.exists():
            for person in json.loads(people.read_text(encoding="utf-8")):
                say(f"  {person['role']:<22}{person['email']:<34}{person['name']}")
            say()
        say("  Sign in with one of these addresses. The code for it shows here, and lies in")
        say(f"  {folder / 'mail'} and at http://{given.host}:{port}/demo/mail.")
        say("  Ctrl-C ends the demo; what was entered is kept.")
        say()

    post = Postbox(folder / "mail")
    with living_in(folder):
        share_numbers()
        return run_together(
            server=server_command(host=given.host, port=port, workers=given.workers),
            host=reachable(given.host),
            port=port,
            worker=worker_command(),
            when_ready=when_ready,
            meanwhile=post.show_new,
        )


class Postbox:
    """Shows the letters that the demo would have sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.last = max((path.name for path in folder.glob("*.eml")), default="")

    def show_new(self) -> None:
        """Print who gets what, as soon as it lies there."""
        for name, letter in letters(self.folder, newer_than=self.last):
            self.last = name
            body = letter.get_body(preferencelist=("plain",))
            lines = [line.strip() for line in (body.get_content() if body else "").splitlines()]
            say(f"  ✉ to {letter['to']}: {letter['subject']}")
            for line in [line for line in lines if line][:8]:
                say(f"      {line}")


def _move_aside(folder: Path) -> None:
    """Start over: what was there is kept beside, under the time it was moved."""
    if os.environ.get("DATABASE_URL"):
        raise Stop("--fresh starts the embedded database over. Take DATABASE_URL away first.")
    databases = [f"{name}{end}" for name in ("samskap", "cache") for end in DATABASE_FILES]
    names = [*databases, "files", "mail", DEMO_PEOPLE, "prepared"]
    there = [folder / name for name in names if (folder / name).exists()]
    if there:
        aside = folder / f"before-{time.strftime('%Y-%m-%d-%H%M%S')}"
        aside.mkdir()
        for path in there:
            shutil.move(path, aside / path.name)
        say(f"What was there lies in {aside}.")
