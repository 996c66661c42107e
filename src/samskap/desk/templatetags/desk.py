"""What the templates of the desk need besides the components."""

from datetime import date

from django import template

from samskap.design.clocks import Clock, clock_of

register = template.Library()


@register.filter
def as_clock(due_on: date) -> Clock:
    """Say how a promise stands, for a line that has room for a day and a few words."""
    return clock_of(due_on=due_on)
