"""Words for the log of who looked."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def titled(key: str, titles: Mapping[str, object]) -> str:
    """The title of a page by its key; the key itself, where no module brings the page any more."""
    return str(titles.get(key, key))
