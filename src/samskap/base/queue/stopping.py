"""How a worker is asked to end."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def end_when_asked() -> Iterator[threading.Event]:
    """Give an event that is set when the process is asked to end (SIGTERM or Ctrl-C)."""
    ending = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:
        ending.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
