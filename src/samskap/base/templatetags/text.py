"""Filters for what people write: `{% load text %}`."""

from django import template
from django.utils.safestring import SafeString

from samskap.base import text

register = template.Library()


@register.filter
def prose(markdown: str) -> SafeString:
    """Show a text with its formatting: `{{ idea.text|prose }}`."""
    return text.as_html(markdown or "")


@register.filter
def plain(markdown: str, length: int = 200) -> str:
    """Show the beginning of a text as one plain line: `{{ idea.text|plain:160 }}`."""
    return text.plain(markdown or "", length)
