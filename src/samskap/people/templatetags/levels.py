"""Saying beforehand what an act needs: `{% load levels %}{% asks_for_e_id "ideas.give" %}`."""

from typing import Any

from django import template

from samskap.people.models import Level
from samskap.people.permissions import least_level, level_of

register = template.Library()


@register.inclusion_tag("people/asks_for_e_id.html", takes_context=True)
def asks_for_e_id(context: dict[str, Any], act: str) -> dict[str, bool]:
    """Tell whoever has shown no national e-ID that an act needs one here; else say nothing."""
    reader, here = context["request"].user, context["request"].municipality
    is_asked = least_level(act, here) == Level.IDENTIFIED
    return {"is_asked": is_asked and level_of(reader, here) < Level.IDENTIFIED}
