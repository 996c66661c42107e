"""What is wrong with a page: its HTML, its outline, and what the safety policy would refuse."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Attributes that name other elements of the page by their ids
POINTERS = ("for", "form", "list", "headers", "aria-labelledby", "aria-describedby")
POINTERS += ("aria-controls", "aria-owns", "aria-details", "aria-errormessage")


def faults(text: str, *, language: str) -> list[str]:
    """List everything that is wrong with a page in a language; nothing, where all is well."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    html = parser.parse(text)
    return [
        *(f"{code} at {position}" for position, code, _facts in parser.errors),
        *_in_the_head(html, language),
        *_in_the_outline(html),
        *_in_the_ids(html),
        *_refused(html),
    ]


def _in_the_head(html: Element, language: str) -> Iterator[str]:
    """The language it says it speaks, and its title."""
    if html.get("lang") != language:
        yield f"speaks {html.get('lang')}"
    if not (html.findtext("head/title") or "").strip():
        yield "has no title"


def _in_the_outline(html: Element) -> Iterator[str]:
    """One heading of the first level, and none further down that skips a level."""
    levels = [int(str(each.tag)[1]) for each in html.iter() if each.tag in HEADINGS]
    if levels.count(1) != 1:
        yield f"has {levels.count(1)} h1"
    yield from (
        f"h{level} follows h{before}" for before, level in pairwise(levels) if level > before + 1
    )


def _in_the_ids(html: Element) -> Iterator[str]:
    """No id twice, and none named that is not there."""
    ids = Counter(each.get("id") for each in html.iter() if each.get("id"))
    yield from (f"#{name} is there {times} times" for name, times in ids.items() if times > 1)
    for each in html.iter():
        named = [name for pointer in POINTERS for name in each.get(pointer, "").split()]
        link = each.get("href", "") if each.tag == "a" else ""
        named += [link[1:]] if link.startswith("#") and link != "#" else []
        yield from (
            f"<{each.tag}> points at #{name}, which is not there"
            for name in named
            if name not in ids
        )


def _refused(html: Element) -> Iterator[str]:
    """Scripts, styles and event handlers that stand in the page itself."""
    for each in html.iter():
        if each.tag == "script" and not each.get("src") and each.get("type") != "application/json":
            yield "script in the page"
        if each.tag == "style":
            yield "style in the page"
        yield from (
            f"{name} on <{each.tag}>"
            for name in each.attrib
            if name == "style" or name.startswith("on")
        )
