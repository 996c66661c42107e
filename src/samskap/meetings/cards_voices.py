"""New voices, and who owns what came of an event, as the design wants them."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.design.figures import shown
from samskap.kernels.answers import Figure
from samskap.kernels.new_voices import NewVoices
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.meetings.cards import few
from samskap.meetings.queries.nights import Owners


def voices_numbers(found: NewVoices) -> list[dict[str, Any]]:
    """New voices as large figures; none where so few are new, or known, that one could be told."""
    new = round((found.new.value or 0) * found.new.n)
    if any(0 < part < SMALLEST_SHOWN for part in (new, found.new.n - new)) or not found.new.n:
        return []
    people = ngettext("of {n} person", "of {n} people", found.new.n).format(n=found.new.n)
    numbers = [{"label": _("new voices"), "value": percent(found.new), "note": people}]
    if found.influence.n:
        n = found.influence.n
        adopted = ngettext("of {n} adopted", "of {n} adopted", n).format(n=n)
        label = _("adopted, with a new voice behind it")
        numbers.append({"label": label, "value": percent(found.influence), "note": adopted})
    return numbers


def percent(figure: Figure) -> str:
    """A share in hundredths, as the reader writes numbers."""
    return _("{n} %").format(n=shown(round(100 * (figure.value or 0))))


def owners_numbers(owners: Owners) -> list[dict[str, Any]]:
    """Who owns what came of a youth event, and whether it is kept."""
    if not owners.actions:
        return []
    n = ngettext("of {n} promise", "of {n} promises", owners.actions).format(n=owners.actions)
    share = Figure(owners.youth / owners.actions, owners.actions)
    return [
        {"label": _("promises with a young owner"), "value": percent(share), "note": n},
        {"label": _("young owners"), "value": few(owners.owners), "note": ""},
        {"label": _("kept"), "value": str(owners.kept), "note": ""},
        {"label": _("late"), "value": str(owners.late), "note": ""},
    ]
