import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from samskap.design.tests.drawn import faults, part_faults

pytestmark = pytest.mark.django_db
PAGES = ["design:living_page", "design:licences"]


@pytest.mark.parametrize("language", ["en", "nb", "nn", "da"])
@pytest.mark.parametrize("page", PAGES)
def test_the_pages_are_valid_html_in_every_language(client, municipality, page, language):
    client.cookies["django_language"] = language

    answer = client.get(reverse(page))

    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500"])
def test_an_error_page_needs_nothing(name):
    html = render_to_string(f"{name}.html")

    assert faults(html) == []
    assert html.count("<h1") == 1
    assert "Samskap</title>" in html


def test_a_refusal_says_why_and_what_next():
    facts = {"refusal": "<Full.>", "back": "/there", "typed": ["My <words>"]}
    html = render_to_string("design/refusal.html", facts)

    assert faults(html) == []
    assert "&lt;Full.&gt;" in html
    assert "My &lt;words&gt;</textarea>" in html
    assert 'href="/there"' in html


def test_the_frame_says_where_one_is_and_who_one_is(client, municipality):
    html = client.get(reverse("design:living_page")).content.decode()

    assert f"· {municipality.name}</title>" in html
    assert 'href="#main"' in html
    assert '<main id="main" tabindex="-1">' in html
    assert "Sign in</a>" in html
    assert html.count("<h1") == 1


def test_what_has_no_room_in_the_menu_unfolds():
    menu = [(f"Page {number}", f"/{number}", number == 7) for number in range(8)]

    short = render_to_string("design/parts/menu.html", {"menu": menu[:6], "most": 6})
    long = render_to_string("design/parts/menu.html", {"menu": menu, "most": 6})

    assert part_faults(long) == part_faults(short) == []
    assert "<details" not in short
    beside, folded = long.split("<details")
    assert ">Page 5</a>" in beside
    assert '<a href="/7" aria-current="page">Page 7</a>' in folded


def test_each_language_is_offered_in_its_own_name(client, municipality):
    municipality.languages = ["nb", "nn"]
    municipality.save()

    html = client.get(reverse("design:licences")).content.decode()

    assert 'value="nb" lang="nb"' in html
    assert ">Nynorsk</button>" in html
    assert ">Dansk</button>" not in html


def sheets(html):
    """The sheets of a page, in their order."""
    return re.findall(r'rel="stylesheet" href="[^"]*/(\w+)[^"/]*\.css"', html)


def test_a_danish_municipality_wears_the_danish_look_and_its_own_colours_last(client, municipality):
    norwegian = client.get(reverse("design:licences")).content.decode()
    municipality.country, municipality.colour = "DK", "#3b3a7a"
    municipality.save()

    danish = client.get(reverse("design:licences")).content.decode()

    assert "denmark" not in sheets(norwegian)
    assert sheets(danish)[-3:-1] == ["samskap", "denmark"]
    assert "/design/theme/3b3a7a-" in danish
    assert "ibm-plex-sans-latin.woff2" in danish
    assert "inter-latin" not in danish


def test_the_living_page_shows_the_look_of_each_country(client, municipality):
    at = reverse("design:living_page")

    assert "denmark" in sheets(client.get(at, {"country": "DK"}).content.decode())
    assert "denmark" not in sheets(client.get(at, {"country": "NO"}).content.decode())
    assert "denmark" not in sheets(client.get(at, {"country": "<x>"}).content.decode())


def test_a_municipality_wears_its_own_colours(client, municipality):
    municipality.colour, municipality.accent_colour = "#FFEE00", "#00ff00"
    municipality.save()
    address = reverse("design:theme", args=["ffee00", "00ff00"])

    assert f'href="{address}"' in client.get(reverse("design:licences")).content.decode()
    sheet = client.get(address)
    assert sheet.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in sheet.headers["Cache-Control"]
    assert b"--fjord:#" in sheet.content


@pytest.mark.parametrize("pair", [("red", "blue"), ("0b4f5", "c8451f"), ("0b4f5c", "c8451g")])
def test_only_colours_are_colours(client, municipality, pair):
    assert client.get(reverse("design:theme", args=pair)).status_code == 404


def test_light_or_dark_is_remembered(client, municipality):
    address = reverse("design:scheme")

    answer = client.post(address, {"scheme": "dark", "next": "/design/licences/"})

    assert (answer.status_code, answer.url) == (302, "/design/licences/")
    html = client.get("/design/licences/").content.decode()
    assert 'data-color-scheme="dark">' in html


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_the_way_back_never_leaves_the_house(client, municipality, back):
    assert client.post(reverse("design:scheme"), {"scheme": "light", "next": back}).url == "/"


def test_an_unknown_scheme_is_not_remembered(client, municipality):
    answer = client.post(reverse("design:scheme"), {"scheme": "<b>"})

    assert "color_scheme" not in answer.cookies


def test_every_licence_can_be_read(client, municipality):
    html = client.get(reverse("design:licences")).content.decode()

    names = "designsystemet-css designsystemet-theme htmx ibm-plex-sans leaflet inter".split()
    for name in names:
        assert name in html
    assert html.count("/LICENSE") == len(names)


@pytest.mark.parametrize("back", ["people:sign_in", "-1", "front", "javascript:alert(1)"])
def test_the_way_back_is_never_taken_for_the_name_of_a_page(client, municipality, back):
    answer = client.post(reverse("design:scheme"), {"scheme": "dark", "next": back})

    assert answer.status_code == 302
    assert answer.url in {back, "/"}
