"""Settings of the instance without its memory of finished parts: each page is made anew."""

from samskap.config.settings import *  # noqa: F403
from samskap.config.settings import CACHES

CACHES["here"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
