"""The front door is plain sh: it says in one line what is missing, and is quick when nothing is."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("sh", "dirname", "cksum", "cat", "grep", "sleep", "tail")


def program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def door(tmp_path):
    """A copy of the front door in an empty machine: only the tools that every system has."""
    here, tools = tmp_path / "samskap here", tmp_path / "bin"
    here.mkdir()
    tools.mkdir()
    for name in ("samskap", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, here / name)
    for name in NEEDED:
        (tools / name).symlink_to(shutil.which(name))
    return here, tools


def knock(here: Path, tools: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(  # noqa: S603
        [str(here / "samskap"), *words],
        env={"PATH": str(tools), "HOME": str(here)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_machine_without_python_is_told_what_to_install(door):
    answer = knock(*door)
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1] == (
        "samskap: Python 3.11 or newer is missing. Debian/Ubuntu: apt install python3 "
        "python3-venv · macOS: brew install python"
    )


def test_a_python_that_is_too_old_is_passed_over(door):
    here, tools = door
    program(tools / "python3", "#!/bin/sh\nexit 1\n")
    assert "Python 3.11 or newer is missing" in knock(here, tools).stderr


def test_a_python_without_venv_is_told_what_to_install(door):
    here, tools = door
    program(tools / "python3", '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1 ;; esac\n')
    answer = knock(here, tools)
    assert (answer.returncode, answer.stderr.splitlines()[-1]) == (
        1,
        "samskap: Python's venv is missing. Debian/Ubuntu: apt install python3-venv",
    )


def ready(here: Path, stamp: str, lock: str) -> None:
    """Pretend that an environment was made from a lock."""
    (here / ".venv" / "bin").mkdir(parents=True)
    program(here / ".venv" / "bin" / "python", '#!/bin/sh\necho "python $*"\n')
    with (here / lock).open("rb") as content:
        command = [shutil.which("cksum") or "cksum"]
        counted = subprocess.run(command, stdin=content, capture_output=True, text=True, check=True)  # noqa: S603
    (here / ".venv" / stamp).write_text(f"{here} {counted.stdout}")


def test_an_unchanged_lock_hands_over_at_once(door):
    here, tools = door
    ready(here, ".samskap-run", "requirements.lock")
    answer = knock(here, tools, "demo", "--port", "8001")
    assert (answer.stdout, answer.stderr) == (
        "python -m samskap.config.command demo --port 8001\n",
        "",
    )


def test_the_environment_for_developing_will_do_for_running(door):
    here, tools = door
    ready(here, ".samskap-dev", "requirements-dev.lock")
    assert knock(here, tools, "serve").stderr == ""
    assert knock(here, tools, "test").stdout == "python -m samskap.config.command test\n"


def test_a_changed_lock_is_set_up_again_and_a_failure_shows_its_last_words(door):
    here, tools = door
    ready(here, ".samskap-run", "requirements.lock")
    program(
        here / ".venv" / "bin" / "python",
        '#!/bin/sh\ncase "$*" in *install*) echo "no such host"; exit 1 ;; esac\n',
    )
    with (here / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    answer = knock(here, tools, "demo")
    assert answer.returncode == 1
    assert "no such host" in answer.stderr
    assert "the packages could not be fetched. Is this machine on the network?" in answer.stderr


def test_the_launcher_is_plain_sh():
    shell = shutil.which("dash") or "sh"
    done = subprocess.run([shell, "-n", str(ROOT / "samskap")], check=False)  # noqa: S603
    assert done.returncode == 0
    assert os.access(ROOT / "samskap", os.X_OK)
