"""The command line: `samskap --help` lists what can be done, and each command has its own help."""

import argparse
import ast
import contextlib
import difflib
import importlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from samskap.config.checks import CHECKS, run_checks
from samskap.config.outbox import letters
from samskap.config.processes import run_together, server_command, worker_command
from samskap.config.surroundings import (
    ROOT,
    Stop,
    chromium,
    data_folder,
    free_port,
    give_secret_key,
    is_prepared,
    living_in,
    read_env_file,
    remember_prepared,
    share_numbers,
)

DEMO_PEOPLE = "demo-people.json"  # written by fill_demo: [{"role", "name", "email"}, …]
DATABASE_FILES = (".sqlite3", ".sqlite3-wal", ".sqlite3-shm")
UNLISTED = {"fill_demo", "run_worker"}  # reached through demo and worker


def say(line: str = "") -> None:
    """Write one line to whoever runs the command."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def django(*words: str) -> None:
    """Run one of Django's commands in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskap.config.settings")
    management = importlib.import_module("django.core.management")
    management.execute_from_command_line(["samskap", *words])


def house_commands() -> dict[str, str]:
    """List the commands that the modules bring, each with the first sentence of its file."""
    found = {}
    for path in sorted(ROOT.glob("src/samskap/*/management/commands/*.py")):
        if path.stem not in UNLISTED and not path.stem.startswith("_"):
            sentence = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stem
            found[path.stem.replace("_", "-")] = sentence.splitlines()[0].rstrip(".")
    return found


# ── What the commands do ─────────────────────────────────────────────────────


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


def _prepare_apart(*more: str) -> None:
    """Prepare in a process of its own, so that the one that stays keeps its memory small."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "samskap.config.command", *more],
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise Stop("The instance could not be prepared. The reason stands above.")


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
        _prepare_apart("migrate")
    if not people.exists():
        say("Filling an invented municipality …")
        _prepare_apart("manage", "fill_demo")

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
            host=_reachable(given.host),
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


def _reachable(host: str) -> str:
    """Turn “every address” into one that can be called."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def must_be_prepared() -> None:
    """Stop where tables or messages may be missing, before anything stumbles over it."""
    if not is_prepared():
        raise Stop("The program is newer than what is prepared. Run “samskap migrate” first.")


def serve(given: argparse.Namespace) -> int:
    """Serve the instance, with the worker beside it."""
    must_be_prepared()
    port = free_port(given.host, given.port)
    with living_in(data_folder()):
        share_numbers()
        return run_together(
            server=server_command(host=given.host, port=port, workers=given.workers),
            host=_reachable(given.host),
            port=port,
            worker=None if given.no_worker else worker_command(),
            when_ready=lambda: say(f"Serving http://{given.host}:{port}/"),
            meanwhile=lambda: None,
        )


def worker(given: argparse.Namespace) -> int:
    """Work off the queue until ended."""
    must_be_prepared()
    share_numbers()  # before the first import of what counts
    django("run_worker", *given.more)
    return 0


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
    document = importlib.import_module("samskap.kernels.ladder.document")
    errors = importlib.import_module("samskap.kernels.errors")
    try:
        content = json.loads(given.file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise Stop(f"{given.file} cannot be read: {fault.strerror}.") from fault
    except ValueError as fault:
        raise Stop(f"{given.file} is not JSON: {fault}.") from fault
    try:
        say(document.describe(document.recompute(content)))
    except errors.KernelError as fault:
        raise Stop(f"{given.file}: {fault}") from fault
    return 0


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


# ── The command line ─────────────────────────────────────────────────────────


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
    command.add_argument("figure", choices=["ladder"], help="which figure")
    command.add_argument("file", type=Path, metavar="FILE", help="the open data of one initiative")
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


WITHOUT_INSTANCE = {"test", "check", "messages", "docs", "recompute"}  # touch no data of anyone
PASSED_ON = {"messages", "docs", "manage", "worker"}  # their tools answer --help themselves


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
        given = argparse.Namespace(act=globals()[name], more=arguments[1:])
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


if __name__ == "__main__":
    main()
