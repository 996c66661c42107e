"""What people write."""

import html5lib
import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from samskap.base.text import ATTRIBUTES, SCHEMES, TAGS, as_html, plain


def test_paragraphs_lines_lists_and_emphasis_are_kept():
    assert as_html("One *two*\nthree\n\n- a\n- **b**") == (
        "<p>One <em>two</em><br>\nthree</p>\n<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n"
    )


def test_headings_begin_below_those_of_the_page_and_leave_no_gap():
    assert as_html("# One\n\n### Two\n\n# Three") == (
        "<h3>One</h3>\n<h4>Two</h4>\n<h3>Three</h3>\n"
    )


def test_links_are_not_vouched_for():
    assert as_html("[hall](https://example.org/a?b=1&c=2)") == (
        '<p><a href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener">hall</a></p>\n'
    )


def test_html_is_shown_as_it_was_written():
    assert as_html("<script>alert(1)</script> <b>x</b>") == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>\n"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "[x](javascript:alert(1))",
        "[x](  java\tscript:alert(1))",
        "<javascript:alert(1)>",
        "![x](https://tracker.example/pixel.png)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "[x]: javascript:alert(1)\n\n[x]",
        '<img src=x onerror="alert(1)">',
        '[a](https://example.org "x\\" onmouseover=\\"alert(1)")',
    ],
)
def test_nothing_runs_and_nothing_is_fetched(hostile):
    only_harmless(as_html(hostile))


@given(st.text(max_size=300))
def test_whatever_is_written_comes_out_harmless_and_valid(written):
    only_harmless(as_html(written))


@given(st.text(alphabet="<>\"'&#*_[]()`!x/=:jascript \n\\-", max_size=120))
def test_the_characters_of_mischief_come_out_harmless_and_valid(written):
    only_harmless(as_html(written))


def only_harmless(shown):
    """Parse strictly and look at every element and attribute."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(shown)
    for element in tree.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set()) | {"rel"}
        address = element.attrib.get("href", "")
        scheme, colon, _rest = address.partition(":")
        assert not colon or scheme.lower() in SCHEMES or not scheme.isalpha()


def test_the_beginning_of_a_text_is_one_line_cut_between_words():
    assert plain("# Dream\n\nA **hall** for\nall & everyone", 21) == "Dream A hall for all…"
    assert plain("Short & sweet") == "Short & sweet"
    assert plain("x" * 30, 10) == "x" * 9 + "…"


@given(st.text(max_size=200), st.integers(min_value=1, max_value=80))
def test_the_beginning_is_never_longer_than_asked(written, length):
    assert len(plain(written, length)) <= length


def test_templates_show_and_cut():
    template = Template("{% load text %}{{ said|prose }}{{ said|plain:8 }}{{ nothing|prose }}")
    shown = template.render(Context({"said": "*Hi* <there> you", "nothing": None}))
    assert shown == "<p><em>Hi</em> &lt;there&gt; you</p>\nHi…"
