"""The processes of one running instance: the server and the worker, started and ended together."""

import contextlib
import ctypes
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from samskap.config.surroundings import ROOT, Stop

PATIENCE = 15  # seconds that a process may take to end what it is doing


def server_command(*, host: str, port: int, workers: int) -> list[str]:
    """Write down how the production server is started; more processes, never more threads."""
    return [
        str(Path(sys.executable).parent / "granian"),
        "samskap.config.wsgi:application",
        *("--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "1", "--backlog", "1024"),
        *("--respawn-failed-workers", "--workers-kill-timeout", "10", "--no-ws"),
        *("--log-level", "warning"),
    ]


def worker_command() -> list[str]:
    """Write down how the worker is started."""
    return [sys.executable, "-m", "samskap.config.command", "worker"]


def _end_with_parent() -> None:
    """Ask Linux to end a child when its parent is gone, even when the parent was killed."""
    if sys.platform == "linux":
        end_signal = 1  # PR_SET_PDEATHSIG, prctl(2)
        ctypes.CDLL(None, use_errno=True).prctl(end_signal, signal.SIGTERM)


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a child in its own group, so that Ctrl-C reaches it once, through us."""
    return subprocess.Popen(  # noqa: S603 - our own commands
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_end_with_parent,
    )


def end(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask every child to end, wait, and make the stubborn ones."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    until = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _answers(host: str, port: int) -> bool:
    """Say whether the server answers at all; what it answers is the page's business."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    named = os.environ.get("SAMSKAP_HOSTS", "").split(",")[0].lstrip(".*") or host
    try:
        connection.request("GET", "/health", headers={"Host": named})
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


class _EndAsked(Exception):
    """Somebody asked the program to end."""


def _ask_to_end(number: int, frame: FrameType | None) -> None:
    """Turn a signal into the same ordered end as Ctrl-C."""
    raise _EndAsked


def run_together(
    *,
    server: list[str],
    host: str,
    port: int,
    worker: list[str] | None,
    when_ready: Callable[[], None],
    meanwhile: Callable[[], None],
) -> int:
    """Run the server and the worker until someone ends them; restart a worker that falls."""
    for number in (signal.SIGTERM, signal.SIGHUP):  # SIGHUP: the terminal was closed
        signal.signal(number, _ask_to_end)
    children = [start(server)]
    began = time.monotonic()
    ready = False
    try:
        while True:
            code = children[0].poll()
            if code is not None:
                raise Stop(
                    f"The server ended by itself (exit code {code}). Its last words are above."
                )
            if not ready and _answers(host, port):
                ready = True
                when_ready()
                # The worker waits: the first page is worth more than the first job.
                if worker:
                    children.append(start(worker))
                    began = time.monotonic()
            if ready and worker and children[1].poll() is not None:
                if time.monotonic() - began < 5:
                    raise Stop("The worker cannot start. Its last words are above.")
                children[1], began = start(worker), time.monotonic()
            meanwhile()
            time.sleep(0.3 if ready else 0.1)
    except (KeyboardInterrupt, _EndAsked):
        return 0
    finally:
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        end(children)
