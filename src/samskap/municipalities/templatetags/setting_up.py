"""The way back from a page of settings."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.municipalities.permissions import may_administer

register = template.Library()


@register.inclusion_tag("design/breadcrumbs.html", takes_context=True)
def settings_crumbs(context: Context, title: str) -> dict[str, Any]:
    """Lead from a page of settings back to all of them, where whoever reads may open those."""
    if not may_administer(context.get("person"), context.get("municipality")):
        return {"items": []}
    return {
        "items": [(_("Set up the municipality"), address("municipalities:settings")), (title, "")]
    }
