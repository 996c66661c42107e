"""`{% url %}`, as every template knows it, with addresses that are put together once."""

from typing import Any

from django.template import Context, Library
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as read_url
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape

from samskap.base.addresses import address

register = Library()


class AddressNode(URLNode):
    """An address of a route whose keys are numbers or slugs; any other is Django’s to find."""

    def render(self, context: Context) -> Any:
        """Put the address here, or keep it under a name."""
        keys = [key.resolve(context) for key in self.args]
        if self.kwargs or not all(isinstance(key, int | str) and key != "" for key in keys):
            return super().render(context)
        try:
            found = address(self.view_name.resolve(context), *keys)
        except NoReverseMatch:
            return super().render(context)
        if self.asvar:
            context[self.asvar] = found
            return ""
        return conditional_escape(found) if context.autoescape else found


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    """Read `{% url "route" key … %}` or `{% url … as name %}`."""
    read = read_url(parser, token)
    return AddressNode(read.view_name, read.args, read.kwargs, read.asvar)
