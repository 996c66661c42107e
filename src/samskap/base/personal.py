"""What a module says about the personal data it holds: whose it is, and how long it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Said = str | Promise

# Why something is not in an archive.
OF_ANOTHER = _("It is about somebody else, or they wrote it.")
A_KEY = _("It is a key, which says nothing about you by itself, and which opens something.")
ON_PAPER = _("It is about people without an account, who gave on paper.")
OF_THE_OFFICE = _("It belongs to the municipality, and stands on its public pages.")

# Why something outlives an account.
GIVEN = _("Others have answered it and built on it. It stays, without your name.")
IN_OFFICE = _(
    "It was done in an office of the municipality. It stays on record, without your name."
)


@dataclass(frozen=True, kw_only=True)
class Held:
    """What one table holds about one person, and what of it belongs into their archive.

    A table may be announced more than once, where one person wrote a question and another answered.

    model       e.g. “ideas.Idea”
    title       what the person calls it
    by          the ways from a row to the person, as filters write them, e.g. “giver__person”;
                “pk” where the row is the person
    match       which field of the person the ways lead to
    shows       the fields that are the person’s to read; never another person
    reads       what the names of those fields read beside the row, as `select_related` writes it
    leaves_out  personal fields that no archive shows, and why
    stays       fields whose words outlive the account, and why (decision 12)
    """

    model: str
    title: Said = ""
    by: tuple[str, ...] = ()
    match: str = "pk"
    shows: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    leaves_out: Mapping[str, Said] = field(default_factory=dict)
    stays: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """How long one kind of thing is kept, as the module proposes it.

    The municipality may choose another number of days within the limits. What nobody owns, such as
    sign-in sessions, is the same for the whole house.

    key     e.g. “notices.read”; never changes
    why     the reason or the law that the time rests on
    rows    function (before) -> the rows whose time was over at a moment
    blanks  fields that are emptied, with what they become; without any the row is deleted
    ends    function (row) -> bool, called in a transaction for each row where neither is enough:
            whether the row’s time was over indeed
    tenant  the way from a row to its municipality; empty where nobody owns it
    """

    key: str
    title: Said
    why: Said
    days: int
    least: int
    most: int
    rows: Callable[[datetime], QuerySet[Any]]
    blanks: Mapping[str, object] = field(default_factory=dict)
    ends: Callable[[Any], bool] | None = None
    tenant: str = "municipality"


@dataclass(frozen=True, kw_only=True)
class Sensitive:
    """A page that shows more about people than others may see; who opens it is written down."""

    key: str  # e.g. “people.roles”; the page calls base.seen.seen with it
    title: Said
