"""Counts the instructions of a page where the processor does not tell.

Run by `benchmarks.measuring.counted`, never by hand: callgrind counts what one process spends on a
request, from the server’s door (WSGI) on. The server itself is not in it: it adds less than 5 %.
"""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.cache import caches

from benchmarks.one_page import COUNTED
from samskap.config.wsgi import application

WARMING = 3  # requests


def ask(path: str, session: str, token: str, etag: str = "") -> tuple[str, dict[str, str]]:
    """Ask for a page at the door: status and headers."""
    told: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        """Keep what is answered."""
        told.update(status=status[:3], headers=dict(headers))

    asked = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_LANGUAGE": "en",
        "HTTP_COOKIE": f"sessionid={session}; csrftoken={token}",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        **({"HTTP_IF_NONE_MATCH": etag} if etag else {}),
    }
    answer = application(asked, start)
    b"".join(answer)
    answer.close()
    return told["status"], told["headers"]


def control(*words: str) -> None:
    """Tell callgrind what to do."""
    command = ["callgrind_control", *words, str(os.getpid())]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603


def count(page: dict[str, Any], session: str, token: str) -> None:
    """Count one page: `path`, `is_cold`, `is_polled`."""
    etag = ""
    for _ in range(WARMING):
        _, headers = ask(page["path"], session, token)
        etag = headers.get("ETag", "") if page["is_polled"] else ""
    for _ in range(COUNTED):
        if page["is_cold"]:
            caches["here"].clear()
        control("--instr=on")
        status, _ = ask(page["path"], session, token, etag)
        control("--instr=off")
        assert status == ("304" if page["is_polled"] else "200"), status  # noqa: S101
    control("--dump")


def main() -> None:
    """Count each page, one dump for each."""
    given = json.loads(Path(sys.argv[1]).read_text())
    for _ in range(COUNTED):  # what switching the counter on and off costs
        control("--instr=on")
        control("--instr=off")
    control("--dump")
    for page in given["pages"]:
        count(page, given["session"], given["token"])
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
