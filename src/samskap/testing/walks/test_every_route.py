"""Every route answers, and every page of HTML is well made in every language."""

import pytest
from django.conf import settings

from samskap.testing.routes import PIECES, all_routes
from samskap.testing.walks.conftest import NOBODY
from samskap.testing.walks.markup import faults

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Who sees most reads every page in every language; the others read each in two of them.
READERS = {
    "administrator": LANGUAGES,
    "facilitator": ("nb", "da"),
    "resident": ("nn", "en"),
    NOBODY: ("nb", "nn"),
}


def test_every_route_has_something_behind_it(paths):
    without = [route.name for route in all_routes() if route.name not in paths]

    assert without == []


def walks():
    """Every reader in every language of theirs; the first of these on every database."""
    for role, languages in READERS.items():
        yield role, languages[0]
        for language in languages[1:]:
            yield pytest.param(role, language, marks=pytest.mark.same_everywhere)


@pytest.mark.parametrize(("role", "language"), walks())
def test_every_page_is_well_made_in_every_language(comes, paths, role, language):
    reader = comes(role)
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    found = {}
    for name, path in paths.items():
        answer = reader.get(path)
        if answer.status_code >= 500:
            found[name] = [f"answers {answer.status_code} at {path}"]
        elif is_page(answer) and name not in PIECES:
            found[name] = faults(answer.text, language=language)

    assert {name: wrong[:5] for name, wrong in found.items() if wrong} == {}
    assert len(found) > 10  # pages were looked at


def is_page(answer):
    """Whether somebody is shown a page of HTML."""
    is_html = answer.headers.get("Content-Type", "").startswith("text/html")
    return is_html and not answer.streaming and bool(answer.content)
