"""Ideas as the design wants them: plain words, ready to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskap.base.addresses import address
from samskap.base.text import as_html
from samskap.ideas.actions.merging import why_not_undone
from samskap.ideas.errors import MergedAgainSince
from samskap.ideas.models import Idea, Merge
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
        "note": from_how_many(idea),
        "support": None
        if withdrawn
        else {
            "count": idea.supports,
            "url": address(route, idea.pk),
            "is_mine": is_mine,
            "form": "support",
            "id": f"support-{idea.pk}",
        },
    }


def from_how_many(idea: Idea) -> str:
    """Say that an idea goes on for others too."""
    if not idea.joined:
        return ""
    words = ngettext(
        "put together with %(count)s other", "put together with %(count)s others", idea.joined
    )
    return words % {"count": idea.joined}


@dataclass(frozen=True, kw_only=True)
class Joined:
    """One merge as the page of the idea that goes on shows it.

    parts      each idea as a card, with its own words and who gave it
    own_words  what the one that goes on said before it was put into new words
    why_not    why it cannot be undone; empty where it can
    """

    merge: Merge
    parts: list[dict[str, Any]]
    own_words: dict[str, Any] | None
    why_not: str


def joined_of(idea: Idea, merges: list[Merge]) -> list[Joined]:
    """What goes on in an idea, the merge that was made last first."""
    standing = [merge for merge in merges if merge.into_id == idea.pk and merge.undone_at is None]
    if not standing:
        return []
    last = max(standing, key=lambda merge: merge.pk)  # asked of this one alone, however many
    why_not = why_not_undone(last)
    return [
        Joined(
            merge=merge,
            parts=[part_card(part.idea) for part in merge.parts.all()],
            own_words=before_card(idea, merge) if merge.is_reworded else None,
            why_not=str((why_not if merge == last else MergedAgainSince()) or ""),
        )
        for merge in standing
    ]


def together_with(joined: list[Joined]) -> str:
    """Name everybody who gave what goes on in an idea, beside whoever gave that one."""
    names = {part["author"]["name"]: None for one in joined for part in one.parts}
    return _("given together with %(names)s") % {"names": ", ".join(names)}


def part_card(idea: Idea) -> dict[str, Any]:
    """An idea with its own words, as a part of another."""
    return {
        "title": idea.title or _("Withdrawn by whoever gave it"),
        "text": as_html(idea.text),
        "lang": idea.language,
        "at": idea.given_at,
        "kind": idea.get_kind_display(),
        "author": author_of(idea.contribution),
        "given": GIVEN[Channel(idea.contribution.channel)],
    }


def before_card(idea: Idea, merge: Merge) -> dict[str, Any]:
    """What the one that goes on said before it was put into new words."""
    words = {"title": merge.title_before, "text": as_html(merge.text_before)}
    return part_card(idea) | words | {"lang": merge.language_before}


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


def history_of(idea: Idea, merges: Sequence[Merge] = ()) -> list[dict[str, Any]]:
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
    together = [step for merge in merges for step in steps_of(merge, idea)]
    return sorted([given, *steps, *together], key=lambda step: step["at"])


def steps_of(merge: Merge, idea: Idea) -> list[dict[str, Any]]:
    """Tell that an idea was put together with others, and taken apart again."""
    others = [part.idea.title for part in merge.parts.all() if part.idea_id != idea.pk]
    if merge.into_id != idea.pk:
        others.insert(0, merge.into.title)
    named = {"titles": ", ".join(_("“%s”") % title for title in others if title)}
    steps = [
        {
            "at": merge.at,
            "title": _("Put together with %(titles)s") % named,
            "text": merge.reason,
            "who": merge.by.shown_name if merge.by else "",
        }
    ]
    if merge.undone_at:
        steps.append(
            {
                "at": merge.undone_at,
                "title": _("Stands by itself again"),
                "text": merge.undone_because,
                "who": merge.undone_by.shown_name if merge.undone_by else "",
            }
        )
    return steps
