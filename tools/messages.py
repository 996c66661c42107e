"""Keep the catalogues of messages whole: gather what is said, check every language, compile.

    python tools/messages.py update [MODULE…]    write what is missing into the catalogues
    python tools/messages.py check [MODULE…]     fail, and name the place, where something is wrong
    python tools/messages.py compile [MODULE…]   make the .mo files that Django reads

Each module carries its own catalogues. They are written by hand; this program adds empty places
for new messages, keeps what is translated and drops what nobody says any more. It needs no gettext
binaries, so it runs the same on every machine.

A module may also carry the words of a package that lacks a language. Their messages then stand in
`locale/<language>/borrowed.pot` (`python tools/messages.py borrow MODULE LANGUAGE FILE.po…`).
"""

import argparse
import sys
from pathlib import Path

if __name__ == "__main__":  # started by its path, which finds what lies beside it and no more
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from tools.catalogues.checking import check, disagreements
from tools.catalogues.gathering import ROOT, WrongMessage
from tools.catalogues.keeping import borrow, compile_catalogues, update
from tools.catalogues.languages import LANGUAGES

HOUSE = ROOT / "src" / "samskap"


def modules_named(names: list[str], *, house: Path = HOUSE) -> list[Path]:
    """Turn names of modules into folders; no name means all of them."""
    if not names:
        return sorted(
            path
            for path in house.iterdir()
            if (path / "__init__.py").exists() and path.name != "testing"
        )
    missing = [name for name in names if not (house / name / "__init__.py").exists()]
    if missing:
        raise SystemExit(f"There is no module called {', '.join(missing)} in {house}.")
    return [house / name for name in names]


def _say(line: object) -> None:
    """Write one line to whoever ran the program."""
    sys.stdout.write(f"{line}\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands; return 0 when all is well."""
    parser = argparse.ArgumentParser(
        prog="messages", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, sentence in (
        ("update", "write what is missing into the catalogues, drop what is obsolete"),
        ("check", "fail where a message is missing, empty, fuzzy, obsolete, broken or disputed"),
        ("compile", "make the .mo files that Django reads"),
    ):
        command = commands.add_parser(name, help=sentence, description=sentence)
        command.add_argument("modules", nargs="*", metavar="MODULE", help="all when none is named")
    command = commands.add_parser(
        "borrow", help="carry the messages of a package lacking a language"
    )
    command.add_argument("modules", nargs=1, metavar="MODULE")
    command.add_argument("language", choices=LANGUAGES)
    command.add_argument("catalogues", nargs="+", type=Path, metavar="FILE.po")
    given = parser.parse_args(arguments)
    modules = modules_named(given.modules)

    if given.command in {"update", "check"}:
        from django.conf import settings  # noqa: PLC0415 - only templates need Django

        if not settings.configured:
            settings.configure(USE_I18N=True)
    if given.command == "borrow":
        count = borrow(modules[0], given.language, given.catalogues)
        _say(f"{modules[0].name}/{given.language}: {count} messages to carry; now run update")
    if given.command == "compile":
        made = sum(compile_catalogues(module) for module in modules)
        _say(f"{made} catalogues compiled")
    if given.command == "update":
        try:
            for module in modules:
                for line in update(module):
                    _say(line)
        except WrongMessage as fault:
            _say(fault)
            return 1
    if given.command == "check":
        faults = [fault for module in modules for fault in check(module)]
        faults += disagreements(modules_named([]))
        for each in faults:
            _say(each)
        if faults:
            _say(f"{len(faults)} faults in the messages")
            return 1
        _say("Every message is there, in every language.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
