"""What a start needs before Django: folders, the secret key, the .env file, Chromium."""

import fcntl
import hashlib
import os
import platform
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)


class Stop(Exception):
    """A command cannot go on, and the text says what to do."""


def data_folder() -> Path:
    """Say where this instance keeps its database, files and outbox; make the folder."""
    folder = Path(os.environ.get("SAMSKAP_DATA") or ROOT / "data").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def read_env_file(path: Path) -> None:
    """Take settings from a file of NAME=value lines; what the environment says already wins."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        name, equals, value = line.strip().partition("=")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not equals or not name.isidentifier():
            raise Stop(f"{path.name}, line {number}: write NAME=value, without spaces in the name.")
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        os.environ.setdefault(name, value)


def give_secret_key() -> None:
    """See that there is a secret key: the environment’s, or one made once and kept by the data."""
    if os.environ.get("SAMSKAP_SECRET_KEY"):
        return
    kept = data_folder() / "secret-key"
    if not kept.exists():
        with open(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(50))
    os.environ["SAMSKAP_SECRET_KEY"] = kept.read_text(encoding="utf-8").strip()


def fingerprint() -> str:
    """Sum up everything that a start has to prepare: migrations, messages, static files."""
    seen = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    house = ROOT / "src" / "samskap"
    for pattern in ("*/migrations/**/*.py", "*/locale/**/*.po", "*/static/**/*", "config/*.py"):
        for path in sorted(house.glob(pattern)):
            if path.is_file():
                about = path.stat()
                seen.update(
                    f"{path.relative_to(house)} {about.st_size} {about.st_mtime_ns}".encode()
                )
    return seen.hexdigest()


def is_prepared() -> bool:
    """Say whether the last preparation still fits the program."""
    stamp = data_folder() / "prepared"
    return stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint()


def remember_prepared() -> None:
    """Note that everything is prepared for the program as it is now."""
    (data_folder() / "prepared").write_text(fingerprint(), encoding="utf-8")


def share_numbers() -> None:
    """Let server and worker write what they count into one folder, so that /metrics adds it up.

    What processes of an earlier run left there is taken away; a worker that runs by itself may
    be counting there already, and keeps its numbers.
    """
    folder = Path(os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(data_folder() / "metrics")))
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.db"):  # as prometheus_client names them: counter_PID.db
        if not _is_running(path.stem.rpartition("_")[2]):
            path.unlink(missing_ok=True)


def _is_running(pid: str) -> bool:
    """Say whether a process of this number runs."""
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:  # it runs, and is somebody else's
        return True
    return True


@contextmanager
def living_in(folder: Path, *, alone: bool = False) -> Iterator[None]:
    """Hold the data folder while an instance runs there, so that nobody takes it away meanwhile."""
    with (folder / "lock").open("w") as door:
        try:
            fcntl.flock(door, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Stop("An instance is running on this data. End it first.") from None
        yield


def free_port(host: str, wanted: int | None) -> int:
    """Find a port to serve on: the one asked for, or the first free one from 8000."""
    for port in [wanted] if wanted else range(8000, 8020):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((host, port))
            except OSError:
                continue
            return port
    if wanted:
        raise Stop(f"Port {wanted} is taken. Choose another with --port.")
    raise Stop("No port between 8000 and 8019 is free. Choose one with --port.")


def chromium() -> str:
    """Find Chromium for the tests that need a browser; install it where that is possible."""
    chosen = os.environ.get("SAMSKAP_CHROMIUM")
    if chosen:
        if shutil.which(chosen) is None:
            raise Stop(f"SAMSKAP_CHROMIUM names {chosen}, which is not a program on this machine.")
        return chosen
    for name in CHROMIUMS:
        if found := shutil.which(name):
            return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        sys.stderr.write("Installing Chromium for the journeys …\n")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(  # noqa: S603 - fixed words
                [shutil.which("apt-get") or "apt-get", "-q", *words],
                env=quiet,
                stdin=subprocess.DEVNULL,
                stdout=sys.stderr,
                check=False,
            )
        if found := shutil.which("chromium"):
            return found
    how = {
        "Darwin": "brew install --cask chromium",
        "Linux": "sudo apt install chromium",
    }.get(platform.system(), "install Chromium or Chrome")
    raise Stop(
        f"The journeys need Chromium. Run “{how}”, or name your browser in SAMSKAP_CHROMIUM."
    )
