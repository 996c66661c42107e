"""How far an invented initiative has come, and what frames it."""

from datetime import date

from django.utils.translation import gettext_lazy as _

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
