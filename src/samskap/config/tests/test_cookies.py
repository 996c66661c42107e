"""No script reads a cookie of ours that matters, and no neighbour at another host name sets one."""

import json
import os
import subprocess
import sys

import pytest

from samskap.testing.factories.people import PersonFactory

ASK = """
import json
from samskap.config import settings
names = [name for name in dir(settings) if "COOKIE" in name]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


@pytest.fixture
def cookies_over_https():
    """Read the settings as an instance behind HTTPS does."""
    asked = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", ASK],
        env={**os.environ, "SAMSKAP_HTTPS": "yes"},
        capture_output=True,
        check=True,
    )
    return json.loads(asked.stdout)


@pytest.mark.parametrize("kind", ["SESSION", "CSRF", "LANGUAGE"])
def test_over_https_a_cookie_is_ours_alone(cookies_over_https, kind):
    # A browser takes “__Host-” only from the host itself, over HTTPS and for all of it: a page at
    # bodo.example.org cannot set it for tromso.example.org. RFC 6265bis, 4.1.3.2.
    said = {name.removeprefix(f"{kind}_COOKIE_"): v for name, v in cookies_over_https.items()}

    assert said["NAME"].startswith("__Host-")
    assert (said["SECURE"], said["HTTPONLY"], said["SAMESITE"]) == (True, True, "Lax")
    assert said.get("DOMAIN") is None


@pytest.mark.django_db
def test_no_script_reads_a_cookie_that_matters(client, municipality):
    client.post("/people/sign-in/", {"email": "ada@example.org"})
    client.post("/language/", {"language": "nn"})
    client.get("/people/sign-in/")

    assert {name: kept["httponly"] for name, kept in client.cookies.items()} == {
        "sessionid": True,
        "csrftoken": True,
        "django_language": True,
    }


@pytest.mark.django_db
def test_nor_the_language_that_somebody_chooses_with_their_name(client, municipality):
    client.force_login(PersonFactory())

    chosen = {"given_name": "Ada", "shown_as": "first_name", "language": "nb"}
    answer = client.post("/people/me/name/", chosen)

    assert answer.cookies["django_language"]["httponly"]
