"""Writing down what happened."""

from uuid import UUID

from django.db.models import Model

from samskap.base.models import Happening
from samskap.base.prepared import insert


def key_of(thing: Model) -> str:
    """Name a row for the memory, e.g. `ideas.Idea:17`."""
    return f"{thing._meta.label}:{thing.pk}"


def remember(
    what: str,
    *,
    by: UUID | None,
    about: Model,
    within: Model | None = None,
    municipality_id: int | None = None,
) -> Happening:
    """Write one line of the house’s memory, in the caller’s transaction.

    what             module.past_tense, e.g. “ideas.idea_given”
    by               the pseudonym of whoever acted (`Person.pseudonym_key`); None for the clock
    about            the row it happened to
    within           the larger thing it happened in, usually an initiative
    municipality_id  the tenant; taken from `about` where it carries one
    """
    happening = Happening(
        what=what,
        by=by,
        about=key_of(about),
        within=key_of(within) if within else "",
        municipality_key=municipality_id or getattr(about, "municipality_id", None),
    )
    insert(happening)
    return happening
