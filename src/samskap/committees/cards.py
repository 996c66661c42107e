"""Committees as the design’s components want them: plain words, no rows."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.text import plain
from samskap.committees.answer_cards import late_words
from samskap.committees.models import Committee, State
from samskap.committees.models.committee import ASIDE, PATH
from samskap.committees.models.team import Role
from samskap.committees.queries.committees import Counted

STAGES: tuple[tuple[str, ...], ...] = (
    (State.PROPOSED, State.CHARTERED),
    (State.RECRUITING, State.APPOINTED),
    (State.WORKING, State.DELIVERED),
    (State.IN_FORMAL_TREATMENT, State.ANSWERED, State.IMPLEMENTING, State.CLOSED, State.EVALUATED),
)
"""The way of a committee as a picture of four stages."""


def stage_of(committee: Committee) -> int:
    """How far it has come: 1 … 4."""
    at = committee.stands_at
    return next(number for number, stage in enumerate(STAGES, start=1) if at in stage)


def stages_of(committee: Committee) -> list[dict[str, Any]]:
    """The stages for the design’s stepper, with the state in words where it stands."""
    titles = (_("Charter"), _("Team"), _("Work"), _("Answer, and what follows"))
    here = stage_of(committee)
    is_over = committee.state in (State.CLOSED, State.EVALUATED)
    stages = []
    for number, title in enumerate(titles, start=1):
        is_done = number < here or is_over
        state = "done" if is_done else "now" if number == here else "next"
        note = committee.get_state_display() if number == here else ""
        stages.append({"title": title, "state": state, "note": note})
    return stages


def ahead_of(committee: Committee) -> list[str]:
    """The states that still lie ahead, in words."""
    if committee.state in ASIDE:
        return []
    return [str(State(state).label) for state in PATH[PATH.index(committee.state) + 1 :]]


def tile_of(committee: Committee, numbers: Counted, *, days_late: int = 0) -> dict[str, Any]:
    """A committee as a card in a list; how many days its answer is overdue stands there, too."""
    theme = str(committee.theme) if committee.theme else ""
    return {
        "title": committee.title,
        "url": committee.get_absolute_url(),
        "eyebrow": " · ".join(filter(None, [theme, committee.get_state_display()])),
        "text": plain(committee.result or getattr(committee, "task", "") or "", 220),
        "lang": committee.language,
        "phase": members_said(numbers.members),
        "step": stage_of(committee),
        "note": late_words(days_late) if days_late else answers_said(numbers),
    }


def members_said(members: dict[str, int]) -> str:
    """How many sit in it, by role, in words."""
    told = []
    if count := members.get(Role.RESIDENT, 0):
        told.append(ngettext("%(n)s resident", "%(n)s residents", count) % {"n": count})
    if count := members.get(Role.POLITICIAN, 0):
        words = ngettext("%(n)s elected representative", "%(n)s elected representatives", count)
        told.append(words % {"n": count})
    if count := members.get(Role.PROFESSIONAL, 0):
        told.append(ngettext("%(n)s professional", "%(n)s professionals", count) % {"n": count})
    return ", ".join(told) or _("No members yet")


def answers_said(numbers: Counted) -> str:
    """How many of its recommendations were adopted, in words."""
    if not numbers.recommended:
        return ""
    words = ngettext(
        "%(adopted)s of %(n)s recommendation adopted",
        "%(adopted)s of %(n)s recommendations adopted",
        numbers.recommended,
    )
    return words % {"adopted": numbers.adopted, "n": numbers.recommended}
