"""The demo as a newcomer meets it: filled, served, kept, and started over."""

import os
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from contextlib import closing, contextmanager

import pytest

from samskap.config.surroundings import ROOT
from samskap.testing.durability.instance import free_port

pytestmark = pytest.mark.same_everywhere  # the demo brings its own SQLite
NOTE = (
    "INSERT INTO people_session (key, kept, began_at, seen_on, ends_at)"
    " VALUES ('entered', '{}', '2026-01-01', '2026-01-01', '2099-01-01')"
)


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def demo(data):
    @contextmanager
    def _demo(*words):
        """Start the demo, wait for its first page, and end it as Ctrl-C does."""
        port = free_port()
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "SAMSKAP_DATA": str(data),
        }
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "samskap.config.command", "demo", f"--port={port}", *words],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        told = []
        for line in process.stdout:
            told.append(line.rstrip())
            if "Ctrl-C ends the demo" in line:
                break
        try:
            assert process.poll() is None, "\n".join(told)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
                yield told, page.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=120)  # to its last word
            assert process.returncode == 0

    return _demo


def entered(data) -> int:
    with closing(sqlite3.connect(data / "samskap.sqlite3")) as database:
        return database.execute(
            "SELECT count(*) FROM people_session WHERE key = 'entered'"
        ).fetchone()[0]


def test_the_demo_is_filled_kept_and_started_over(demo, data):
    with demo() as (told, page):
        assert "<h1" in page
        assert any("@" in line for line in told), "nobody to sign in as"
        with closing(sqlite3.connect(data / "samskap.sqlite3", timeout=20)) as database:
            database.execute(NOTE)
            database.commit()

    with demo() as (told, page):
        assert "<h1" in page
        assert entered(data) == 1
        assert [line for line in told if "Filling" in line or "Preparing" in line] == []

    with demo("--fresh") as (told, _page):
        assert entered(data) == 0
        assert any("What was there lies in" in line for line in told)


def test_data_in_use_is_not_taken_away(data, monkeypatch):
    data.mkdir()
    monkeypatch.setenv("SAMSKAP_DATA", str(data))
    keeper = (
        "from pathlib import Path; import sys, time; from samskap.config.surroundings import *\n"
        f"with living_in(Path({str(data)!r})): print('in', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", keeper],
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT / "src")},
    ) as running:
        assert running.stdout.readline() == b"in\n"
        done = subprocess.run(
            [sys.executable, "-m", "samskap.config.command", "demo", "--fresh"],
            env={"PYTHONPATH": str(ROOT / "src"), "SAMSKAP_DATA": str(data), "PATH": "/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        running.kill()
    assert (done.returncode, done.stderr) == (
        1,
        "samskap: An instance is running on this data. End it first.\n",
    )
