"""Every route answers, speaks four languages and is valid HTML."""

from collections import Counter

import html5lib
import pytest
from django.conf import settings

from samskap.testing.routes import PIECES, all_routes

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Who sees most; a resident and nobody at all see the rest.
READERS = ("administrator", "facilitator", "resident", None)


def pages(client, paths, people, role):
    """Every page of HTML that a role is shown: route name → text."""
    if role:
        client.force_login(people[role])
    for name, path in paths.items():
        answer = client.get(path)
        assert answer.status_code < 500, f"{name} ({path}) failed as {role}"
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        if is_page and name not in PIECES and not answer.streaming and answer.content:
            yield name, answer.text


def test_every_route_has_something_behind_it(paths):
    without = [route.name for route in all_routes() if route.name not in paths]

    assert without == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_valid_html_in_every_language(client, paths, people, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    for role in READERS:
        client.logout()
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        for name, text in pages(client, paths, people, role):
            parser = html5lib.HTMLParser()
            html = parser.parse(text)
            faults = [(position, code) for position, code, _facts in parser.errors]
            assert faults == [], f"{name} as {role}: {faults[:3]}"
            assert html.get("lang") == language, f"{name} speaks {html.get('lang')}"
            headings = html.findall(".//{http://www.w3.org/1999/xhtml}h1")
            assert len(headings) == 1, f"{name} as {role} has {len(headings)} h1"
            ids = Counter(e.get("id") for e in html.iter() if e.get("id"))
            assert [i for i, n in ids.items() if n > 1] == [], f"{name} as {role}"
            title = html.find(".//{http://www.w3.org/1999/xhtml}title")
            assert title is not None
            assert title.text.strip(), name


def test_no_page_has_a_script_or_a_style_of_its_own(client, paths, people):
    for role in READERS:
        client.logout()
        for name, text in pages(client, paths, people, role):
            found = list(forbidden(text))
            assert found == [], f"{name} as {role}"


def forbidden(text):
    """Inline scripts, style attributes and event handlers in a page."""
    document = html5lib.parse(text)
    for element in document.iter():
        tag = str(element.tag).rsplit("}", 1)[-1]
        is_code = element.get("type") != "application/json" and not element.get("src")
        if tag == "script" and is_code:
            yield "script"
        if tag == "style":
            yield "style"
        yield from (
            name for name in element.attrib if name == "style" or str(name).startswith("on")
        )
