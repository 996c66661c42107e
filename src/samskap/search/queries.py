"""Finding: what fits what somebody looks for, page by page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from samskap.base.finding import Found, findables
from samskap.base.modules import announced
from samskap.initiatives.queries.initiatives import RUNGS, SIDES, Filters, listed
from samskap.kernels.stems import asked_for
from samskap.ledger.models import Phase
from samskap.municipalities.models import Municipality
from samskap.search import index
from samskap.search.marks import Group, Match, kinds, side, some_of, tenant, tiers

PAGE = 10
SOME = 20  # shown at the most where nothing has all the words
LAST_PLACE = 2**63 - 1
LONGEST_PLACE = 40  # characters
LONGEST_QUERY = 200


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody looks for; empty means all."""

    q: str = ""
    kind: str = ""
    phase: str = ""
    topic: str = ""
    area: str = ""
    side: str = ""
    rung: str = ""
    hands: str = ""  # “yes” for what needs hands now

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Asked":
        """Take it from an address; what makes no sense is left out."""
        known = {
            "kind": set(findables()),
            "phase": set(Phase.values),
            "side": set(SIDES),
            "rung": set(RUNGS),
            "hands": {"yes"},
        }
        told = {each.name: asked.get(each.name, "").replace("\x00", "") for each in fields(cls)}
        return cls(
            q=told.pop("q").strip()[:LONGEST_QUERY],
            **{
                name: value[:80]
                for name, value in told.items()
                if name not in known or value in known[name]
            },
        )

    @property
    def words(self) -> list[Group]:
        """What is looked for, word by word."""
        return asked_for(self.q)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the words is chosen."""
        return any(getattr(self, each.name) for each in fields(self) if each.name != "q")

    @property
    def is_anything(self) -> bool:
        """Whether anything is looked for at all."""
        return bool(self.words) or self.is_narrowed


@dataclass(frozen=True, kw_only=True)
class Hits:
    """One page of what was found.

    older        the place after which the next page begins; empty at the end
    are_partial  nothing has all the words: these have some of them
    """

    items: list[tuple[str, Found]] = field(default_factory=list)
    older: str = ""
    are_partial: bool = False


def find(municipality: Municipality, asked: Asked, *, after: str = "", size: int = PAGE) -> Hits:
    """Find a page of what everybody may read here, what fits best first, then the newest.

    after  the `older` of the page before; one that cannot be read gives the first page

    Six queries at the most, and one or two for each kind that stands on the page.
    """
    if not asked.is_anything:
        return Hits()
    base = _base(municipality, asked)
    within = _within(municipality, asked)
    if within is not None and not within.exists():
        return Hits()  # nobody has to look through everything that has the words
    every = tiers(base, asked.words)
    tier, place = _read(after, len(every))
    places: list[tuple[int, int]] = []  # (tier, place)
    entries: list[tuple[str, int]] = []  # (kind, key)
    while tier < len(every) and len(places) <= size:
        for row in _rows(every[tier], within, before=place, most=size + 1 - len(places)):
            places.append((tier, row[0]))
            entries.append((row[1], row[2]))
        tier, place = tier + 1, LAST_PLACE
    if not entries and len(asked.words) > 1 and not after:
        some = _rows(some_of(base, asked.words), within, before=LAST_PLACE, most=SOME)
        return Hits(items=read(municipality, [row[1:] for row in some]), are_partial=bool(some))
    has_more = len(places) > size
    older = "{}-{}".format(*places[size - 1]) if has_more else ""
    return Hits(items=read(municipality, entries[:size]), older=older)


def is_place(after: str) -> bool:
    """Whether something names a place in a list of hits."""
    tier, dash, place = after.partition("-")
    is_short = len(after) <= LONGEST_PLACE  # a number of thousands of digits is not even read
    return (
        bool(dash)
        and is_short
        and all(part.isascii() and part.isdecimal() for part in (tier, place))
    )


def read(municipality: Municipality, entries: Sequence[tuple[str, int]]) -> list[tuple[str, Found]]:
    """Read the things behind entries as they are now; whatever may not be read is left out."""
    keys: dict[str, list[int]] = defaultdict(list)
    for kind, key in entries:
        keys[kind].append(key)
    things = {
        (kind, found.key): found
        for kind, some in keys.items()
        if kind in findables()
        for found in findables()[kind].found(some)
        if found.municipality == municipality.pk
    }
    return [(entry[0], things[entry]) for entry in entries if entry in things]


def _base(municipality: Municipality, asked: Asked) -> list[Group]:
    """What every hit must be, by its marks."""
    base = [tenant(municipality.pk)]
    base += [kinds(asked.kind)] if asked.kind else []
    return [*base, side(asked.side)] if asked.side else base


def _within(municipality: Municipality, asked: Asked) -> QuerySet[Any, Any] | None:
    """The initiatives to which every hit must belong; None where any will do."""
    filters = Filters(phase=asked.phase, topic=asked.topic, area=asked.area, rung=asked.rung)
    if not filters.are_set and not asked.hands:
        return None
    found = listed(municipality, filters).order_by()
    for needing in announced("needs_hands") if asked.hands else ():
        found = found.filter(pk__in=needing(municipality))
    return found.values("pk")


def _rows(
    match: Match, within: QuerySet[Any, Any] | None, *, before: int, most: int
) -> list[tuple[int, str, int]]:
    """Look up entries: place, kind and key, the newest first."""
    vendor = connection.vendor
    where = index.FROM[vendor]
    params: list[Any] = [index.written(match, vendor), before]
    if within is not None:
        sql, given = within.query.sql_with_params()
        where, params = f"{where} AND e.initiative_id IN ({sql})", [*params, *given]
    asked = (
        f"SELECT e.place, e.kind, e.key FROM {where}"  # noqa: S608 - no word of theirs in it
        f" ORDER BY {index.NEWEST_FIRST[vendor]} LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked, [*params, most])
        return [(place, kind, key) for place, kind, key in cursor.fetchall()]


def _read(after: str, tiers_in_all: int) -> tuple[int, int]:
    """The tier and the place after which a page begins."""
    if is_place(after):
        tier, place = (int(part) for part in after.split("-"))
        if tier < tiers_in_all and place <= LAST_PLACE:
            return tier, place
    return 0, LAST_PLACE
