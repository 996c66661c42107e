"""The server and the worker live and end together. Small real processes stand in for them."""

import signal
import socket
import subprocess
import sys
import textwrap
import time

import pytest

from samskap.config.processes import run_together
from samskap.config.surroundings import Stop
from samskap.config.surroundings import free_port as port_for
from samskap.testing.durability.instance import free_port

SERVER = "import http.server as h, sys; h.HTTPServer(('127.0.0.1', int(sys.argv[1])), "
SERVER += "h.SimpleHTTPRequestHandler).serve_forever()"


def is_alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as state:
            return state.read().split()[2] != "Z"
    except OSError:
        return False


def within(seconds: float, condition) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return condition()


@pytest.fixture
def house(tmp_path):
    """A whole instance in a process of its own, with the pids of its children in files."""
    port = free_port()
    program = tmp_path / "house.py"
    program.write_text(
        textwrap.dedent(f"""
        import sys
        from samskap.config.processes import run_together
        note = "import os; open({str(tmp_path)!r} + '/{{}}', 'a').write(str(os.getpid()) + ' ');"
        sys.exit(run_together(
            server=[sys.executable, "-c", note.format("server") + {SERVER!r}, "{port}"],
            host="127.0.0.1", port={port},
            worker=[sys.executable, "-c", note.format("worker") + "import time; time.sleep(600)"],
            when_ready=lambda: None, meanwhile=lambda: None,
        ))
        """)
    )
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, str(program)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Whoever started the tests in the background let them ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    names = [tmp_path / "server", tmp_path / "worker"]
    assert within(60, lambda: all(name.exists() and name.read_text() for name in names))
    yield process, *(int(name.read_text().split()[0]) for name in names)
    if process.poll() is None:
        process.kill()
        process.wait()


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ending_the_house_ends_its_children(house, end):
    process, server, worker = house
    assert is_alive(server)
    assert is_alive(worker)
    process.send_signal(end)
    assert process.wait(timeout=60) == 0
    assert (is_alive(server), is_alive(worker)) == (False, False)


def test_killing_the_house_leaves_nobody_behind(house):
    process, server, worker = house
    process.kill()
    assert within(60, lambda: not is_alive(server) and not is_alive(worker))


def test_a_server_that_cannot_start_is_a_clear_end():
    with pytest.raises(Stop, match=r"ended by itself \(exit code 3\)"):
        run_together(
            server=[sys.executable, "-c", "raise SystemExit(3)"],
            host="127.0.0.1",
            port=free_port(),
            worker=None,
            when_ready=lambda: None,
            meanwhile=lambda: None,
        )


def test_a_port_that_is_taken_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Stop, match=f"Port {port} is taken. Choose another with --port."):
            port_for("127.0.0.1", port)
