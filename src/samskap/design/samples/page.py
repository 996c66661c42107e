"""All that the living page shows."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.design.samples.charts import CHARTS
from samskap.design.samples.forms import asked, refused
from samskap.design.samples.given import clocks, contributions
from samskap.design.samples.ladders import LADDERS
from samskap.design.samples.maps import MAP
from samskap.design.samples.phases import PHASES, PHASES_BEGUN, SHEET


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
