"""The key to the first run: printed for whoever runs the server, useless once there is an owner."""

from urllib.parse import urlencode

from django.core import signing
from django.urls import reverse

SALT = "municipalities.first_run"
LASTS = 24 * 60 * 60  # seconds


def new_token() -> str:
    """Make a key that opens the first run for a day."""
    return signing.dumps("first run", salt=SALT)


def is_valid(token: str) -> bool:
    """Whether this key was made here, less than a day ago."""
    try:
        return bool(signing.loads(token, salt=SALT, max_age=LASTS) == "first run")
    except signing.BadSignature:
        return False


def first_run_path() -> str:
    """The address of the first run, with a new key in it."""
    return f"{reverse('municipalities:first_run')}?{urlencode({'token': new_token()})}"
