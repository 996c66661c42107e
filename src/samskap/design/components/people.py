"""Components about who speaks, what they give, and what became of it."""

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskap.design import figures
from samskap.design.clocks import as_day
from samskap.design.components.drawing import Facts, Item
from samskap.design.sides import counted, side_of, word_for

register = template.Library()

FATES: dict[str, tuple[str, str | Promise]] = {
    "received": ("wait", _("Received")),
    "read": ("wait", _("Read")),
    "waiting": ("wait", _("Waiting for an answer")),
    "used": ("used", _("Used")),
    "partly_used": ("partly", _("Partly used")),
    "not_used": ("no", _("Not used")),
    "forwarded": ("forwarded", _("Passed on")),
    "withdrawn": ("withdrawn", _("Withdrawn")),
}
"""The look and the word of each fate."""


@register.inclusion_tag("design/chip.html")
def chip(
    name: str,
    side: str = "resident",
    speaks_for: str = "",
    url: str = "",
    is_organisation: bool = False,
    note: str = "",
) -> Facts:
    """Name a person or an organisation, and always for whom one speaks."""
    return {
        "name": name,
        "side": side_of(side),
        "word": word_for(side),
        "speaks_for": speaks_for,
        "url": url,
        "is_organisation": is_organisation,
        "note": note,
    }


@register.inclusion_tag("design/side_chip.html")
def side_chip(side: str, count: int | None = None) -> Facts:
    """Name a side, and how many there are of it."""
    found = side_of(side)
    return {"side": found, "words": counted(side, count) if isinstance(count, int) else found.many}


@register.inclusion_tag("design/sides_bar.html")
def sides_bar(shares: Iterable[tuple[str, float]], label: str = "") -> Facts:
    """Show the share of each side as one thin bar, and in words."""
    return {"parts": figures.shares(list(shares or ())), "label": label}


@register.filter
def shares_said(shares: Iterable[tuple[str, float]]) -> str:
    """Say the share of each side in one line of words: “Residents 75 %, The municipality 25 %”."""
    words = gettext("%(side)s %(percent)s %%")
    parts = figures.shares(list(shares or ()))
    return ", ".join(words % {"side": p["side"].many, "percent": p["percent"]} for p in parts)


def fate_facts(
    state: str, days_left: int | None = None, due_on: date | datetime | None = None
) -> Facts:
    """Say what a fate is called and how long there is left."""
    look, word = FATES.get(str(state), FATES["received"])
    if state != "waiting":
        return {"look": look, "fate_word": word, "days": None, "is_late": False}
    if not isinstance(days_left, int):  # a template gives "" for what is missing
        days_left = (as_day(due_on) - timezone.localdate()).days if due_on else None
    is_late = days_left is not None and days_left < 0
    days = None if days_left is None else abs(days_left)
    return {
        "look": "late" if is_late else look,
        "fate_word": word,
        "days": days,
        "is_late": is_late,
    }


@register.inclusion_tag("design/fate.html")
def fate(state: str, days_left: int | None = None, due_on: date | datetime | None = None) -> Facts:
    """Say what became of a contribution, as a badge."""
    return fate_facts(state, days_left, due_on)


@register.inclusion_tag("design/contribution.html")
def contribution(item: Item, level: int = 3, is_page: bool = False) -> Facts:
    """Show one contribution: who gave it, for whom, and what became of it."""
    author, standing = item.get("author"), item.get("fate")
    facts: Facts = {"item": item, "level": level, "is_page": is_page}
    if author:
        kind = author.get("side", "resident")
        facts["side"], facts["word"] = side_of(kind), word_for(kind)
    if standing:
        known = {key: standing.get(key) for key in ("days_left", "due_on")}
        facts |= fate_facts(standing["state"], **known)
    return facts


@register.inclusion_tag("design/frame_sheet.html")
def frame_sheet(sheet: Item, level: int = 3) -> Facts:
    """Show what is open, what can be discussed and what is fixed."""
    return {"sheet": sheet, "level": level}
