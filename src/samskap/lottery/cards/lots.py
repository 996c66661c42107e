"""A lot in a list and on its page: what it is, how far it has come, and what was done."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.text import plain
from samskap.lottery import features as targets
from samskap.lottery.features import Feature
from samskap.lottery.models import Lot, State, Step

# State → which of the four steps people are at; after the last one all are done.
AT: dict[str, int] = {
    State.OPEN: 0,
    State.CLOSED: 1,
    State.REPLACING: 1,
    State.PLANNED: 2,
    State.COMMITTED: 3,
    State.DRAWN: 4,
}


def tile_of(lot: Lot) -> dict[str, Any]:
    """One lot in a list."""
    return {
        "title": lot.title,
        "url": lot.get_absolute_url(),
        "lang": lot.language,
        "eyebrow": lot.get_state_display(),
        "text": plain(lot.about, 160),
        "note": " · ".join([seats_in_words(lot.size), lot.initiative.title]),
    }


def seats_in_words(size: int) -> str:
    """Say how many are drawn."""
    said = ngettext("{n} person is drawn", "{n} people are drawn", size)
    return said.format(n=size)


def phases_of(lot: Lot) -> list[dict[str, str]]:
    """The way of a lot from the first yes to the panel, and where it stands."""
    steps = (
        (_("Gather the pool"), _("People say yes to being drawn.")),
        (_("Number the panels"), _("About a thousand panels are worked out.")),
        (_("Seal the panels"), _("Nobody can change them any more.")),
        (_("Draw the panel"), _("Dice or a public lottery decide the number.")),
    )
    at = AT[lot.state]
    return [
        {
            "title": title,
            "note": note,
            "state": "done" if place < at else ("now" if place == at else "next"),
        }
        for place, (title, note) in enumerate(steps)
    ]


def facts_of(lot: Lot) -> list[tuple[str, str]]:
    """What a lot says of itself, in short."""
    found = [
        (_("How many"), seats_in_words(lot.size)),
        (_("Who can be drawn"), lot.get_pool_display()),
        (_("Chances"), lot.get_way_display()),
    ]
    if lot.closes_on and lot.state == State.OPEN:
        found.append((_("Last day to say yes"), date_format(lot.closes_on)))
    if lot.one_per_household:
        found.append((_("Households"), _("At most one person of each is drawn.")))
    if lot.pause_months:
        words = ngettext(
            "Those who were drawn or invited in the last {n} month are left out.",
            "Those who were drawn or invited in the last {n} months are left out.",
            lot.pause_months,
        )
        found.append((_("Room for others"), words.format(n=lot.pause_months)))
    return found


def targets_of(lot: Lot) -> list[dict[str, Any]]:
    """The targets as rows: value, share of the population, at least and at most."""
    return [
        {
            "title": feature.title,
            "rows": [
                {
                    "title": value.title,
                    "share": share_of(value.persons, feature),
                    "least": value.least,
                    "most": value.most,
                }
                for value in feature.values
            ],
        }
        for feature in targets.read(lot.features)
    ]


def share_of(persons: int | None, feature: Feature) -> str:
    """A group’s share of the population, where it is known."""
    total = sum(value.persons or 0 for value in feature.values)
    return f"{100 * persons / total:.0f} %" if persons is not None and total else ""


def steps_of(lot: Lot) -> list[dict[str, Any]]:
    """What was done, when, by whom and why, the latest first."""
    steps = lot.steps.select_related("by").order_by("-at", "-pk")[:40]
    return [
        {
            "at": step.at,
            "title": title_of(step),
            "text": step.reason or seed_in_words(step),
            "who": step.by.shown_name if step.by else "",
        }
        for step in steps
    ]


def title_of(step: Step) -> str:
    """What was done; of whoever was taken out neither name nor reason."""
    if step.facts.get("taken_out"):
        return _("A steward took somebody out")
    return step.get_what_display()


def seed_in_words(step: Step) -> str:
    """What the log says of a random invitation, so that it can be done again."""
    if step.what != Step.What.INVITED:
        return ""
    said = ngettext(
        "{n} of {of} on the list. Seed: {seed}", "{n} of {of} on the list. Seed: {seed}",
        step.facts["invited"],
    )  # fmt: skip
    return said.format(n=step.facts["invited"], of=step.facts["of"], seed=step.facts["seed"])
