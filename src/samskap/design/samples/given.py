"""Invented contributions, and deadlines for their answers."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _


def clocks(today: date) -> list[dict[str, Any]]:
    """Give a deadline in every state."""
    return [
        {
            "who": _("The council"),
            "due_on": today + timedelta(days=23),
            "what": _("Hours in summer."),
        },
        {"who": _("The facilitator"), "due_on": today + timedelta(days=1)},
        {"who": "", "due_on": today},
        {
            "who": _("The council"),
            "due_on": today - timedelta(days=4),
            "late_note": _("We ask again."),
        },
        {
            "who": _("The library"),
            "due_on": today - timedelta(days=20),
            "done_on": today - timedelta(days=22),
        },
    ]


def contributions(today: date) -> list[dict[str, Any]]:
    """Give a contribution with every fate."""
    young = {"name": "Sara", "side": "resident"}
    friend = {
        "name": "Ola Nes",
        "side": "association",
        "speaks_for": _("Friends of Strand Library"),
        "url": "#",
    }
    host = {"name": "Kari Moe", "side": "employee", "speaks_for": ""}
    given = today - timedelta(days=24)
    return [
        {
            "title": _("Games night on the last Friday of the month"),
            "text": _("With board games, and cocoa for those who walk home."),
            "url": "#",
            "kind": _("Idea"),
            "at": given,
            "author": young,
            "fate": {"state": "used", "text": _("Became a fixed event on 18 April."), "url": "#"},
            "support": {"count": 41, "url": "#", "is_mine": True, "form": "support"},
            "replies": {"count": 6, "url": "#"},
        },
        {
            "title": _("A key for everyone who takes a shift"),
            "kind": _("Idea"),
            "at": given,
            "author": friend,
            "fate": {"state": "partly_used", "reason": _("The insurance asks for one key box.")},
            "support": {"count": 1, "url": "#", "is_mine": False, "form": "support"},
        },
        {
            "title": _("Reading aloud at the nursing home"),
            "kind": _("Idea"),
            "at": given,
            "given": "paper",
            "entered_by": "Kari Moe",
            "author": {"name": _("A resident"), "side": "service_user"},
            "fate": {"state": "waiting", "days_left": 6},
        },
        {
            "title": _("Close on Fridays"),
            "kind": _("Draft"),
            "at": given,
            "author": host,
            "fate": {
                "state": "not_used",
                "reason": _("Eight of ten visitors come on Friday afternoon."),
                "by": _("Decided by the partners on 18 April"),
            },
        },
        {
            "title": _("A bus that waits for the last song"),
            "kind": _("Idea"),
            "at": given,
            "author": {"name": "Coffee House", "side": "business", "is_organisation": True},
            "fate": {"state": "forwarded", "text": _("Passed on to the county."), "url": "#"},
        },
        {
            "title": _("Who keeps the lights on?"),
            "kind": _("Question"),
            "at": given,
            "author": young,
            "fate": {"state": "waiting", "days_left": -2},
        },
    ]
