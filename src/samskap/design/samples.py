"""Invented things to show the components with, in the reader’s language."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import (
    BorderInput,
    CountedTextarea,
    DayInput,
    PointInput,
    TouchCheckboxes,
    TouchRadios,
)
from samskap.kernels.ladder import FORMULA

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
        label=_("What do you dream of?"),
        help_text=_("One sentence is enough. You can write more later."),
        widget=CountedTextarea(most=600),
    )
    name = forms.CharField(label=_("Your name"), required=False)
    email = forms.EmailField(label=_("Your e-mail"), help_text=_("We send the answer here."))
    starts_on = forms.DateField(label=_("When could it start?"), widget=DayInput, required=False)
    hours = forms.IntegerField(label=_("Hours a month"), min_value=0, max_value=40, required=False)
    area = forms.ChoiceField(label=_("Where?"), choices=[("strand", "Strand"), ("nes", "Nes")])
    speaks_for = forms.ChoiceField(
        label=_("For whom do you speak?"),
        choices=[("self", _("For myself")), ("friends", _("For the Friends of Strand Library"))],
        widget=TouchRadios,
    )
    helps_with = forms.MultipleChoiceField(
        label=_("What can you help with?"),
        help_text=_("Choose as many as you like."),
        choices=[
            ("shifts", _("Take a shift")),
            ("craft", _("Build shelves")),
            ("read", _("Read aloud")),
        ],
        widget=TouchCheckboxes,
        required=False,
    )
    photo = forms.FileField(label=_("A photo"), required=False)
    is_public = forms.BooleanField(label=_("Others may see my name"), required=False)
    border = forms.CharField(
        label=_("The border"), widget=BorderInput(around=FJORDVIK), required=False
    )
    place = forms.CharField(
        label=_("The place"), widget=PointInput(around=FJORDVIK), required=False
    )


def asked() -> SampleForm:
    """Give an empty form."""
    return SampleForm(prefix="empty")


def refused() -> SampleForm:
    """Give a form that somebody filled in, with mistakes."""
    return SampleForm(
        {"wrong-dream": "", "wrong-email": "ada at fjordvik", "wrong-hours": "90"}, prefix="wrong"
    )


PHASES = [
    {
        "title": _("Define"),
        "state": "done",
        "note": _("14 contributions · locked together 2 March"),
    },
    {
        "title": _("Design"),
        "state": "done",
        "note": _("22 ideas · 9 of 10 adopted 18 April"),
        "url": "#",
    },
    {"title": _("Implement"), "state": "now", "note": _("11 of 12 promises kept")},
    {"title": _("Drive forward"), "state": "next", "note": _("begins in August")},
]
PHASES_BEGUN = [
    {"title": _("Define"), "state": "now", "note": _("Open for problems and stories")},
    {"title": _("Design"), "state": "skipped"},
    {"title": _("Implement"), "state": "next"},
    {"title": _("Drive forward"), "state": "next"},
]
SHEET = {
    "open": [_("What the place shall be"), _("Who hosts")],
    "negotiable": [_("Opening hours"), _("How the rooms are used")],
    "fixed": [_("NOK 1.2 million a year"), _("Nobody employed loses the job")],
    "who_decides": _("The council, after the partners’ recommendation"),
    "money": _("NOK 1.2 million a year"),
    "time": _("The trial ends on 31 December"),
    "law": _("The Public Libraries Act, section 4"),
    "version": 3,
    "valid_from": date(2026, 3, 2),
    "confirmed": 4,
    "parties": 5,
    "url": "#",
}
CONDITIONS = [
    {"held": True, "sentence": _("Residents took part before the problem was locked."), "url": "#"},
    {"held": True, "sentence": _("Four independent parties contributed."), "url": "#"},
    {"held": True, "sentence": _("Each side held 25 to 75 per cent of the power."), "url": "#"},
    {"held": False, "sentence": _("9 of 40 units of work were done together."), "url": "#"},
]
LINKS = {
    "evidence_url": "#",
    "recompute_url": "#",
    "contest_url": "#",
    "help_url": "#",
    "formula": FORMULA,
}
LADDERS: list[tuple[Any, dict[str, Any]]] = [
    (_("Reached"), {"rung": 4, "conditions": CONDITIONS[:3], "contested": 1, **LINKS}),
    (_("Provisional"), {"rung": 4, "is_provisional": True, "conditions": CONDITIONS[:2]}),
    (
        _("With something missing"),
        {
            "rung": 3,
            "conditions": CONDITIONS,
            "lifts": [{"sentence": _("Decide on the design together."), "url": "#"}],
            "phases": [
                {"title": _("Define"), "rung": _("Equal partnership")},
                {"title": _("Design"), "rung": _("Input to new solutions")},
            ],
            **LINKS,
        },
    ),
    (
        _("None"),
        {
            "rung": 0,
            "caps": [_("The solution was locked before anyone was asked.")],
            "conditions": CONDITIONS[3:],
        },
    ),
    (_("Self-organised"), {"rung": "self_organised", "invite_url": "#"}),
    (_("Too little evidence"), {"rung": 2, "has_enough_evidence": False}),
]
GROUPS = ("resident", "association", "business", "public")
CHARTS: dict[str, dict[str, Any]] = {
    "flow": {
        "id": "flow",
        "title": _("From input to what runs"),
        "unit": "contributions",
        "sentence": _("Of 40 contributions 18 were used, and 12 of them run today."),
        "stages": [
            {"title": _("Given"), "parts": [{"key": "in", "label": _("in all"), "value": 40}]},
            {
                "title": _("Used"),
                "parts": [
                    {"key": "used", "label": "used", "value": 18, "tone": "ok"},
                    {"key": "not", "label": _("not used"), "value": 22, "tone": "soft"},
                ],
            },
            {
                "title": _("Running"),
                "parts": [
                    {"key": "runs", "label": "run", "value": 12, "tone": "sun"},
                    {"key": "waits", "label": _("not yet"), "value": 6, "tone": "soft"},
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
        "title": _("Contributions by side and phase"),
        "unit": "units",
        "sentence": _("Residents gave the most in every phase but one."),
        "description": _("A unit is an idea, two hours of work, or a day in a room."),
        "categories": [_("Define"), _("Design"), _("Implement"), _("Drive forward")],
        "series": [
            {"label": _("Residents"), "side": "resident", "values": [18, 22, 14, 26]},
            {"label": _("Associations"), "side": "association", "values": [8, 0, 12, 6]},
            {"label": _("Business"), "side": "business", "values": [0, 7, 3, 0]},
            {
                "label": _("Social entrepreneurs"),
                "side": "social_entrepreneur",
                "values": [2, 3, 0, 2],
            },
            {"label": _("Academia"), "side": "academia", "values": [4, 2, 0, 0]},
            {"label": _("Faith communities"), "side": "faith_community", "values": [2, 0, 4, 4]},
            {"label": _("The municipality"), "side": "public", "values": [10, 9, 12, 8]},
        ],
        "csv_url": "#",
        "recompute_url": "#",
        "source": _("Counted from the contributions, 3 February to 9 June."),
    },
    "grouped": {
        "id": "ages",
        "title": _("Who took part, by age"),
        "unit": "persons",
        "sentence": _("The young took part more than their number would say."),
        "categories": [_("Under 20"), "20–39", "40–66", _("67 and over")],
        "is_stacked": False,
        "series": [
            {"label": _("Took part"), "tone": "coral", "values": [31, 12, 40, None]},
            {"label": _("Expected"), "tone": "fjord", "values": [18, 27, 36, 14.5]},
        ],
        "hidden_word": _("fewer than 5"),
        "csv_url": "#",
    },
    "line": {
        "id": "index",
        "title": _("How equal it has been"),
        "unit": _("of 100"),
        "sentence": _("The index went from 24 to 72 in five months."),
        "categories": [_("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun")],
        "series": [
            {"label": _("Index"), "tone": "fjord", "values": [24, 41.5, 38, 63, 72]},
            {"label": _("Answered in time"), "tone": "coral", "values": [50, None, 70, 85, 90]},
        ],
        "csv_url": "#",
    },
}
MAP = {
    "id": "fjordvik",
    "title": _("Initiatives in Fjordvik"),
    "geojson": FJORDVIK,
    "items": [
        {
            "title": _("The library at Strand"),
            "url": "#maps",
            "text": _("3 initiatives"),
            "lat": 59.62,
            "lng": 10.36,
            "side": "resident",
        },
        {
            "title": _("The quay at Nes"),
            "url": "#maps",
            "text": _("1 initiative"),
            "lat": 59.56,
            "lng": 10.1,
            "side": "association",
        },
    ],
}


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
        "crumbs": [("Fjordvik", "#"), ("Strand", "#"), (_("The library"), "")],
        "chips": [
            {"name": "Sara", "side": "resident"},
            {
                "name": "Ola Nes",
                "side": "association",
                "speaks_for": _("Friends of Strand Library"),
            },
            {"name": "Coffee House", "side": "business", "is_organisation": True},
            {"name": "Ida Vik", "side": "social_entrepreneur", "speaks_for": "Second Spring"},
            {"name": _("Fjordvik University"), "side": "academia", "is_organisation": True},
            {"name": _("Strand Parish"), "side": "faith_community", "is_organisation": True},
            {"name": "Kari Moe", "side": "facilitator", "note": _("leads the process")},
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
            (_("Started"), _("3 February")),
            {"label": _("Looks after it"), "value": "Kari Moe", "url": "#", "note": "facilitator"},
            (_("Areas"), _("Strand, Nes")),
        ],
        "numbers": [
            {
                "value": "84 %",
                "label": _("answered within 30 days"),
                "note": _("n = 50, last 12 months"),
            },
            {
                "value": _("9 days"),
                "label": _("to an answer"),
                "note": _("median, n = 50"),
                "url": "#",
            },
            {"value": _("11 of 12"), "label": _("promises kept"), "note": _("since 3 February")},
        ],
        "events": [
            {"at": today, "title": _("The work begins"), "tone": "now", "who": "Kari Moe"},
            {
                "at": today - timedelta(days=40),
                "title": _("The design was locked"),
                "text": _("9 of 10 recommendations were adopted."),
                "tone": "ok",
                "url": "#",
            },
            {"at": today - timedelta(days=70), "title": _("The answer was late"), "tone": "late"},
            {"at": today - timedelta(days=90), "title": _("A resident raised it")},
        ],
        "tiles": [
            {
                "title": _("The library at Strand becomes a place to meet"),
                "url": "#tiles",
                "eyebrow": _("Service · Strand"),
                "text": _(
                    "Teachers, young people and a new association keep it open with two staff."
                ),
                "phase": _("Implementing"),
                "rung": {"rung": 4, "is_provisional": True},
                "sides": [("resident", 31), ("association", 2), ("public", 3)],
                "clock": {"who": _("The council"), "due_on": today + timedelta(days=23)},
            },
            {
                "title": _("A quay for everyone at Nes"),
                "url": "#tiles",
                "eyebrow": _("Community · Nes"),
                "text": _("Where shall we swim when the harbour is rebuilt?"),
                "phase": _("Defining"),
                "rung": {"rung": "", "has_enough_evidence": False},
                "sides": [("resident", 4)],
                "note": _("2 people follow it."),
            },
            {
                "title": _("Dinner and a lift home"),
                "url": "#tiles",
                "eyebrow": _("Service · the whole municipality"),
                "text": _("Evenings are long. Six seniors want to cook together."),
                "phase": _("Driving forward"),
                "rung": {"rung": "self_organised"},
            },
        ],
    }
