"""What one entrant alone sees of themselves."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.lottery.models import Entrant, State


@dataclass(frozen=True, kw_only=True)
class Own:
    """What one entrant alone sees of themselves."""

    entrant: Entrant
    status: str
    chance: str
    can_leave: bool


def own_of(entrant: Entrant | None) -> Own | None:
    """What one entrant alone sees: their chance before the draw, and what came of it."""
    if entrant is None:
        return None
    lot = entrant.lot
    if entrant.left_because:
        status = _("A steward took you out: “{reason}”. Ask them if it is wrong.").format(
            reason=entrant.left_because
        )
    elif entrant.left_at:
        status = _("You have left. Nothing more is asked of you.")
    elif entrant.drawn_in_id:
        status = _("You were drawn.")
    elif lot.state == State.DRAWN:
        status = _("You were not drawn. You may still be if somebody leaves.")
    else:
        status = _("You can be drawn.")
    waits = lot.state in (State.PLANNED, State.COMMITTED) and not entrant.drawn_in_id
    return Own(
        entrant=entrant,
        status=status,
        chance=chance_in_words(entrant.chance)
        if waits and entrant.chance is not None and not entrant.left_at
        else "",
        can_leave=entrant.left_at is None,
    )


def chance_in_words(chance: float) -> str:
    """Say a chance so that it can be imagined."""
    words = ngettext(
        "If it were drawn a hundred times, you would be in the panel about {n} time: your chance is"
        " {percent} %.",
        "If it were drawn a hundred times, you would be in the panel about {n} times: your chance"
        " is {percent} %.",
        round(100 * chance),
    )
    return words.format(n=round(100 * chance), percent=number_format(100 * chance, 1))
