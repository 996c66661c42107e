"""Components of the page itself: frame, opening, cards, lists, the way around."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from samskap.design.components.drawing import Facts, Item, draw
from samskap.design.sides import counted, side_of
from samskap.design.themes import FJORD_AND_CORAL

register = template.Library()

OWN_NAME = {
    "nb": "Bokmål",
    "nn": "Nynorsk",
    "da": "Dansk",
    "en": "English",
    "sv": "Svenska",
    "se": "Davvisámegiella",
}
SCHEMES = ("auto", "light", "dark")
SIDES_IN_WORDS = 2  # on a card; where there are more than three, the others are counted


@register.simple_tag
def own_languages(municipality: Any = None) -> list[tuple[str, str]]:
    """Name the languages that pages come in, each in its own words: those of the municipality."""
    known = dict(settings.LANGUAGES)
    chosen = getattr(municipality, "languages", None) or known
    return [(code, OWN_NAME.get(code, code)) for code in chosen if code in known]


@register.simple_tag
def own_name(code: str) -> str:
    """Name one language in its own words."""
    return OWN_NAME.get(code, code)


@register.simple_tag(takes_context=True)
def color_scheme(context: Facts) -> str:
    """Say what the reader chose for the page: light, dark, or as the machine is set."""
    request = context.get("request")
    chosen = request.COOKIES.get("color_scheme") if request is not None else None
    return chosen if chosen in SCHEMES else "auto"


@register.simple_tag
def theme_url(municipality: Any) -> str:
    """Find the sheet with a municipality’s own colours; empty when they are the house’s."""
    colours = getattr(municipality, "colours", None)
    if not colours:
        return ""
    pair = (colours["main"].lower(), colours.get("accent", FJORD_AND_CORAL[1]).lower())
    if pair == FJORD_AND_CORAL:
        return ""
    return reverse("design:theme", args=[pair[0].lstrip("#"), pair[1].lstrip("#")])


@register.simple_tag
def picture_url(picture: Any) -> str:
    """Find the address of a picture, given as a file or as the address itself."""
    return str(getattr(picture, "url", picture)) if picture else ""


@register.simple_block_tag
def opening(
    content: str,
    title: str,
    eyebrow: str = "",
    lead: str = "",
    lang: str = "",
    is_grand: bool = False,
) -> SafeString:
    """Open a page: what this is, in one h1, and what one can do now."""
    facts = {
        "content": content,
        "title": title,
        "eyebrow": eyebrow,
        "lead": lead,
        "lang": lang,
        "is_grand": is_grand,
    }
    return draw("opening", facts)


@register.simple_block_tag
def card(
    content: str, title: str = "", level: int = 2, id: str = "", tone: str = "plain"
) -> SafeString:
    """Frame something, with a heading when it has a title."""
    facts = {"content": content, "title": title, "level": level, "id": id, "tone": tone}
    return draw("card", facts)


@register.inclusion_tag("design/tile.html")
def tile(item: Item, level: int = 3) -> Facts:
    """Show one thing in a list, as a card that leads to its page."""
    rung = {"is_provisional": False, "has_enough_evidence": True, **(item.get("rung") or {})}
    facts = {**item, "level": level, "rung": rung if item.get("rung") else None}
    facts["side"] = side_of(item["side"]) if item.get("side") else None
    sides = [
        {
            "key": side_of(kind).key,
            "shape": side_of(kind).shape,
            "words": counted(kind, count) if isinstance(count, int) else side_of(kind).many,
        }
        for kind, count in item.get("sides") or ()
    ]
    room = len(sides) if len(sides) == SIDES_IN_WORDS + 1 else SIDES_IN_WORDS
    shown, others = sides[:room], sides[room:]
    more = ngettext("and {n} more", "and {n} more", len(others)).format(n=len(others))
    return facts | {"sides": shown, "more_sides": others, "more": more if others else ""}


@register.inclusion_tag("design/breadcrumbs.html")
def breadcrumbs(items: Sequence[tuple[str, str]]) -> Facts:
    """Show the way here from the front page."""
    return {"items": items}


@register.inclusion_tag("design/empty_state.html")
def empty_state(title: str, why: str = "", action: str = "", url: str = "") -> Facts:
    """Invite: what could stand here, why it is worth it, one button."""
    return {"title": title, "why": why, "action": action, "url": url}


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "") -> SafeString:
    """Say something that the reader should not miss."""
    tone = {"success": "ok", "danger": "late", "error": "late"}.get(tone, tone)
    return draw("notice", {"content": content, "tone": tone, "title": title})


@register.inclusion_tag("design/pager.html")
def pager(
    newer_url: str = "", older_url: str = "", newer_label: str = "", older_label: str = ""
) -> Facts:
    """Lead to the page before and the page after."""
    return {
        "newer_url": newer_url,
        "older_url": older_url,
        "newer_label": newer_label,
        "older_label": older_label,
    }


@register.simple_block_tag
def dialog(content: str, id: str, title: str, opens: str) -> SafeString:
    """Open something over the page on demand; it unfolds in place where there is no script."""
    return draw("dialog", {"content": content, "id": id, "title": title, "opens": opens})


@register.inclusion_tag("design/photo.html")
def photo(
    url: str, alt: str, credit: str = "", width: int | None = None, height: int | None = None
) -> Facts:
    """Show a photo with its words."""
    return {"url": url, "alt": alt, "credit": credit, "width": width, "height": height}
