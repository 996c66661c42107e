"""The living page in a real browser: light and dark, narrow and wide, with and without script."""

from importlib.resources import files

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.same_everywhere]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = """async rules => {
  const found = await axe.run(document, {runOnly: rules});
  return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target}`));
}"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def page(browser):
    """A page of its own, in English."""
    context = browser.new_context(locale="en-GB")
    yield context.new_page()
    context.close()


@pytest.fixture
def address(live_server, municipality):
    """Where the living page is, for a municipality that answers on this machine."""
    municipality.host_names.create(host="localhost")
    return live_server.url + reverse("design:living_page")


@pytest.fixture
def heard(page):
    """What the browser complained of."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    return complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("country", ["NO", "DK"])
def test_axe_finds_nothing(page, address, heard, width, scheme, country):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{address}?country={country}")
    page.wait_for_selector("[data-map][data-drawn]")
    page.evaluate(AXE)

    assert page.evaluate(ASK, RULES) == []
    assert page.evaluate(WIDER) <= 0
    assert heard == []


def test_forced_colours_and_print_are_as_wide_as_the_page(page, address):
    page.emulate_media(forced_colors="active")
    page.goto(address)
    assert page.evaluate(WIDER) <= 0
    page.emulate_media(media="print", color_scheme="dark", forced_colors="none")
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_without_script_everything_is_there(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    assert page.locator("svg.sketch path.outline").is_visible()
    assert page.get_by_role("link", name="The quay at Nes").is_visible()
    page.get_by_text("How is it counted?").click()
    assert page.get_by_text("Each voice counts once").is_visible()
    assert page.locator("textarea[name=empty-border]").is_visible()
    page.get_by_role("button", name="Dark", exact=True).click()
    assert page.locator("html").get_attribute("data-color-scheme") == "dark"
    context.close()


def test_the_dialog_opens_by_key_and_gives_the_focus_back(page, address):
    page.goto(address)
    opens = page.get_by_role("button", name="How is it counted?")
    opens.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="How shares are counted")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    assert opens.evaluate("one => one === document.activeElement")


def test_dark_is_one_click_away_and_stays(page, address):
    page.goto(address)
    dark = page.get_by_role("button", name="Dark", exact=True)
    dark.click()
    assert dark.get_attribute("aria-pressed") == "true"
    page.reload()
    assert page.locator("html").get_attribute("data-color-scheme") == "dark"


def test_the_counter_counts_when_the_writer_pauses(page, address):
    page.goto(address)
    page.locator("textarea[name=empty-dream]").fill("A place to meet")
    left = page.locator(".count-left span").first
    page.wait_for_function("one => one.textContent === '585'", arg=left.element_handle())


def test_a_border_is_drawn_corner_by_corner_and_written_down(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    box = page.locator("[data-draw=border]").first
    box.locator(".map__canvas").scroll_into_view_if_needed()
    page.wait_for_selector("[data-draw=border][data-drawn]")
    for at in ((60, 120), (200, 120), (130, 260)):
        box.locator(".map__canvas").click(position={"x": at[0], "y": at[1]})
    written = box.locator("textarea").input_value()
    assert written.startswith('{"type":"Polygon","coordinates":[[[')
    assert written.count("],[") == 3  # three corners, and the first again
    box.get_by_role("button", name="Take back the last corner").click()
    assert box.locator("textarea").input_value() == ""
    box.get_by_role("button", name="Set a corner in the middle").click()
    assert box.locator("textarea").input_value().startswith('{"type":"Polygon"')
    assert box.get_by_text("Corners drawn: 3").is_visible()


def test_a_place_is_picked_and_written_down(page, address):
    page.goto(address)
    box = page.locator("[data-draw=point]").first
    page.wait_for_selector("[data-draw=point][data-drawn]")
    box.get_by_role("button", name="Set the place in the middle").click()
    lat, lng = map(float, box.locator("input").input_value().split(","))
    assert 59.4 < lat < 59.7
    assert 10.0 < lng < 10.5


def test_the_menu_unfolds_and_folds_on_a_phone(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    summary = page.locator(".menu-fold > summary")
    if summary.count() == 0:
        pytest.skip("no module announces a menu")
    summary.click()
    assert page.locator(".menu--narrow").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".menu--narrow").is_hidden()
