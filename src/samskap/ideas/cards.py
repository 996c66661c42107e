"""Ideas as the design wants them: plain words, ready to show."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskap.base.text import as_html
from samskap.ideas.models import Idea
from samskap.ideas.queries import supported_by
from samskap.ledger.cards import GIVEN, author_of, fate_of
from samskap.ledger.models import Channel, FateStatus
from samskap.people.models import Person


def cards_of(ideas: list[Idea], reader: Person | AnonymousUser) -> list[dict[str, Any]]:
    """Make a card of each idea, knowing which of them the reader supports."""
    mine = supported_by(reader, ideas) if isinstance(reader, Person) else set()
    return [card_of(idea, is_mine=idea.pk in mine) for idea in ideas]


def card_of(idea: Idea, *, is_mine: bool) -> dict[str, Any]:
    """Say what an idea is, who gave it, and what became of it."""
    route = "ideas:stop_supporting" if is_mine else "ideas:support"
    withdrawn = idea.withdrawn_at is not None
    return {
        "title": idea.title or _("Withdrawn by whoever gave it"),
        "text": as_html(idea.text),
        "lang": idea.language,
        "url": idea.get_absolute_url(),
        "kind": idea.get_kind_display(),
        "at": idea.given_at,
        "author": author_of(idea.contribution),
        "given": GIVEN[Channel(idea.contribution.channel)],
        "fate": fate_of(idea.contribution.standing),
        "support": None
        if withdrawn
        else {
            "count": idea.supports,
            "url": reverse(route, args=[idea.pk]),
            "is_mine": is_mine,
            "form": "support",
            "id": f"support-{idea.pk}",
        },
    }


TONES = {
    FateStatus.USED: "ok",
    FateStatus.PARTLY_USED: "ok",
    FateStatus.NOT_USED: "late",
    FateStatus.WITHDRAWN: "late",
}
STEPS = {
    FateStatus.READ: gettext_lazy("Read"),
    FateStatus.USED: gettext_lazy("Used"),
    FateStatus.PARTLY_USED: gettext_lazy("Partly used"),
    FateStatus.NOT_USED: gettext_lazy("Not used"),
    FateStatus.FORWARDED: gettext_lazy("Passed on"),
    FateStatus.WITHDRAWN: gettext_lazy("Withdrawn by the giver"),
}


def history_of(idea: Idea) -> list[dict[str, Any]]:
    """Tell what happened to an idea, from the day it was given."""
    given = {"at": idea.given_at, "title": _("Given"), "who": author_of(idea.contribution)["name"]}
    fates = idea.contribution.fates.select_related("by")
    steps = [
        {
            "at": fate.at,
            "title": STEPS[FateStatus(fate.status)],
            "text": fate.reason,
            "who": fate.by.shown_name if fate.by else "",
            "tone": TONES.get(FateStatus(fate.status), ""),
        }
        for fate in fates
    ]
    return [given, *steps]
