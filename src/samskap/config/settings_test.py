"""Settings for tests: fast, and nothing leaves the machine."""

import os
import tempfile
from pathlib import Path

# Set before the settings are read: tests never touch the data folder of the house.
os.environ.setdefault("SAMSKAP_DATA", tempfile.mkdtemp(prefix="samskap-test-"))

from samskap.config.settings import *  # noqa: F403
from samskap.config.settings import DATABASES, IS_POSTGRESQL, STATIC_ROOT, STORAGES

SECRET_KEY = "not-a-secret"  # noqa: S105
ALLOWED_HOSTS = ["*"]
if not IS_POSTGRESQL:
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["SAMSKAP_DATA"]) / "t.sqlite3")}
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
RATES_ARE_KEPT = False  # the tests of the limits switch them on
