"""Invented figures."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
            {
                "label": pgettext_lazy("side", "Business"),
                "side": "business",
                "values": [0, 7, 3, 0],
            },
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
