"""An instance of its own: data folder, database and production server, on this machine only."""

import contextlib
import http.client
import json
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from samskap.config.processes import server_command
from samskap.config.surroundings import ROOT
from samskap.testing.databases import is_postgresql

PATIENCE = 60  # seconds until a server must answer


@dataclass
class Instance:
    """One instance: where its data lies, and which database it writes to."""

    folder: Path
    url: str
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(50))
    settings: str = "samskap.config.settings"

    @property
    def environment(self) -> dict[str, str]:
        """The surroundings of its processes: the settings of production, without rate limits."""
        return {
            **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}},
            "DJANGO_SETTINGS_MODULE": self.settings,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "SAMSKAP_DATA": str(self.folder),
            "SAMSKAP_SECRET_KEY": self.secret,
            "SAMSKAP_RATES": "no",
            "SAMSKAP_LOG_LEVEL": "ERROR",
            "DATABASE_URL": self.url,
        }

    def run(self, *words: str) -> str:
        """Run a program of the instance to its end, and return what it says."""
        done = subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, *words],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"  # noqa: S101
        return done.stdout

    def prepare(self) -> None:
        """Make tables, messages and static files."""
        self.run("-m", "samskap.config.command", "migrate")

    def ask(self, call: str) -> Any:
        """Call a function of ours inside the instance, and return what it gives back.

        call   module and call, e.g. “samskap.testing.durability.residents:move_in(50)”
        """
        module, expression = call.split(":", 1)
        name = expression.split("(")[0]
        said = self.folder / "said.json"
        lines = (
            f"import json, pathlib; from {module} import {name}; "
            f"pathlib.Path({str(said)!r}).write_text(json.dumps({expression}))"
        )
        self.run("manage.py", "shell", "--no-imports", "-c", lines)
        return json.loads(said.read_text())

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask the database itself, past the program."""
        if is_postgresql(self.url):
            with psycopg.connect(self.url) as connection:
                return connection.execute(query).fetchall()  # type: ignore[call-overload, no-any-return]
        with contextlib.closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as file:
            return file.execute(query).fetchall()

    @contextlib.contextmanager
    def served(self, *, workers: int = 2) -> Iterator["Server"]:
        """Serve the instance until the block ends."""
        server = Server.start(self, workers)
        try:
            server.wait()
            yield server
        finally:
            server.kill()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@dataclass
class Server:
    """A running production server, in a process group of its own."""

    process: subprocess.Popen[bytes]
    port: int

    @classmethod
    def start(cls, instance: Instance, workers: int) -> "Server":
        """Start it on a free port."""
        port = free_port()
        command = server_command(host="127.0.0.1", port=port, workers=workers)
        with (instance.folder / "server.log").open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 - our own command
                command,
                cwd=ROOT,
                env=instance.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        return cls(process, port)

    def wait(self) -> None:
        """Wait until it answers."""
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, "the server ended by itself"  # noqa: S101
            assert time.monotonic() < until, "the server does not answer"  # noqa: S101
            time.sleep(0.05)

    def _answers(self) -> bool:
        """Whether it answers at all."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/health", headers={"Host": "localhost"})
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return True

    def kill(self) -> None:
        """Kill it and its workers at once (kill -9), in the middle of whatever they do."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=PATIENCE)
