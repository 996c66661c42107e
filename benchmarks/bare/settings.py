"""Settings of the bare framework: our database and models, none of our middleware or templates."""

from pathlib import Path

from samskap.config.settings import *  # noqa: F403
from samskap.config.settings import DATABASES, INSTALLED_APPS, IS_POSTGRESQL

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.sessions", "benchmarks.bare"]
ROOT_URLCONF = "benchmarks.bare.urls"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # does nothing here, but its app asks for it
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    }
]
# The framework as it comes, where ours has a way of its own.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
if not IS_POSTGRESQL:
    DATABASES["default"]["ENGINE"] = "django.db.backends.sqlite3"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
