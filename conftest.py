"""What every test may lean on: the browser, and a clean slate between tests."""

import os
import shutil

import pytest
from django.core.cache import caches
from django.utils import translation

from samskap.testing.factories.municipalities import MunicipalityFactory

CHROMIUM = os.environ.get("SAMSKAP_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
# Django’s database calls are made beside Playwright’s own event loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the Chromium of this machine, quietly and without the network."""
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(autouse=True)
def clean_slate():
    """Forget what was cached, and speak English, which is the language of the source."""
    for cache in caches.all():
        cache.clear()
    with translation.override("en"):
        yield


@pytest.fixture
def municipality(db):
    """The municipality that answers where Django’s test client asks."""
    return MunicipalityFactory()
