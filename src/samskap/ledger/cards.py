"""A contribution as the design’s card wants it: plain words, no rows."""

from math import ceil
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.kernels.ladder import WORK
from samskap.ledger.models import ActorKind, Channel, Contribution, FateStatus, Standing

GIVEN = {
    Channel.WEB: "online",
    Channel.PAPER: "paper",
    Channel.PHONE: "telephone",
    Channel.MEETING: "on_behalf",
}


def author_of(contribution: Contribution, *, in_full: bool = False) -> dict[str, Any]:
    """Who gave it, and for whom; a forgotten giver, and one nobody is told of, keeps only the kind.

    in_full  for those who may know even where others are not told

    Reads `standing` and `giver__person`.
    """
    giver = contribution.giver
    kind = ActorKind(contribution.actor_kind).label
    if contribution.standing.unnamed_at and not in_full:
        return {"name": str(kind), "side": contribution.actor_kind, "speaks_for": ""}
    name = giver.person.shown_name if giver.person else (giver.name or kind)
    return {
        "name": name,
        "side": contribution.actor_kind,
        "speaks_for": contribution.speaking_for.name if contribution.speaking_for else "",
    }


def fate_of(standing: Standing) -> dict[str, Any]:
    """What became of it, as the fate badge wants it."""
    if standing.answered_at is None and standing.answer_due_on is not None:
        return {"state": "waiting", "due_on": standing.answer_due_on}
    return {"state": standing.status, "reason": standing.reason}


def hours_of(contribution: Contribution) -> str:
    """How long somebody worked, in words; empty for everything else."""
    if contribution.kind != WORK or not contribution.amount:
        return ""
    hours = contribution.amount.normalize()
    return ngettext("{n} hour", "{n} hours", ceil(hours)).format(n=number_format(hours))


def card_of(contribution: Contribution, kind: str | Promise) -> dict[str, Any]:
    """Say what a contribution is and what became of it."""
    standing = contribution.standing
    has_fate = contribution.is_input or standing.status != FateStatus.RECEIVED
    return {
        "title": standing.caption or _("Without words"),
        "url": standing.path,
        "kind": f"{kind} · {hours}" if (hours := hours_of(contribution)) else str(kind),
        "at": contribution.at,
        "given": GIVEN[Channel(contribution.channel)],
        "fate": fate_of(standing) if has_fate else None,
    }
