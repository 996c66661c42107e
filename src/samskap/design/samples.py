"""Invented things to show the components with, on the living page and in tests."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from samskap.design.forms import (
    BorderInput,
    CountedTextarea,
    DayInput,
    PointInput,
    TouchCheckboxes,
    TouchRadios,
)

FJORDVIK: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"title": "Fjordvik", "url": "#maps"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [
                        [10.02, 59.61],
                        [10.11, 59.66],
                        [10.24, 59.68],
                        [10.31, 59.64],
                        [10.42, 59.66],
                        [10.47, 59.60],
                        [10.40, 59.54],
                        [10.43, 59.49],
                        [10.30, 59.45],
                        [10.24, 59.50],
                        [10.27, 59.57],
                        [10.20, 59.60],
                        [10.16, 59.53],
                        [10.06, 59.52],
                        [10.02, 59.61],
                    ]
                ],
            },
        },
    ],
}


class SampleForm(forms.Form):
    """One of each kind of field."""

    dream = forms.CharField(
        label="What do you dream of?",
        help_text="One sentence is enough. You can write more later.",
        widget=CountedTextarea(most=600),
    )
    name = forms.CharField(label="Your name", required=False)
    email = forms.EmailField(label="Your e-mail", help_text="We send the answer here.")
    starts_on = forms.DateField(label="When could it start?", widget=DayInput, required=False)
    hours = forms.IntegerField(label="Hours a month", min_value=0, max_value=40, required=False)
    area = forms.ChoiceField(label="Where?", choices=[("strand", "Strand"), ("nes", "Nes")])
    speaks_for = forms.ChoiceField(
        label="For whom do you speak?",
        choices=[("self", "For myself"), ("friends", "For the Friends of Strand Library")],
        widget=TouchRadios,
    )
    helps_with = forms.MultipleChoiceField(
        label="What can you help with?",
        help_text="Choose as many as you like.",
        choices=[("shifts", "Take a shift"), ("craft", "Build shelves"), ("read", "Read aloud")],
        widget=TouchCheckboxes,
        required=False,
    )
    photo = forms.FileField(label="A photo", required=False)
    is_public = forms.BooleanField(label="Others may see my name", required=False)
    border = forms.CharField(
        label="The border", widget=BorderInput(around=FJORDVIK), required=False
    )
    place = forms.CharField(label="The place", widget=PointInput(around=FJORDVIK), required=False)


def asked() -> SampleForm:
    """Give an empty form."""
    return SampleForm(prefix="empty")


def refused() -> SampleForm:
    """Give a form that somebody filled in, with mistakes."""
    return SampleForm(
        {"wrong-dream": "", "wrong-email": "ada at fjordvik", "wrong-hours": "90"}, prefix="wrong"
    )


PHASES = [
    {"title": "Define", "state": "done", "note": "14 contributions · locked together 2 March"},
    {"title": "Design", "state": "done", "note": "22 ideas · 9 of 10 adopted 18 April", "url": "#"},
    {"title": "Implement", "state": "now", "note": "11 of 12 promises kept"},
    {"title": "Drive forward", "state": "next", "note": "begins in August"},
]
PHASES_BEGUN = [
    {"title": "Define", "state": "now", "note": "Open for problems and stories"},
    {"title": "Design", "state": "skipped"},
    {"title": "Implement", "state": "next"},
    {"title": "Drive forward", "state": "next"},
]
SHEET = {
    "open": ["What the place shall be", "Who hosts"],
    "negotiable": ["Opening hours", "How the rooms are used"],
    "fixed": ["NOK 1.2 million a year", "Nobody employed loses the job"],
    "who_decides": "The council, after the partners’ recommendation",
    "money": "NOK 1.2 million a year",
    "time": "The trial ends on 31 December",
    "law": "The Public Libraries Act, section 4",
    "version": 3,
    "valid_from": date(2026, 3, 2),
    "confirmed": 4,
    "parties": 5,
    "url": "#",
}
CONDITIONS = [
    {"held": True, "sentence": "Residents took part before the problem was locked.", "url": "#"},
    {"held": True, "sentence": "Four independent parties contributed.", "url": "#"},
    {"held": True, "sentence": "Each side held 25 to 75 per cent of the power.", "url": "#"},
    {"held": False, "sentence": "9 of 40 units of work were done together.", "url": "#"},
]
LINKS = {
    "evidence_url": "#",
    "recompute_url": "#",
    "contest_url": "#",
    "help_url": "#",
    "formula": "ladder 1.0",
}
LADDERS: list[tuple[str, dict[str, Any]]] = [
    ("Reached", {"rung": 4, "conditions": CONDITIONS[:3], "contested": 1, **LINKS}),
    ("Provisional", {"rung": 4, "is_provisional": True, "conditions": CONDITIONS[:2]}),
    (
        "With something missing",
        {
            "rung": 3,
            "conditions": CONDITIONS,
            "lifts": [{"sentence": "Decide on the design together.", "url": "#"}],
            "phases": [
                {"title": "Define", "rung": "Equal partnership"},
                {"title": "Design", "rung": "Input to new solutions"},
            ],
            **LINKS,
        },
    ),
    (
        "None",
        {
            "rung": 0,
            "caps": ["The solution was locked before anyone was asked."],
            "conditions": CONDITIONS[3:],
        },
    ),
    ("Self-organised", {"rung": "self_organised", "invite_url": "#"}),
    ("Too little evidence", {"rung": 2, "has_enough_evidence": False}),
]
GROUPS = ("resident", "association", "business", "public")
CHARTS: dict[str, dict[str, Any]] = {
    "flow": {
        "id": "flow",
        "title": "From input to what runs",
        "unit": "contributions",
        "sentence": "Of 40 contributions 18 were used, and 12 of them run today.",
        "stages": [
            {"title": "Given", "parts": [{"key": "in", "label": "in all", "value": 40}]},
            {
                "title": "Used",
                "parts": [
                    {"key": "used", "label": "used", "value": 18, "tone": "ok"},
                    {"key": "not", "label": "not used", "value": 22, "tone": "soft"},
                ],
            },
            {
                "title": "Running",
                "parts": [
                    {"key": "runs", "label": "run", "value": 12, "tone": "sun"},
                    {"key": "waits", "label": "not yet", "value": 6, "tone": "soft"},
                ],
            },
        ],
        "links": [
            ("in", "used", 18),
            ("in", "not", 22),
            ("used", "runs", 12),
            ("used", "waits", 6),
        ],
    },
    "stacked": {
        "id": "sides",
        "title": "Contributions by side and phase",
        "unit": "units",
        "sentence": "Residents gave the most in every phase but one.",
        "description": "A unit is an idea, two hours of work, or a day in a room.",
        "categories": ["Define", "Design", "Implement", "Drive forward"],
        "series": [
            {"label": "Residents", "side": "resident", "values": [18, 22, 14, 26]},
            {"label": "Associations", "side": "association", "values": [8, 0, 12, 6]},
            {"label": "Business", "side": "business", "values": [0, 7, 3, 0]},
            {
                "label": "Social entrepreneurs",
                "side": "social_entrepreneur",
                "values": [2, 3, 0, 2],
            },
            {"label": "Academia", "side": "academia", "values": [4, 2, 0, 0]},
            {"label": "Faith communities", "side": "faith_community", "values": [2, 0, 4, 4]},
            {"label": "The municipality", "side": "public", "values": [10, 9, 12, 8]},
        ],
        "csv_url": "#",
        "recompute_url": "#",
        "source": "Counted from the contributions, 3 February to 9 June.",
    },
    "grouped": {
        "id": "ages",
        "title": "Who took part, by age",
        "unit": "persons",
        "sentence": "The young took part more than their number would say.",
        "categories": ["Under 20", "20–39", "40–66", "67 and over"],
        "is_stacked": False,
        "series": [
            {"label": "Took part", "tone": "coral", "values": [31, 12, 40, None]},
            {"label": "Expected", "tone": "fjord", "values": [18, 27, 36, 14.5]},
        ],
        "hidden_word": "fewer than 5",
        "csv_url": "#",
    },
    "line": {
        "id": "index",
        "title": "How equal it has been",
        "unit": "of 100",
        "sentence": "The index went from 24 to 72 in five months.",
        "categories": ["Feb", "Mar", "Apr", "May", "Jun"],
        "series": [
            {"label": "Index", "tone": "fjord", "values": [24, 41.5, 38, 63, 72]},
            {"label": "Answered in time", "tone": "coral", "values": [50, None, 70, 85, 90]},
        ],
        "csv_url": "#",
    },
}
MAP = {
    "id": "fjordvik",
    "title": "Initiatives in Fjordvik",
    "geojson": FJORDVIK,
    "items": [
        {
            "title": "The library at Strand",
            "url": "#maps",
            "text": "3 initiatives",
            "lat": 59.62,
            "lng": 10.36,
            "side": "resident",
        },
        {
            "title": "The quay at Nes",
            "url": "#maps",
            "text": "1 initiative",
            "lat": 59.56,
            "lng": 10.1,
            "side": "association",
        },
    ],
}


def clocks(today: date) -> list[dict[str, Any]]:
    """Give a deadline in every state."""
    return [
        {"who": "The council", "due_on": today + timedelta(days=23), "what": "Hours in summer."},
        {"who": "The facilitator", "due_on": today + timedelta(days=1)},
        {"who": "", "due_on": today},
        {"who": "The council", "due_on": today - timedelta(days=4), "late_note": "We ask again."},
        {
            "who": "The library",
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
        "speaks_for": "Friends of Strand Library",
        "url": "#",
    }
    host = {"name": "Kari Moe", "side": "employee", "speaks_for": ""}
    given = today - timedelta(days=24)
    return [
        {
            "title": "Games night on the last Friday of the month",
            "text": "With board games, and cocoa for those who walk home.",
            "url": "#",
            "kind": "Idea",
            "at": given,
            "author": young,
            "fate": {"state": "used", "text": "Became a fixed event on 18 April.", "url": "#"},
            "support": {"count": 41, "url": "#", "is_mine": True, "form": "support"},
            "replies": {"count": 6, "url": "#"},
        },
        {
            "title": "A key for everyone who takes a shift",
            "kind": "Idea",
            "at": given,
            "author": friend,
            "fate": {"state": "partly_used", "reason": "The insurance asks for one key box."},
            "support": {"count": 1, "url": "#", "is_mine": False, "form": "support"},
        },
        {
            "title": "Reading aloud at the nursing home",
            "kind": "Idea",
            "at": given,
            "given": "paper",
            "entered_by": "Kari Moe",
            "author": {"name": "A resident", "side": "service_user"},
            "fate": {"state": "waiting", "days_left": 6},
        },
        {
            "title": "Close on Fridays",
            "kind": "Draft",
            "at": given,
            "author": host,
            "fate": {
                "state": "not_used",
                "reason": "Eight of ten visitors come on Friday afternoon.",
                "by": "Decided by the partners on 18 April",
            },
        },
        {
            "title": "A bus that waits for the last song",
            "kind": "Idea",
            "at": given,
            "author": {"name": "Coffee House", "side": "business", "is_organisation": True},
            "fate": {"state": "forwarded", "text": "Passed on to the county.", "url": "#"},
        },
        {
            "title": "Who keeps the lights on?",
            "kind": "Question",
            "at": given,
            "author": young,
            "fate": {"state": "waiting", "days_left": -2},
        },
    ]


def everything() -> dict[str, Any]:
    """Gather all that the living page shows."""
    today = timezone.localdate()
    return {
        "phases": PHASES,
        "phases_begun": PHASES_BEGUN,
        "sheet": SHEET,
        "empty_sheet": {},
        "ladders": LADDERS,
        "charts": CHARTS,
        "map": MAP,
        "clocks": clocks(today),
        "contributions": contributions(today),
        "asked": asked(),
        "refused": refused(),
        "crumbs": [("Fjordvik", "#"), ("Strand", "#"), ("The library", "")],
        "chips": [
            {"name": "Sara", "side": "resident"},
            {"name": "Ola Nes", "side": "association", "speaks_for": "Friends of Strand Library"},
            {"name": "Coffee House", "side": "business", "is_organisation": True},
            {"name": "Ida Vik", "side": "social_entrepreneur", "speaks_for": "Second Spring"},
            {"name": "Fjordvik University", "side": "academia", "is_organisation": True},
            {"name": "Strand Parish", "side": "faith_community", "is_organisation": True},
            {"name": "Kari Moe", "side": "facilitator", "note": "leads the process"},
        ],
        "sides": [
            ("resident", 31),
            ("association", 4),
            ("business", 1),
            ("social_entrepreneur", 2),
            ("academia", 1),
            ("faith_community", 1),
            ("public", 6),
        ],
        "power": [("resident", 30), ("association", 20), ("business", 10), ("public", 40)],
        "fates": [
            ("received", None),
            ("read", None),
            ("waiting", 6),
            ("waiting", 0),
            ("waiting", -2),
            ("used", None),
            ("partly_used", None),
            ("not_used", None),
            ("forwarded", None),
            ("withdrawn", None),
        ],
        "rungs": [(4, False, True), (4, True, True), (2, False, True), (0, False, True)],
        "facts": [
            ("Started", "3 February"),
            {"label": "Looks after it", "value": "Kari Moe", "url": "#", "note": "facilitator"},
            ("Areas", "Strand, Nes"),
        ],
        "numbers": [
            {"value": "84 %", "label": "answered within 30 days", "note": "n = 50, last 12 months"},
            {"value": "9 days", "label": "to an answer", "note": "median, n = 50", "url": "#"},
            {"value": "11 of 12", "label": "promises kept", "note": "since 3 February"},
        ],
        "events": [
            {"at": today, "title": "The work begins", "tone": "now", "who": "Kari Moe"},
            {
                "at": today - timedelta(days=40),
                "title": "The design was locked",
                "text": "9 of 10 recommendations were adopted.",
                "tone": "ok",
                "url": "#",
            },
            {"at": today - timedelta(days=70), "title": "The answer was late", "tone": "late"},
            {"at": today - timedelta(days=90), "title": "A resident raised it"},
        ],
        "tiles": [
            {
                "title": "The library at Strand becomes a place to meet",
                "url": "#tiles",
                "eyebrow": "Service · Strand",
                "text": "Teachers, young people and a new association keep it open with two staff.",
                "phase": "Implementing",
                "rung": {"rung": 4, "is_provisional": True},
                "sides": [("resident", 31), ("association", 2), ("public", 3)],
                "clock": {"who": "The council", "due_on": today + timedelta(days=23)},
            },
            {
                "title": "A quay for everyone at Nes",
                "url": "#tiles",
                "eyebrow": "Community · Nes",
                "text": "Where shall we swim when the harbour is rebuilt?",
                "phase": "Defining",
                "rung": {"rung": "", "has_enough_evidence": False},
                "sides": [("resident", 4)],
                "note": "2 people follow it.",
            },
            {
                "title": "Dinner and a lift home",
                "url": "#tiles",
                "eyebrow": "Service · the whole municipality",
                "text": "Evenings are long. Six seniors want to cook together.",
                "phase": "Driving forward",
                "rung": {"rung": "self_organised"},
            },
        ],
    }
