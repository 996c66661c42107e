"""Which commands there are, and what can be said after each."""

import argparse
import ast
from collections.abc import Callable
from pathlib import Path

from samskap.config.checks import CHECKS
from samskap.config.command.demo import demo
from samskap.config.command.developing import (
    FIGURES,
    check,
    docs,
    manage,
    messages,
    recompute,
    test,
)
from samskap.config.command.preparing import prepare
from samskap.config.command.serving import serve, worker
from samskap.config.surroundings import ROOT

UNLISTED = {"fill_demo", "run_worker"}  # reached through demo and worker


def house_commands() -> dict[str, str]:
    """List the commands that the modules bring, each with the first sentence of its file."""
    found = {}
    for path in sorted(ROOT.glob("src/samskap/*/management/commands/*.py")):
        if path.stem not in UNLISTED and not path.stem.startswith("_"):
            sentence = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stem
            found[path.stem.replace("_", "-")] = sentence.splitlines()[0].rstrip(".")
    return found


def _add_serving(command: argparse.ArgumentParser) -> None:
    """Add what demo and serve have in common."""
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    command.add_argument(
        "--port", type=int, help="port to listen on (the first free one from 8000)"
    )
    command.add_argument("--workers", type=int, default=2, help="server processes: one a core (2)")


def parser() -> argparse.ArgumentParser:
    """Describe every command, its help and its arguments."""
    top = argparse.ArgumentParser(
        prog="samskap",
        usage="samskap COMMAND …",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    commands = top.add_subparsers(dest="command", prog="samskap", help=argparse.SUPPRESS)
    sentences: dict[str, str] = {}

    def add(
        name: str, act: Callable[[argparse.Namespace], int], sentence: str
    ) -> argparse.ArgumentParser:
        """Add one command."""
        sentences[name] = sentence
        command = commands.add_parser(name, description=f"{sentence[0].upper()}{sentence[1:]}.")
        command.set_defaults(act=act)
        return command

    command = add("demo", demo, "try it: an invented municipality, filled and served")
    _add_serving(command)
    command.add_argument(
        "--fresh", action="store_true", help="start over; what was there is kept aside"
    )
    command = add("serve", serve, "serve this instance, with the worker beside it")
    _add_serving(command)
    command.add_argument("--no-worker", action="store_true", help="the worker runs elsewhere")
    command = add("worker", worker, "work off the queue: mail, deadlines, what takes long")
    command.add_argument("more", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    command = add("migrate", prepare, "bring messages, database and static files up to date")
    command.add_argument("--verbose", action="store_true", help="name every migration")
    for name, sentence in house_commands().items():
        commands.add_parser(name, add_help=False)
        sentences[name] = sentence[0].lower() + sentence[1:]
    command = add("recompute", recompute, "work out a published figure again from its open data")
    command.add_argument("figure", choices=list(FIGURES), help="which figure")
    command.add_argument(
        "file", type=Path, metavar="FILE", help="the open data of one initiative, draw or map"
    )
    command = add("test", test, "run the tests, journeys in a real browser included")
    command.add_argument("paths", nargs="*", metavar="PATH", help="all when none is named")
    command.epilog = (
        "Further options go to pytest: samskap test src/samskap/ideas -k support. "
        "All tests are shared by as many workers as there are cores; -n 0 takes one after another."
    )
    command = add("check", check, "ask of the code everything but its tests")
    command.add_argument("names", nargs="*", metavar="CHECK", help=", ".join(CHECKS))
    for name, act, sentence in (
        ("messages", messages, "gather, check and compile what the program says"),
        ("docs", docs, "build the docs site, or show it while it is being written"),
        ("manage", manage, "run any of Django's own commands"),
    ):
        add(name, act, sentence).add_argument(
            "more", nargs=argparse.REMAINDER, help=argparse.SUPPRESS
        )
    width = max(map(len, sentences)) + 3
    top.description = "\n".join(
        [
            "Samskap: a place where residents, associations and the municipality make things",
            "together.\n",
            *(f"  {name:<{width}}{sentence}" for name, sentence in sentences.items()),
            "\nEach command has its own help: samskap COMMAND --help",
        ]
    )
    return top
