"""Addresses that nobody may reach through us, and somebody who never ends."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

CLOSED = [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.7", "172.16.5.4", "192.168.1.1",  # noqa: S104
    "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0",
    "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "2002:7f00:1::",
    "2001:0:7f00:1::",
]  # fmt: skip
OPEN = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]


def found_at(*addresses: str) -> list[tuple[int, int, int, str, tuple[str, int]]]:
    """What a name server says of a name that leads to these addresses."""
    return [(10 if ":" in each else 2, 1, 6, "", (each, 443)) for each in addresses]


@contextmanager
def dripping(begins: bytes, drops: bytes) -> Iterator[int]:
    """Listen at a port; say something at once, and then a little for a long time."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def drip() -> None:
            """Answer one question."""
            line, _from = door.accept()
            with line:
                try:
                    line.sendall(begins)
                    for _piece in range(100):
                        line.sendall(drops)
                        time.sleep(0.05)
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        yield door.getsockname()[1]
        thread.join()
