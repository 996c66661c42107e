"""Why a plan suggests somebody, and why a place stays open, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.kernels.rota_plan import OpenBecause, PassedOver
from samskap.rotas.models import Need, Plan, Suggestion

CLOSE_BY = 1  # km; areas are no finer than that
PASSED = {
    PassedOver.ON_ANOTHER: lambda n: ngettext(
        "{n} is on another shift then", "{n} are on other shifts then", n
    ),
    PassedOver.AT_LIMIT: lambda n: ngettext(
        "{n} has as many as they allow", "{n} have as many as they allow", n
    ),
    PassedOver.HAS_MORE: lambda n: ngettext("{n} has more shifts", "{n} have more shifts", n),
    PassedOver.APART: lambda n: ngettext(
        "{n} does not suit the company", "{n} do not suit the company", n
    ),
    PassedOver.WISHES: lambda n: ngettext(
        "for {n} another answer was better for all",
        "for {n} another answer was better for all",
        n,
    ),
}


def why_said(why: dict[str, Any]) -> list[str]:
    """Say what a suggestion rests on, in short sentences."""
    if why.get("chosen_by_people"):
        return [_("A coordinator chose this.")]
    sentences = [choice_said(why)]
    has = why["has"]
    if has:
        already = ngettext(
            "Has {n} shift already in these weeks.", "Has {n} shifts already in these weeks.", has
        )
        sentences.append(already.format(n=has))
    else:
        sentences.append(_("Has no other shift in these weeks."))
    if why["wished"] is True:
        sentences.append(_("Asked for it."))
    elif why["wished"] is False:
        sentences.append(_("Would rather not: there was no better answer."))
    return sentences


def choice_said(why: dict[str, Any]) -> str:
    """Say among how many somebody was chosen, and why not those who live nearer."""
    could, nearer, km = why["could"], why["nearer"], why["km"]
    if could == 1:
        return _("The only one who can.")
    if km is not None and km < CLOSE_BY:
        return ngettext(
            "One of {n} who can, and lives close by.",
            "One of {n} who can, and lives close by.",
            could,
        ).format(n=could)
    if nearer == 0 and km is not None:
        return ngettext(
            "Nearest of {n} who can, about {km} km away.",
            "Nearest of {n} who can, about {km} km away.",
            could,
        ).format(n=could, km=number_format(km, 1))
    said = ngettext("One of {n} who can.", "One of {n} who can.", could).format(n=could)
    reasons = [
        PASSED[PassedOver(reason)](count).format(n=count)
        for reason, count in sorted(why["passed"].items())
    ]
    if not nearer or not reasons:
        return said
    live = ngettext("{n} lives nearer: {why}.", "{n} live nearer: {why}.", nearer)
    return f"{said} {live.format(n=nearer, why=', '.join(reasons))}"


def open_said(row: dict[str, Any]) -> str:
    """Say why a place stays open, and what would help."""
    return {
        OpenBecause.NOBODY_CLEARED: _(
            "Nobody has what it takes. Train somebody, or lend out a key."
        ),
        OpenBecause.NOBODY_FREE: _(
            "Nobody who knows it can at that time. Ask for other hours, or ask more people."
        ),
        OpenBecause.NOBODY_NEAR: _("Nobody who can lives near enough. Ask if somebody can drive."),
        OpenBecause.ALL_TAKEN: _(
            "All who can are on other shifts, or have as many as they allow. Ask more people."
        ),
    }[OpenBecause(row["because"])]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One suggestion, ready to show."""

    suggestion: Suggestion
    why: list[str]

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return bool(self.suggestion.status == Suggestion.Status.SUGGESTED)


def rows_of(suggestions: Iterable[Suggestion]) -> list[tuple[date, list[Row]]]:
    """Put suggestions under their days, with the reasons in words."""
    rows = (Row(suggestion=one, why=why_said(one.why)) for one in suggestions)
    by_day = groupby(rows, key=lambda row: row.suggestion.need.shift.day)
    return [(day, list(of_day)) for day, of_day in by_day]


def open_rows(plan: Plan) -> list[tuple[Need, int, str]]:
    """Say which places a plan leaves open, how many, and why."""
    left = plan.figures.get("open", [])
    needs = Need.objects.select_related("shift", "duty").in_bulk([row["need"] for row in left])
    return [
        (needs[row["need"]], row["places"], open_said(row)) for row in left if row["need"] in needs
    ]
