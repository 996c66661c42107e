"""Whatever may be wrong with a page is found."""

import pytest

from samskap.testing.walks.markup import faults

GOOD = """<!doctype html><html lang="nn"><head><title>Hei</title></head><body>
<a href="#main">Til innhaldet</a><main id="main"><h1>Hei</h1><h2>Du</h2><h3>Der</h3><h2>No</h2>
<label for="a">Namn</label><input id="a" aria-describedby="hint more"><p id="hint">Kort</p>
<p id="more">Og klart</p><script src="/static/a.js"></script></main></body></html>"""


def test_nothing_is_wrong_with_a_good_page():
    assert faults(GOOD, language="nn") == []


@pytest.mark.parametrize(
    ("good", "bad", "found"),
    [
        ('lang="nn"', 'lang="nb"', ["speaks nb"]),
        ("<title>Hei</title>", "<title> </title>", ["has no title"]),
        ("<h2>Du</h2>", "<h1>Du</h1>", ["has 2 h1", "h3 follows h1"]),
        ("<h2>Du</h2>", "<p>Du</p>", ["h3 follows h1"]),
        ("</h3>", "", ["unexpected-start-tag"]),
        ('id="hint"', 'id="main"', ["#main is there 2 times", "<input> points at #hint"]),
        ('href="#main"', 'href="#top"', ["<a> points at #top"]),
        ('for="a"', 'for="b"', ["<label> points at #b"]),
        ('src="/static/a.js">', ">alert(1)", ["script in the page"]),
        ("<h2>No", "<h2 style='x' onclick='y'>No", ["style on <h2>", "onclick on <h2>"]),
        ("<main", "<style>a{}</style><main", ["style in the page"]),
    ],
)
def test_what_is_wrong_is_named(good, bad, found):
    assert good in GOOD
    named = faults(GOOD.replace(good, bad), language="nn")

    assert [each.split(" at (")[0].split(", ")[0] for each in named] == found
