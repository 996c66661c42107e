"""Components that show how equal the work was: the ladder and its badge."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskap.design.components.drawing import Facts, Item

register = template.Library()

RUNGS: dict[int, tuple[str | Promise, str | Promise]] = {
    4: (_("Equal partnership"), _("defining, designing and carrying out together")),
    3: (_("Input to new solutions"), _("people are heard, and get answers")),
    2: (_("Volunteers create for others"), _("together with the municipality")),
    1: (_("Own co-production"), _("a person works towards an own goal")),
}
"""The rungs from the top, with what each means.

Source: domain.md 1G (S4:57 says three steps, S4:59–65 describe four; we use four).
"""


def number_of(rung: int | str | None) -> int | None:
    """Read a rung as a number; nothing for “self_organised” and for no rung at all."""
    return int(rung) if rung is not None and str(rung).isdecimal() else None


@register.inclusion_tag("design/ladder.html")
def ladder(placement: Item, level: int = 3, is_open: bool = True) -> Facts:
    """Show where an initiative stands, with every reason; what speaks for it may be folded."""
    here = number_of(placement.get("rung"))
    is_sure = placement.get("has_enough_evidence", True)
    lifts = [
        lift if isinstance(lift, dict) else {"sentence": lift}
        for lift in placement.get("lifts") or ()
    ]
    conditions = placement.get("conditions") or ()
    phases = [str(phase["rung"]) for phase in placement.get("phases") or ()]
    is_the_same = is_sure and len(phases) > 1 and len(set(phases)) == 1
    return {
        "placement": placement,
        "level": level,
        "is_open": is_open,
        "everywhere": phases[0] if is_the_same else "",
        "is_sure": is_sure,
        "is_self_organised": placement.get("rung") == "self_organised",
        "is_none": here == 0,
        "here": here,
        "rungs": [
            {
                "number": number,
                "title": title,
                "means": means,
                "is_here": number == here,
                "is_climbed": here is not None and number < here,
            }
            for number, (title, means) in RUNGS.items()
        ],
        "held": [each for each in conditions if each["held"]],
        "failed": [each for each in conditions if not each["held"]],
        "lifts": lifts,
    }


@register.inclusion_tag("design/rung_badge.html")
def rung_badge(
    rung: int | str | None = None, is_provisional: bool = False, has_enough_evidence: bool = True
) -> Facts:
    """Say in a list which rung an initiative stands on."""
    number = number_of(rung)
    return {
        "number": number,
        "title": RUNGS[number][0] if number in RUNGS else "",
        "is_self_organised": rung == "self_organised",
        "is_provisional": is_provisional,
        "is_sure": has_enough_evidence and rung not in (None, ""),
    }
