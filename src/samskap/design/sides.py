"""Sides: who speaks, as a colour, a shape and a word, never as colour alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy


@dataclass(frozen=True)
class Side:
    """One side of a partnership, as it is drawn and named."""

    key: str  # the class that carries its colour
    shape: str  # the class that carries its shape
    many: str | Promise  # the side as a group


RESIDENTS = Side("residents", "circle", _("Residents"))
ASSOCIATIONS = Side("associations", "square", _("Associations"))
BUSINESS = Side("business", "diamond", pgettext_lazy("side", "Business"))
ENTREPRENEURS = Side("entrepreneurs", "ring", _("Social entrepreneurs"))
ACADEMIA = Side("academia", "triangle", _("Academia"))
FAITH = Side("faith", "cross", _("Faith communities"))
PUBLIC = Side("public", "hexagon", _("The municipality"))
SIDES = (RESIDENTS, ASSOCIATIONS, BUSINESS, ENTREPRENEURS, ACADEMIA, FAITH, PUBLIC)

SIDE_OF: dict[str, Side] = {
    **dict.fromkeys(("residents", "resident", "service_user", "relative"), RESIDENTS),
    **dict.fromkeys(("volunteer", "non_public"), RESIDENTS),
    **dict.fromkeys(("associations", "association"), ASSOCIATIONS),
    "business": BUSINESS,
    **dict.fromkeys(("entrepreneurs", "social_entrepreneur"), ENTREPRENEURS),
    **dict.fromkeys(("academia", "academic"), ACADEMIA),
    **dict.fromkeys(("faith", "faith_community"), FAITH),
    **dict.fromkeys(("public", "public_unit", "employee", "facilitator", "case_officer"), PUBLIC),
    **dict.fromkeys(("leader", "chief_executive", "politician", "council", "body"), PUBLIC),
    **dict.fromkeys(("committee", "group", "professional"), PUBLIC),
}
"""The side of every kind of actor; whatever is not named here speaks as a resident."""

KINDS: dict[str, str | Promise] = {
    "resident": pgettext_lazy("kind of actor", "resident"),
    "service_user": pgettext_lazy("kind of actor", "receives the service"),
    "relative": pgettext_lazy("kind of actor", "relative"),
    "volunteer": pgettext_lazy("kind of actor", "volunteer"),
    "association": pgettext_lazy("kind of actor", "association"),
    "business": pgettext_lazy("kind of actor", "business"),
    "social_entrepreneur": pgettext_lazy("kind of actor", "social entrepreneur"),
    "academia": pgettext_lazy("kind of actor", "academia"),
    "academic": pgettext_lazy("kind of actor", "academia"),
    "faith_community": pgettext_lazy("kind of actor", "faith community"),
    "public": pgettext_lazy("kind of actor", "municipality"),
    "public_unit": pgettext_lazy("kind of actor", "municipality"),
    "employee": pgettext_lazy("kind of actor", "employee of the municipality"),
    "professional": pgettext_lazy("kind of actor", "employed by a public body"),
    "facilitator": pgettext_lazy("kind of actor", "facilitator"),
    "case_officer": pgettext_lazy("kind of actor", "case officer"),
    "leader": pgettext_lazy("kind of actor", "leader in the municipality"),
    "chief_executive": pgettext_lazy("kind of actor", "chief executive"),
    "politician": pgettext_lazy("kind of actor", "elected representative"),
    "council": pgettext_lazy("kind of actor", "elected body"),
    "committee": pgettext_lazy("kind of actor", "committee"),
}
"""What a kind of actor is called beside a name."""


def side_of(kind: str) -> Side:
    """Find the side that a kind of actor stands on."""
    return SIDE_OF.get(str(kind), RESIDENTS)


def word_for(kind: str) -> str:
    """Say what a kind of actor is called, in lower case, to stand beside a name."""
    word = KINDS.get(str(kind))
    return str(word) if word is not None else str(side_of(kind).many).lower()


def counted(kind: str, count: int) -> str:
    """Say how many there are of a side: “31 residents”."""
    side = side_of(kind)
    if side is ASSOCIATIONS:
        words = ngettext("%(n)s association", "%(n)s associations", count)
    elif side is BUSINESS:
        words = ngettext("%(n)s business", "%(n)s businesses", count)
    elif side is ENTREPRENEURS:
        words = ngettext("%(n)s social entrepreneur", "%(n)s social entrepreneurs", count)
    elif side is ACADEMIA:
        words = ngettext("%(n)s from academia", "%(n)s from academia", count)
    elif side is FAITH:
        words = ngettext("%(n)s faith community", "%(n)s faith communities", count)
    elif side is PUBLIC:
        words = ngettext("%(n)s from the municipality", "%(n)s from the municipality", count)
    else:
        words = ngettext("%(n)s resident", "%(n)s residents", count)
    return words % {"n": count}
