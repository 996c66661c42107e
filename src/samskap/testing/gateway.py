"""A fake SMS gateway that speaks the shape of GatewayAPI’s REST interface.

Source: https://gatewayapi.com/docs/apis/rest/ (POST /rest/mtsms).
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing


class Gateway(ThreadingHTTPServer):
    """Takes SMS on this machine, and keeps what it was handed."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.taken: list[dict[str, Any]] = []
        self.says = 200  # set to 503 while it cannot take anything
        self.numbers_unknown: set[int] = set()  # refused for good

    @property
    def url(self) -> str:
        """Where SMS are posted to."""
        return f"http://127.0.0.1:{self.server_port}/rest/mtsms"


class Desk(BaseHTTPRequestHandler):
    """Answers one request as the documented interface does."""

    server: Gateway

    def do_POST(self) -> None:
        """Take one message, or say why not."""
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/rest/mtsms":
            self._answer(404, {"code": "0x0404", "message": "Not found"})
        elif self.headers["Authorization"] != f"Token {TOKEN}":
            self._answer(401, {"code": "0x0213", "message": "Unauthorized"})
        elif self.server.says != 200:
            self._answer(self.server.says, {"code": "0x0500", "message": "Try again later"})
        elif not {"message", "recipients"} <= set(message):
            self._answer(400, {"code": "0x0308", "message": "Missing required field"})
        elif message["recipients"][0]["msisdn"] in self.server.numbers_unknown:
            self._answer(422, {"code": "0x0216", "message": "Invalid msisdn"})
        else:
            self.server.taken.append(message)
            number = len(self.server.taken)
            usage = {"countries": {"NO": 1}, "currency": "DKK", "total_cost": 0.3}
            self._answer(200, {"ids": [421332670 + number], "usage": usage})

    def _answer(self, status: int, facts: dict[str, Any]) -> None:
        """Write the answer."""
        body = json.dumps(facts).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def gateway() -> Iterator[Gateway]:
    """Let a gateway run on this machine for a while."""
    server = Gateway()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
