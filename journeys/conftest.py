"""What every journey leans on: a municipality that answers, and people with a browser each."""

from pathlib import Path

import pytest

from journeys.visitor import Visitor


def pytest_collection_modifyitems(items):
    """Let every journey see what the server writes, and be seen by it."""
    here = Path(__file__).parent
    for item in items:  # all that are run, not only ours
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture
def here(municipality):
    """The municipality that answers where the browser asks."""
    municipality.host_names.create(host="localhost")
    return municipality


@pytest.fixture
def visit(browser, live_server):
    """Let somebody come by with a browser of their own: `visit("ada@example.org", width=360)`."""
    contexts = []

    def come(email="", *, width=1280, scripts=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            locale="en-GB",
            reduced_motion="reduce",
            base_url=live_server.url,
        )
        contexts.append(context)
        return Visitor(context, email, live_server.url)

    yield come
    for context in contexts:
        context.close()
