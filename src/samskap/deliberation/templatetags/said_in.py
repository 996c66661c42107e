"""The languages in which statements can be read, for a template."""

from typing import Any

from django import template
from django.utils.translation import get_language

from samskap.base.languages import CONTENT_LANGUAGES, own_name_of

register = template.Library()


@register.simple_tag
def languages_to_read_in(chosen: str) -> list[dict[str, Any]]:
    """Each language by its own name, and whether statements are read in it.

    chosen  what the reader has chosen; empty where the language of the page counts
    """
    reads = chosen or get_language()
    return [
        {"code": code, "name": own_name_of(code), "is_chosen": code == reads}
        for code, _name in CONTENT_LANGUAGES
    ]
