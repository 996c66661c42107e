"""What conversations show on pages below them."""

from django.http import HttpRequest

from samskap.base.modules import Panel
from samskap.conversations.hosts import about_decision
from samskap.initiatives.models import Decision


def decision_panel(request: HttpRequest, decision: Decision) -> Panel:
    """What people say about a decision."""
    return Panel(template="conversations/panel.html", facts={"talk": about_decision(decision)})
