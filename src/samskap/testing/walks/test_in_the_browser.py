"""Every page in a real browser: axe in both themes, 320 pixels wide, nothing the CSP refuses."""

from importlib.resources import files

import pytest
from django.conf import settings
from django.test import Client

from samskap.testing.routes import PIECES

pytestmark = pytest.mark.django_db(transaction=True)

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = """async rules => {
  const found = await axe.run(document, {runOnly: rules});
  const where = v => v.nodes.slice(0, 3).map(n => n.target).join(' | ');
  return found.violations.map(v => v.id + ': ' + where(v));
}"""
WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


def sign_in(context, live_server, person):
    """Give the browser the session of a person."""
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )


# Each page is looked at as the first of these who is shown it.
READERS = ("administrator", "facilitator", "resident", None)


@pytest.mark.parametrize("role", READERS)
def test_axe_finds_nothing_on_any_page(browser, live_server, municipality, people, paths, role):
    municipality.host_names.create(host="localhost")
    context = browser.new_context(viewport={"width": 320, "height": 800}, locale="nb")
    if role:
        sign_in(context, live_server, people[role])
    page = context.new_page()
    said_aloud = []
    page.on("console", lambda said: said_aloud.append(said.text))
    findings = {}
    for name, path in shown_first_to(role, people, paths).items():
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(live_server.url + path)
        page.evaluate(AXE)
        found = page.evaluate(ASK, RULES)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += ["dark: " + each for each in page.evaluate(ASK, ["color-contrast"])]
        found += ["wider than 320 pixels"] if page.evaluate(WIDE) else []
        if found:
            findings[name] = found
    context.close()

    assert not findings, "\n".join(f"{name}: {found}" for name, found in findings.items())
    assert [said for said in said_aloud if "Content Security" in said] == []


def shown_first_to(role, people, paths):
    """The addresses of pages that a reader is shown, and nobody before them in the list."""
    before = READERS[: READERS.index(role)]
    seen = {name for reader in before for name in pages_for(people.get(reader), paths)}
    return {
        name: path for name, path in pages_for(people.get(role), paths).items() if name not in seen
    }


def pages_for(person, paths):
    """The addresses at which a reader is shown a page."""
    client = Client()
    if person:
        client.force_login(person)
    answers = {name: client.get(path) for name, path in paths.items()}
    return {
        name: paths[name]
        for name, answer in answers.items()
        if answer.status_code == 200
        and name not in PIECES
        and answer.headers.get("Content-Type", "").startswith("text/html")
    }
