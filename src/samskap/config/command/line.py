"""Reading what was typed, and running what is meant."""

import argparse
import contextlib
import difflib
import os
import sys

from samskap.config.command.developing import docs, manage, messages
from samskap.config.command.preparing import must_be_prepared
from samskap.config.command.saying import django
from samskap.config.command.serving import worker
from samskap.config.command.words import house_commands, parser
from samskap.config.surroundings import ROOT, Stop, give_secret_key, read_env_file

WITHOUT_INSTANCE = {"test", "check", "messages", "docs", "recompute"}  # touch no data of anyone
# Their tools answer --help themselves.
PASSED_ON = {"messages": messages, "docs": docs, "manage": manage, "worker": worker}


def run(arguments: list[str]) -> int:
    """Find the command that is meant and run it."""
    top = parser()
    known = next(
        list(action.choices)
        for action in top._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    name = arguments[0] if arguments else "--help"
    if name in {"--help", "-h", "help"}:
        top.print_help()
        return 0
    if not name.startswith("-") and name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        raise Stop(f"There is no command called “{name}”.{hint} “samskap --help” lists them all.")
    if name not in WITHOUT_INSTANCE:
        if name != "demo":
            read_env_file(ROOT / ".env")
        give_secret_key()
    if name not in {"serve", "worker"}:
        os.environ.setdefault("SAMSKAP_LOG_LEVEL", "WARNING")  # answers, not a log
    if name in house_commands():
        if not {"--help", "-h"}.intersection(arguments):
            must_be_prepared()
        django(name.replace("-", "_"), *arguments[1:])
        return 0
    if name in PASSED_ON and len(arguments) > 1:
        given = argparse.Namespace(act=PASSED_ON[name], more=arguments[1:])
    elif name == "test" and {"--help", "-h"}.isdisjoint(arguments):
        words, more = before_options(arguments)
        given = top.parse_args(words, argparse.Namespace(more=more))
    else:
        given, unknown = top.parse_known_args(arguments)
        if unknown:
            top.error(f"{name} does not know {unknown[0]}. See “samskap {name} --help”.")
    return int(given.act(given))


def before_options(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Part the words before the first option from all that follows, which may belong to it."""
    first = next(
        (place for place, word in enumerate(arguments) if word.startswith("-")), len(arguments)
    )
    return arguments[:first], arguments[first:]


def main() -> None:
    """Run a command; say what is wrong in one line where we know it."""
    try:
        code = run(sys.argv[1:])
    except Stop as stop:
        sys.stderr.write(f"samskap: {stop}\n")
        code = 1
    except KeyboardInterrupt:
        code = 130
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
    sys.exit(code)
