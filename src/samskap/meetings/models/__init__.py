"""The tables of meetings, split by noun."""

from samskap.meetings.models.agenda import AgendaItem
from samskap.meetings.models.arrangement import Arrangement, Offer
from samskap.meetings.models.attendance import Attendance, CardSheet
from samskap.meetings.models.coming import Coming, InLine, Support
from samskap.meetings.models.event import Event, Outcome
from samskap.meetings.models.floor import Speaker
from samskap.meetings.models.minutes import Minutes, Point, Reply

__all__ = [
    "AgendaItem",
    "Arrangement",
    "Attendance",
    "CardSheet",
    "Coming",
    "Event",
    "InLine",
    "Minutes",
    "Offer",
    "Outcome",
    "Point",
    "Reply",
    "Speaker",
    "Support",
]
