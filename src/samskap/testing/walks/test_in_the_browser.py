"""Every page in a real browser: axe in both themes, 320 pixels wide, nothing the CSP refuses."""

from importlib.resources import files

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer

from samskap.testing.routes import PIECES
from samskap.testing.walks import table
from samskap.testing.walks.conftest import NOBODY

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is wrong is gathered; the style sheets are not fetched a second time.
ASK = """async rules => {
  const how = {runOnly: rules, resultTypes: ['violations'], preload: false};
  const found = await axe.run(document, how);
  const where = v => v.nodes.slice(0, 3).map(n => n.target).join(' | ');
  return found.violations.map(v => v.id + ': ' + where(v));
}"""
WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Each page is looked at as the first of these who is shown it.
READERS = ("administrator", "facilitator", "resident", NOBODY)
PARTS = 4  # so that several workers share the pages


@pytest.fixture
def server(filled, django_db_blocker):
    """Serve what all walks go through; it stays as it is, for pages are only looked at."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        yield server
        server.stop()


@pytest.mark.same_everywhere
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("role", READERS)
def test_axe_finds_nothing_on_any_page(browser, server, comes, paths, role, part):
    reader = comes(role)
    context = browser.new_context(viewport={"width": 320, "height": 800}, locale="nb")
    if role != NOBODY:
        give_session(context, server, reader)
    page = context.new_page()
    said_aloud = []
    page.on("console", lambda said: said_aloud.append(said.text))
    findings = {}
    for name, path in pages_of(reader, shown_first_to(role, paths)[part::PARTS], paths).items():
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(server.url + path)
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


def give_session(context, server, reader):
    """Give the browser the session of whoever is signed in."""
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": reader.cookies[name].value, "url": server.url}])


def shown_first_to(role, paths):
    """The routes that a reader is shown something at, and nobody before them in the list.

    Who is shown what stands in a table, which another walk holds against the truth.
    """
    rows = table.read()
    before = READERS[: READERS.index(role)]
    return [
        name
        for name in paths
        if name not in PIECES
        and rows[name][role] == "200"
        and all(rows[name][other] != "200" for other in before)
    ]


def pages_of(reader, names, paths):
    """The addresses among these routes where a reader is shown a page of HTML."""
    answers = {name: reader.get(paths[name]) for name in names}
    return {
        name: paths[name]
        for name, answer in answers.items()
        if answer.headers.get("Content-Type", "").startswith("text/html")
    }
