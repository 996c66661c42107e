"""A PostgreSQL of its own in a temporary folder, unless DATABASE_URL names one."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from samskap.testing.databases import is_postgresql
from samskap.testing.durability.instance import free_port


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """Give the address of a cluster where databases may be made."""
    given = os.environ.get("DATABASE_URL", "")
    if is_postgresql(given):
        yield given
        return
    home = Path(tempfile.mkdtemp(prefix="samskap-pg-"))
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    port, is_root = free_port(), os.geteuid() == 0
    if is_root:  # PostgreSQL refuses to run as root
        shutil.chown(home, "postgres", "postgres")

    def run(*words: str) -> None:
        """Run a program of PostgreSQL."""
        command = ["runuser", "-u", "postgres", "--", *words] if is_root else list(words)
        subprocess.run(  # noqa: S603 - our own commands
            command, cwd=home, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )

    run(f"{programs}/initdb", "-D", f"{home}/data", "-A", "trust", "-U", "postgres")
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c shared_buffers=256MB"
    control = (f"{programs}/pg_ctl", "-D", f"{home}/data", "-w", "-l", f"{home}/log")
    run(*control, "-o", options, "start")
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        run(*control, "-m", "fast", "stop")
        shutil.rmtree(home, ignore_errors=True)
