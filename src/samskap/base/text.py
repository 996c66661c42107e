"""What people write: light Markdown in, safe HTML out."""

import html
from collections.abc import Iterable

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = set("p br strong em ul ol li blockquote h3 h4 h5 h6 a code pre hr".split())
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
REL = "nofollow ugc noopener"
FIRST_HEADING = 3  # a page has its h1, a card its h2

# HTML is shown as written, a line break is a line break, and a picture is only its link.
_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")


def as_html(markdown: str) -> SafeString:
    """Turn what a person wrote into HTML that is safe to show.

    Headings become h3 and below, without a gap; links tell search engines not to follow.
    """
    tokens = _markdown.parse(markdown)
    _demote_headings(tokens)
    rendered = _markdown.renderer.render(tokens, _markdown.options, {})
    # The renderer escapes; the sanitiser is the second lock, and knows nothing of the first.
    clean = nh3.clean(rendered, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=REL)
    return mark_safe(clean)  # noqa: S308 - just cleaned


def plain(markdown: str, length: int = 200) -> str:
    """Return the beginning of a text as one line without formatting, cut between words."""
    words = html.unescape(nh3.clean(_markdown.render(markdown), tags=set())).split()
    line = " ".join(words)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    if line[length - 1] != " " and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,.;:–-") + "…"


def _demote_headings(tokens: Iterable[Token]) -> None:
    """Move headings below those of the page, the largest that is used to the first free level."""
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    used = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(6, FIRST_HEADING + used.index(token.tag))}"
