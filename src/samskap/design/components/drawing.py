"""How a component is drawn: its template, with plain facts."""

from collections.abc import Mapping
from typing import Any

from django.template import Context, Template
from django.template.loader import get_template
from django.utils.safestring import SafeString

Item = Mapping[str, Any]
Facts = dict[str, Any]


def draw(name: str, facts: Mapping[str, Any]) -> SafeString:
    """Draw the template of a component."""
    found: Template = get_template(f"design/{name}.html").template  # type: ignore[attr-defined]
    return found.render(Context(dict(facts)))
