"""Promises and reviews: kept, late, released; the share that was kept."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from samskap.initiatives.queries.commitments import Kept
from samskap.kernels.coverage import percent
from samskap.negotiations.cards.map import said_day
from samskap.negotiations.models import Pledge, Review
from samskap.negotiations.queries.promises import standing_of

WORDS = {
    "offered": gettext_lazy("Offered"),
    "running": pgettext_lazy("a promise", "Still to come"),
    "kept": gettext_lazy("Kept"),
    "late": gettext_lazy("Late"),
    "released": gettext_lazy("Released"),
}
TONES = {"offered": "", "running": "", "kept": "ok", "late": "late", "released": ""}


def promise_numbers(stands: Kept) -> list[dict[str, str]]:
    """The share of promises that was kept, and the counts behind it."""
    share = "–"
    if stands.due:
        share = f"{percent(Fraction(stands.kept, stands.due))} %"
    return [
        {
            "value": share,
            "label": _("Promises kept"),
            "note": _("%(kept)s of %(due)s that were due; released ones count neither way")
            % {"kept": stands.kept, "due": stands.due},
        },
        {"value": str(stands.late), "label": _("Late"), "note": ""},
        {"value": str(stands.running), "label": _("Still to come"), "note": ""},
    ]


def promise_chart(stands: Kept) -> dict[str, Any] | None:
    """All promises as one bar."""
    counts = [
        (_("Kept"), "ok", stands.kept),
        (_("Late"), "late", stands.late),
        (_("Still to come"), "fjord", stands.running),
        (_("Released"), "soft", stands.released),
    ]
    if not any(count for _label, _tone, count in counts):
        return None
    return {
        "id": "promises",
        "title": _("What became of the promises"),
        "sentence": "",
        "unit": _("promises"),
        "categories": [_("Promises")],
        "series": [
            {"label": label, "tone": tone, "values": [count]} for label, tone, count in counts
        ],
    }


def promise_rows(pledges: Iterable[Pledge]) -> list[dict[str, Any]]:
    """Every promise, with its party, day, standing and words."""
    return [
        {
            "party": each.party.name,
            "what": each.commitment.what,
            "due": said_day(each.commitment.due_on),
            "standing": WORDS[standing_of(each.commitment)],
            "says": each.commitment.says,
        }
        for each in pledges
    ]


def review_lines(reviews: Iterable[Review]) -> list[dict[str, Any]]:
    """Every review, held or ahead."""
    lines = []
    for each in reviews:
        if each.held_on is None:
            title = _("Next review") if not each.is_late else _("Review, late")
            tone = "late" if each.is_late else "now"
            lines.append({"at": each.due_on, "title": title, "text": "", "tone": tone})
            continue
        counts = _("%(kept)s of %(due)s kept, %(late)s late, %(released)s released.") % {
            "kept": each.kept,
            "due": each.due,
            "late": each.late,
            "released": each.released,
        }
        lines.append({"at": each.held_on, "title": counts, "text": each.words, "tone": "ok"})
    return lines
