"""A receiver of webhooks on this machine, which checks signatures as Standard Webhooks says.

It is written from the specification and shares nothing with our own signing.
Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOLERANCE = 300  # seconds


class Receiver(ThreadingHTTPServer):
    """Takes messages, and keeps those that were fresh, ours and not seen before."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Door)
        self.secret = ""
        self.says = 200  # the status of its next answers
        self.waits = 0.0  # seconds before it answers
        self.leads_to = ""  # where a redirect leads
        self.taken: list[dict[str, Any]] = []
        self.names: list[str] = []  # of every message, taken or not
        self.refused: list[str] = []
        self.sent: list[tuple[dict[str, str], bytes]] = []  # headers and body, as they came

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}/hear"

    def why_not(self, headers: Any, body: bytes) -> str:
        """Say what is wrong with a message; nothing where it is right."""
        name, moment = headers["webhook-id"], headers["webhook-timestamp"]
        if abs(time.time() - int(moment)) > TOLERANCE:
            return "stale"
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        signed = hmac.new(key, b".".join([name.encode(), moment.encode(), body]), hashlib.sha256)
        ours = f"v1,{base64.b64encode(signed.digest()).decode()}"
        if not any(
            hmac.compare_digest(ours, each) for each in headers["webhook-signature"].split()
        ):
            return "forged"
        return "replayed" if any(each["name"] == name for each in self.taken) else ""


class Door(BaseHTTPRequestHandler):
    """Answers one message."""

    server: Receiver

    def do_POST(self) -> None:
        """Check a message, keep it and say so."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server = self.server
        server.names.append(self.headers["webhook-id"])
        server.sent.append((dict(self.headers), body))
        time.sleep(server.waits)
        if server.says == 200 and (wrong := server.why_not(self.headers, body)):
            server.refused.append(wrong)
            self._answer(200 if wrong == "replayed" else 401)
            return
        if server.says == 200:
            server.taken.append({"name": self.headers["webhook-id"], **json.loads(body)})
        self._answer(server.says)

    def _answer(self, status: int) -> None:
        """Write the answer."""
        self.send_response(status)
        if self.server.leads_to:
            self.send_header("Location", self.server.leads_to)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def receiver() -> Iterator[Receiver]:
    """Listen while a test lasts."""
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
