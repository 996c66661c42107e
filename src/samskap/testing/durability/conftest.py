"""An instance that serves for all tests of durability."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from samskap.testing.databases import migrated_copy
from samskap.testing.durability.browsers import Browser
from samskap.testing.durability.instance import Instance

WRITERS = 50


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    """An instance with a data folder and a database of its own, ready to serve."""
    folder = tmp_path_factory.mktemp("instance")
    with migrated_copy(folder, os.environ.get("DATABASE_URL", "")) as url:
        instance = Instance(folder, url)
        instance.prepare()
        yield instance


@pytest.fixture(scope="session")
def place(instance: Instance) -> dict[str, Any]:
    """What stands there at the beginning: `slug`, `idea`, `sessions`."""
    place: dict[str, Any] = instance.ask(
        f"samskap.testing.durability.residents:move_in({WRITERS + 1})"
    )
    return place


@pytest.fixture(scope="session")
def browsers(instance: Instance, place: dict[str, Any]) -> list[Browser]:
    """Residents with the form before them: fifty who write, and one more."""
    browsers = [Browser(session) for session in place["sessions"]]
    with instance.served() as server:
        for browser in browsers:
            browser.goes_to(server.port)
            browser.opens_the_form(place["slug"])
            browser.leaves()
    return browsers
