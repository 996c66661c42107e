"""The stories of Fjordvik, one file for each larger one."""

from collections.abc import Generator, Iterator
from datetime import datetime

from samskap.config.demo.scene import Scene
from samskap.config.demo.stories import library

Told = Generator[datetime, None, None]


def all_of(scene: Scene) -> Iterator[Told]:
    """Begin every story; the first moment of each is still to come."""
    yield library.tell(scene)
