"""The map: the coverage, the four fields, every group with its marks, what to do next."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskap.base.addresses import address
from samskap.design.clocks import as_day, in_words
from samskap.kernels.coverage import FORMULA
from samskap.negotiations.models import Party, Position, Spokesperson
from samskap.negotiations.queries.mapping import Map

MARKS: tuple[tuple[str, Promise | str], ...] = (
    ("is_touched", gettext_lazy("touched")),
    ("knows", gettext_lazy("knows")),
    ("can_help", gettext_lazy("can help")),
    ("can_block", gettext_lazy("can block")),
)


def marks_of(party: Party) -> str:
    """Every mark of a group, in words."""
    return ", ".join(str(words) for name, words in MARKS if getattr(party, name))


def standing_of(party: Party, found: Map) -> tuple[str, str]:
    """Where a group stands, in words and as a tone: at the table, took part, asked, not asked."""
    if party.is_seated:
        return _("At the table"), "ok"
    if party.left_on is not None:
        return _("Left the table"), "late"
    if found.took_part(party):
        return _("Took part"), "ok"
    if party.invited_on is not None:
        return _("Asked, and missing"), "late"
    return _("Not asked yet"), "late"


def coverage_note(found: Map) -> str:
    """How the coverage came about, with its formula."""
    return _("%(came)s of %(all)s groups on the map took part. Formula: coverage %(version)s.") % {
        "came": len(found.active),
        "all": len(found.parties),
        "version": FORMULA.rpartition(" ")[2],
    }


def map_numbers(found: Map) -> list[dict[str, str]]:
    """The large figures: the coverage, and how the table grew."""
    numbers = []
    if found.percent is not None:
        numbers.append(
            {
                "value": f"{found.percent} %",
                "label": _("Coverage"),
                "note": coverage_note(found),
            }
        )
    seated = {"value": str(len(found.seated)), "label": _("At the table now"), "note": ""}
    if found.first:
        seated["note"] = _("%(first)s stood on the first list") % {"first": found.first}
    return [*numbers, seated]


def coverage_chart(found: Map) -> dict[str, Any] | None:
    """Who took part, who was asked and is missing, whom nobody has asked: by sort of group."""
    if not found.parties:
        return None
    sorts = [sort for sort in Party.Sort if any(each.sort == sort for each in found.parties)]

    def counted(stands: str) -> list[int]:
        """How many groups of each sort stand so."""
        return [
            sum(each.sort == sort and _stands(each, found) == stands for each in found.parties)
            for sort in sorts
        ]

    return {
        "id": "coverage",
        "title": _("Who took part, and who is missing"),
        "sentence": _("%(came)s of %(all)s groups took part; %(asked)s were asked and are missing.")
        % {
            "came": len(found.active),
            "all": len(found.parties),
            "asked": sum(_stands(each, found) == "asked" for each in found.parties),
        },
        "unit": _("groups"),
        "categories": [str(sort.label) for sort in sorts],
        "series": [
            {"label": _("Took part"), "tone": "ok", "values": counted("came")},
            {"label": _("Asked, and missing"), "tone": "late", "values": counted("asked")},
            {"label": _("Not asked yet"), "tone": "soft", "values": counted("not")},
        ],
    }


def _stands(party: Party, found: Map) -> str:
    """One of three: came, asked, not."""
    if found.took_part(party):
        return "came"
    return "asked" if party.invited_on is not None else "not"


FIELDS = (
    (True, True, gettext_lazy("Touched by it, and can help or block")),
    (True, False, gettext_lazy("Touched by it, without power over it")),
    (False, True, gettext_lazy("Can help or block, not touched themselves")),
    (False, False, gettext_lazy("Know something, or nothing is marked yet")),
)


def quadrants(found: Map) -> list[dict[str, Any]]:
    """The four fields of the map: touched or not, with or without power over it.

    Source: the grid of interest and power, A. L. Mendelow (1981), “Environmental Scanning – The
    Impact of the Stakeholder Concept”, ICIS proceedings; the words are ours.
    """
    fields = []
    for is_touched, has_power, title in FIELDS:
        inside = [
            party
            for party in found.parties
            if party.is_touched == is_touched and (party.can_help or party.can_block) == has_power
        ]
        fields.append(
            {
                "title": title,
                "parties": [
                    {
                        "name": party.name,
                        "stands": standing_of(party, found)[0],
                        "is_here": found.took_part(party),
                        "knows": party.knows,
                    }
                    for party in inside
                ],
            }
        )
    return fields


def party_rows(
    found: Map, needs: dict[int, list[Position]], *, keeps: bool
) -> list[dict[str, Any]]:
    """Every group with its marks, when it was asked, came and left; the table of the picture.

    needs  what those without a seat need, as far as whoever reads may read it
    keeps  whether whoever reads may change them
    """
    return [
        {
            "name": party.name,
            "url": address("negotiations:party", party.pk) if keeps else "",
            "sort": party.get_sort_display(),
            "area": party.area.name if party.area else "",
            "marks": marks_of(party),
            "days": days_of(party, found),
            "standing": standing_of(party, found)[0],
            "why": party.missing_because if not found.took_part(party) else "",
            "needs": needs.get(party.pk, []),
        }
        for party in found.parties
    ]


def days_of(party: Party, found: Map) -> str:
    """When a group was asked and took part, and how many meetings it came to, in one line."""
    meetings = len(found.came.get(party.pk, ()))
    said = []
    if party.invited_on and party.invited_on != party.came_on:
        said.append(_("asked %(day)s") % {"day": said_day(party.invited_on)})
    if party.came_on:
        said.append(_("took part from %(day)s") % {"day": said_day(party.came_on)})
    if meetings:
        said.append(ngettext("%(n)s meeting", "%(n)s meetings", meetings) % {"n": meetings})
    return " · ".join(said)


def said_day(day: Any) -> str:
    """A day in words; empty where there is none."""
    return in_words(as_day(day), timezone.localdate()) if day else ""


def next_steps(found: Map, slug: str, *, maps: bool) -> list[dict[str, Any]]:
    """Who is missing, by what one could do next: ask, go there, call.

    Source: SC-6 (two village evenings and telephone input for villages that were missing).
    """
    not_asked = [party for party in found.missing if party.invited_on is None]
    asked = [party for party in found.missing if party.invited_on is not None]
    steps: list[dict[str, Any]] = [
        {
            "says": _("Nobody has asked them yet. Ask them, and write down how."),
            "parties": not_asked,
            "links": [],
        },
        {
            "says": _(
                "They were asked and have not come. Hold a meeting of their own where they are, or"
                " call some of them and write down what they say."
            ),
            "parties": [party for party in asked if not party.is_organised],
            "links": [
                (address("meetings:announce", slug), _("Hold a meeting of their own")),
                (address("ideas:paper", slug), _("Write down what came by telephone")),
            ],
        },
        {
            "says": _("They were asked and have not come. Call them, and ask what they need."),
            "parties": [party for party in asked if party.is_organised],
            "links": [],
        },
    ]
    return [
        {
            "says": step["says"],
            "links": step["links"] if maps else [],
            "parties": [
                {
                    "name": party.name,
                    "why": party.missing_because,
                    "url": address("negotiations:party", party.pk) if maps else "",
                }
                for party in step["parties"]
            ],
        }
        for step in steps
        if step["parties"]
    ]


def asking_facts(party: Party) -> list[dict[str, str]]:
    """What somebody says who asks for a place on the map."""
    return [
        {"label": _("Marks"), "value": marks_of(party)},
        {"label": _("Asked on"), "value": said_day(timezone.localdate(party.added_at))},
    ]


def party_facts(party: Party) -> list[dict[str, str]]:
    """What stands about one group."""
    facts = [
        {"label": _("Sort"), "value": party.get_sort_display()},
        {"label": _("Marks"), "value": marks_of(party) or _("none yet")},
    ]
    if party.area:
        facts.append({"label": _("Area"), "value": party.area.name})
    if party.organisation:
        facts.append({"label": _("Organisation"), "value": party.organisation.name})
    if party.invited_on:
        asked = said_day(party.invited_on)
        facts.append({"label": _("Asked"), "value": asked, "note": party.invited_how})
    if party.invited_by:
        facts.append({"label": _("Asked by"), "value": party.invited_by.shown_name})
    if party.came_on:
        facts.append({"label": _("Took part from"), "value": said_day(party.came_on)})
    if party.joined_on:
        facts.append({"label": _("At the table from"), "value": said_day(party.joined_on)})
    if party.left_on:
        facts.append({"label": _("Left on"), "value": said_day(party.left_on)})
    return facts


def seat_rows(seats: Iterable[Spokesperson]) -> list[dict[str, Any]]:
    """Who speaks for a group, by the name that others read."""
    return [
        {
            "name": seat.shown or _("Whoever has the letter"),
            "is_hidden": seat.is_hidden,
            "how": seat.get_channel_display(),
            "is_open": bool(seat.key),
            "asks": seat.joined_at is None and seat.person_id is not None,
            "until": said_day(seat.key_until),
        }
        for seat in seats
    ]
