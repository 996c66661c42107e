"""What the modules show on the page of an initiative, each ready made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from samskap.base.modules import Panel, announced
from samskap.initiatives.models import Decision, FormalDecision, Initiative
from samskap.initiatives.queries.kept import FOR_EVERYONE, kept


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A panel as it stands on the page."""

    html: SafeString
    order: int
    aside: bool
    action: dict[str, Any] | None = None


def panels_of(request: HttpRequest, initiative: Initiative) -> list[Ready]:
    """Every panel that the modules announced for this initiative, in their order."""
    found = []
    for panel in announced("panels"):
        if panel in FOR_EVERYONE:
            name = f"{panel.__module__}.{panel.__qualname__}"
            make = partial(_made, panel, request, initiative)
            ready = kept(initiative, name, make)
        else:
            ready = _made(panel, request, initiative, is_shared=False)
        if ready is not None:
            found.append(ready)
    return sorted(found, key=lambda ready: ready.order)


def panels_of_decision(request: HttpRequest, decision: Decision) -> list[SafeString]:
    """What the modules show on the page of a decision."""
    found = [panel(request, decision) for panel in announced("decision_panels")]
    return [
        render_to_string(shown.template, shown.facts, request=request) for shown in found if shown
    ]


def panels_of_recommendations(
    request: HttpRequest, formal: FormalDecision
) -> dict[int, list[SafeString]]:
    """What the modules show beside each recommendation of a formal decision, by its key."""
    found: dict[int, list[SafeString]] = {}
    for panels in announced("recommendation_panels"):
        for key, shown in panels(request, formal).items():
            html = render_to_string(shown.template, shown.facts, request=request)
            found.setdefault(key, []).append(html)
    return found


def _made(
    panel: Callable[[HttpRequest, Initiative], Panel | None],
    request: HttpRequest,
    initiative: Initiative,
    *,
    is_shared: bool = True,
) -> Ready | None:
    """Ask a module for its panel, and draw it. What is kept for everyone never sees the reader."""
    shown = panel(request, initiative)
    if shown is None:
        return None
    facts = {"initiative": initiative, "municipality": initiative.municipality, **shown.facts}
    html = render_to_string(shown.template, facts, request=None if is_shared else request)
    return Ready(html=html, order=shown.order, aside=shown.aside, action=shown.facts.get("action"))
