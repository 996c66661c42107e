"""How modules say what can be found, so that search gathers it and knows none of them by name.

Whatever is announced here is public: it is read through the same questions as the open pages. What
may not be read any more is let go at once; everything else is read again from the memory of what
happened, so that no write has to think of search.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from samskap.base.addresses import address
from samskap.base.modules import announced

LOOK = "look"  # the name of the button that only looks


@dataclass(frozen=True, kw_only=True)
class Findable:
    """A kind of thing that can be found.

    kind   its name in addresses, e.g. “idea”
    title  what one such thing is called
    many   what several are called, for the filter
    model  label of its model, by which the memory names it: “ideas.Idea”
    read   dotted path of a function (keys) -> the things with these keys that everybody may read
           now, as `Found`, in any order
    parts  label of another model → the ways from it that lead here, as filters write them: when
           something happens there, what is said here may have changed
    """

    kind: str
    title: str | Promise
    many: str | Promise
    model: str
    read: str
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def found(self, keys: Iterable[int]) -> "list[Found]":
        """Read what everybody may read of these keys."""
        asked = list(keys)
        read: Callable[[list[int]], list[Found]] = import_string(self.read)
        return read(asked) if asked else []


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing that can be found, as it reads now.

    municipality, initiative   their keys; no initiative for what hangs on none
    title, text   its own words; text in Markdown
    of            what it belongs to, shown beside it and not looked in
    side          which of the seven sides it comes from: “resident”, “public” …; empty for none
    """

    key: int
    municipality: int
    url: str
    title: str = ""
    text: str = ""
    language: str
    at: datetime
    initiative: int | None = None
    of: str = ""
    side: str = ""


def findables() -> dict[str, Findable]:
    """Every kind of thing that can be found, by its name."""
    return {findable.kind: findable for findable in announced("findable")}


def let_go(thing: Model) -> None:
    """Let nobody find a thing any more whose words are gone or hidden; in that transaction."""
    for forget in announced("lets_go"):
        forget(thing)


@dataclass(frozen=True, kw_only=True)
class Similar:
    """Who knows what people have said already that is like what somebody writes.

    route  of the piece of a page that a form fetches while somebody writes
    look   dotted path of a function (request, what was sent with the form) -> Panel | None
    keys   dotted path of a function (municipality, kind of what can be found, text) -> the keys of
           those that may be like the text
    """

    route: str
    look: str
    keys: str


def said_already(request: HttpRequest) -> dict[str, Any]:
    """What a form with “See whether somebody has said it already” shows, under its name.

    url    the address that the form asks while somebody writes; empty where nobody knows
    panel  what is like what was written, once somebody pressed the button; else None
    """
    for knows in announced("similar"):
        asked = wants_to_look(request)
        panel = import_string(knows.look)(request, request.POST) if asked else None
        return {"url": address(knows.route), "panel": panel, "is_asked": asked}
    return {"url": "", "panel": None, "is_asked": False}


def keys_like(municipality: Model, *, kind: str, text: str) -> list[int]:
    """The keys of public things of a kind that may be like a text; none where nobody knows."""
    return [
        key
        for knows in announced("similar")
        for key in import_string(knows.keys)(municipality, kind, text)
    ]


def wants_to_look(request: HttpRequest) -> bool:
    """Whether somebody pressed that button, and not the one that gives."""
    return LOOK in request.POST
