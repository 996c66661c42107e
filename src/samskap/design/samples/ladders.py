"""Invented placements on the ladder."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samskap.kernels.ladder import FORMULA

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
