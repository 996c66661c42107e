"""The tables of meetings, split by noun."""

from samskap.meetings.models.agenda import AgendaItem
from samskap.meetings.models.arrangement import Arrangement, Offer, around
from samskap.meetings.models.attendance import Attendance, CardSheet, GuestAttendance
from samskap.meetings.models.coming import Coming, InLine, Support
from samskap.meetings.models.event import Event, Outcome
from samskap.meetings.models.floor import Speaker
from samskap.meetings.models.kiosk import Kiosk
from samskap.meetings.models.minutes import Minutes, Point, Reply
from samskap.meetings.models.nights import Night, NightHost, Stay
from samskap.meetings.models.running import Running
from samskap.meetings.models.tables import Note, Table

__all__ = [
    "AgendaItem",
    "Arrangement",
    "Attendance",
    "CardSheet",
    "Coming",
    "Event",
    "GuestAttendance",
    "InLine",
    "Kiosk",
    "Minutes",
    "Night",
    "NightHost",
    "Note",
    "Offer",
    "Outcome",
    "Point",
    "Reply",
    "Running",
    "Speaker",
    "Stay",
    "Support",
    "Table",
    "around",
]
