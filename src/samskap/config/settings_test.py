"""Settings for tests: fast, and nothing leaves the machine."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Set before the settings are read: tests never touch the data folder of the house. Each worker
# that tests run in has a folder of its own, which the processes that it starts share.
if "TESTS_DATA" not in os.environ:
    os.environ["TESTS_DATA"] = tempfile.mkdtemp(prefix="samskap-test-")
    atexit.register(shutil.rmtree, os.environ["TESTS_DATA"], ignore_errors=True)
os.environ["SAMSKAP_DATA"] = str(
    Path(os.environ["TESTS_DATA"], os.environ.get("PYTEST_XDIST_WORKER", "alone"))
)

from samskap.config.settings import *  # noqa: F403
from samskap.config.settings import DATABASES, IS_POSTGRESQL, STATIC_ROOT, STORAGES

SECRET_KEY = "not-a-secret"  # noqa: S105
ALLOWED_HOSTS = ["*"]
if not IS_POSTGRESQL:
    # Durability is tried in its own test, against a server of its own.
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;"
    )
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "shared"},
    "here": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "here"},
}
STRONG_ROLES = ()  # the tests of two-factor sign-in ask for it
RATES_ARE_KEPT = False  # the tests of the limits switch them on
