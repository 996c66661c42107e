"""Instructions, memory and waiting of a running server, as perf, the kernel and wrk count them."""

import http.client
import json
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.one_page import COUNTED
from samskap.config.surroundings import ROOT
from samskap.testing.durability.instance import Instance, Server

TOKEN = "a" * 32  # of the reader’s forms: the pages are only read
REQUESTS = 60
SECONDS_OF_WRK = 4
LUA = """
done = function(summary, latency)
  io.write(string.format("%.1f %.1f %.1f %d\\n", latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, latency:percentile(99) / 1000, summary.errors.status))
end
"""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What one page costs."""

    minstr: float
    database_minstr: float  # of PostgreSQL’s own processes; 0 on SQLite, which has none
    p50: float
    p95: float
    p99: float
    megabytes: float
    bytes: int


def processes_of(server: Server) -> list[int]:
    """The server’s workers: everything that it started."""
    found, left = [], [server.process.pid]
    while left:
        parent = left.pop()
        path = Path(f"/proc/{parent}/task/{parent}/children")
        children = [int(child) for child in path.read_text().split()]
        found += children
        left += children
    return found


def megabytes_of(processes: list[int]) -> float:
    """Memory that is resident, of the largest process."""
    resident = re.compile(r"VmRSS:\s+(\d+) kB")
    sizes = [resident.search(Path(f"/proc/{pid}/status").read_text()) for pid in processes]
    return max(int(size[1]) for size in sizes if size) / 1024


def instructions(groups: list[list[int]], work: Callable[[], None]) -> list[float]:
    """How many million instructions groups of processes spend on some work."""
    watched = []
    for group in groups:
        told = tempfile.NamedTemporaryFile(mode="r", suffix=".csv")  # noqa: SIM115 - read below
        command = ["perf", "stat", "-x,", "-e", "instructions:u,instructions:k", "-o", told.name]
        pids = ",".join(str(pid) for pid in group)
        process = subprocess.Popen([*command, "-p", pids]) if group else None  # noqa: S603
        watched.append((process, told))
    time.sleep(0.5)
    work()
    spent = []
    for process, told in watched:
        if process:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)
        counts = [line.split(",")[0] for line in told if ",instructions" in line]
        spent.append(sum(float(count) for count in counts if count.isdigit()) / 1e6)
        told.close()
    return spent


@cache
def processor_tells() -> bool:
    """Whether the processor counts instructions; virtual machines often hide its counters."""
    command = ["perf", "stat", "-x,", "-e", "instructions:u", "true"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return told.stderr.split(",")[0].isdigit()


def counted(instance: Instance, pages: list[dict[str, Any]], session: str) -> list[float]:
    """Million instructions of each page, counted by callgrind in one process of the instance.

    pages   dicts of `path`, `is_cold`, `is_polled`
    """
    folder = Path(tempfile.mkdtemp(dir=instance.folder))
    asked = folder / "asked.json"
    asked.write_text(json.dumps({"pages": pages, "session": session, "token": TOKEN}))
    valgrind = ["valgrind", "--tool=callgrind", "--instr-atstart=no", "-q"]
    subprocess.run(  # noqa: S603 - our own command
        [
            *valgrind,
            f"--callgrind-out-file={folder}/out",
            *(sys.executable, "-m", "benchmarks.one_process", str(asked)),
        ],
        cwd=ROOT,
        env=instance.environment,
        stdin=subprocess.DEVNULL,
        check=True,
    )
    totals = re.compile(r"^totals: (\d+)", re.MULTILINE)
    counts = []
    for number in range(1, len(pages) + 2):
        told = totals.search((folder / f"out.{number}").read_text())
        counts.append(int(told[1]) / 1e6 if told else 0.0)
    switching, *found = counts  # the first was counted without any page
    return [(count - switching) / COUNTED for count in found]


class Reader:
    """Someone who is signed in and reads pages."""

    def __init__(self, port: int, sessions: list[str]) -> None:
        self.port = port
        self.sessions = sessions
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def headers(self, number: int = 0, etag: str = "") -> dict[str, str]:
        """What a browser sends."""
        session = self.sessions[number % len(self.sessions)]
        asked = {
            "Host": "localhost",
            "Cookie": f"sessionid={session}; csrftoken={TOKEN}",
            "Accept-Language": "en",
        }
        return asked | ({"If-None-Match": etag} if etag else {})

    def get(self, path: str, number: int = 0, etag: str = "") -> tuple[int, str, bytes]:
        """Read a page once: status, tag, body."""
        self.connection.request("GET", path, headers=self.headers(number, etag))
        answer = self.connection.getresponse()
        return answer.status, answer.headers.get("ETag", ""), answer.read()


def measure(
    server: Server, path: str, sessions: list[str], *, backends: list[int], polled: bool = False
) -> Measured:
    """Measure one page of a server with one worker.

    backends  processes of the database that work for this server
    polled    ask again for a page that has not changed; it must answer 304
    """
    reader = Reader(server.port, sessions)
    tags = [reader.get(path, number)[1] for number in range(len(sessions))]
    tags = [reader.get(path, number)[1] for number in range(len(sessions))]
    expected = 304 if polled else 200
    size = 0

    def work() -> None:
        """Read it sixty times."""
        nonlocal size
        for number in range(REQUESTS):
            tag = tags[number % len(tags)] if polled else ""
            status, _, body = reader.get(path, number, tag)
            assert status == expected, f"{path}: {status}"  # noqa: S101
            size = len(body)

    processes = processes_of(server)
    spent, in_database = instructions([processes, backends], work)
    p50, p95, p99 = waits(reader, path, tags[0] if polled else "")
    return Measured(
        minstr=spent / REQUESTS,
        database_minstr=in_database / REQUESTS,
        p50=p50,
        p95=p95,
        p99=p99,
        megabytes=megabytes_of(processes),
        bytes=size,
    )


def waits(reader: Reader, path: str, etag: str) -> tuple[float, float, float]:
    """How long four who read at the same time wait: p50, p95, p99 in milliseconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA)
        script.flush()
        headers = [f"-H{name}: {value}" for name, value in reader.headers(0, etag).items()]
        command = ["wrk", "-t1", "-c4", f"-d{SECONDS_OF_WRK}s", "--timeout", "30s"]
        told = subprocess.run(  # noqa: S603 - our own command
            [*command, "-s", script.name, *headers, f"http://127.0.0.1:{reader.port}{path}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    p50, p95, p99, errors = told.strip().splitlines()[-1].split()
    assert errors == "0", f"{path}: {errors} wrong answers"  # noqa: S101
    return float(p50), float(p95), float(p99)
