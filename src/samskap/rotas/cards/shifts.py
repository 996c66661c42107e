"""Shifts, turns and swaps in lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from samskap.ledger.hands import hands_of
from samskap.ledger.models import Side
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person
from samskap.rotas.models import Correction, Shift, Swap, Turn
from samskap.rotas.queries.moving import in_the_way
from samskap.rotas.queries.places import Places, places_of
from samskap.rotas.queries.shifts import open_swaps
from samskap.rotas.words import hours_in_words, when


def who_of(turn: Turn) -> str:
    """Name whoever is on a turn, to those who may see names."""
    name = turn.person.shown_name if turn.person else turn.giver.name or _("Somebody")
    if turn.speaking_for:
        name = _("{name}, for {organisation}").format(
            name=name, organisation=turn.speaking_for.name
        )
    if turn.is_companion:
        return _("One more with {name}").format(name=name)
    return name


@dataclass(kw_only=True)
class ShiftCard:
    """A shift in a list: when, what, and how each of its duties stands for whoever reads."""

    shift: Shift
    when: str
    title: str
    places: list[Places]
    swaps: list[Swap] = field(default_factory=list)

    @property
    def free(self) -> int:
        """How many places are left."""
        return sum(places.free for places in self.places)

    @property
    def needed(self) -> int:
        """How many places there are."""
        return sum(places.need.people for places in self.places)

    @property
    def held(self) -> int:
        """How many of them are held."""
        return sum(min(places.held, places.need.people) for places in self.places)

    @property
    def is_for_staff(self) -> bool:
        """Whether nobody but staff is needed."""
        return all(places.state == "staff" for places in self.places)

    @property
    def is_mine(self) -> bool:
        """Whether whoever reads is on it."""
        return any(places.mine for places in self.places)


def shift_cards(
    request: MunicipalityRequest, shifts: Sequence[Shift], *, with_rota: bool = False
) -> list[ShiftCard]:
    """Make a card of each shift; the same number of questions for one and for many."""
    reader = request.user if isinstance(request.user, Person) else None
    staff = reader is not None and any(
        choice.side == Side.PUBLIC for choice in hands_of(reader, request.municipality)
    )
    places = places_of(shifts, reader, is_staff=staff)
    swaps = open_swaps(shifts, reader)
    return [
        ShiftCard(
            shift=shift,
            when=str(when(shift)),
            title=shift.title or (shift.rota.title if with_rota else ""),
            places=places[shift.pk],
            swaps=[swap for swap in swaps if swap.turn.shift_id == shift.pk],
        )
        for shift in shifts
    ]


def with_names(card: ShiftCard) -> None:
    """Write beside each turn of a card who is on it, for those who may see names."""
    name_all(card.places)


def name_all(places: Iterable[Places]) -> None:
    """Write beside each turn on some places who is on it."""
    for each in places:
        for turn in each.turns:
            turn.who = who_of(turn)  # type: ignore[attr-defined]


def moved_card(
    shift: Shift, turns: list[Turn], starts_at: datetime, ends_at: datetime
) -> dict[str, Any]:
    """Who on a shift cannot come from then until then, and whom only a coordinator can tell.

    Which other rota somebody is with is theirs to say: here it is only that they are elsewhere.
    """
    return {
        "in_the_way": [
            {
                "name": who_of(each.turn),
                "is_elsewhere": bool(each.others),
                "missing": ", ".join(each.missing),
            }
            for each in in_the_way(shift, turns, starts_at, ends_at)
        ],
        "untold": [who_of(turn) for turn in turns if turn.person is None],
    }


def turn_card(turn: Turn) -> dict[str, Any]:
    """One’s own turn in a list."""
    return {"turn": turn, "shift": turn.shift, "when": str(when(turn.shift))}


def swap_card(swap: Swap) -> dict[str, Any]:
    """What somebody asks, in a list."""
    asker = swap.turn.person
    return {
        "pk": swap.pk,
        "name": asker.shown_name if asker else _("Somebody"),
        "rota": swap.turn.shift.rota.title,
        "when": str(when(swap.turn.shift)),
        "return_when": str(when(swap.in_return.shift)) if swap.in_return else "",
        "words": swap.words,
    }


def written_down(shift: Shift) -> list[dict[str, Any]]:
    """How long each was there, or that they were not, for those who keep the rota."""
    settled = shift.turns.filter(status__in=(Turn.Status.DONE, Turn.Status.NO_SHOW))
    return [
        {
            "pk": turn.pk,
            "who": who_of(turn),
            "duty": turn.need.duty.name,
            "hours": hours_in_words(turn.minutes),
        }
        for turn in settled.select_related("person", "giver", "need__duty", "speaking_for")
    ]


def corrections_of(turn: Turn) -> list[dict[str, Any]]:
    """What was corrected about the hours of a turn, the newest first."""
    return [
        {
            "at": each.at,
            "by": each.by.shown_name if each.by else _("Somebody"),
            "before": hours_in_words(each.minutes_before),
            "after": hours_in_words(each.minutes_after),
            "because": each.because,
        }
        for each in Correction.objects.filter(turn=turn).select_related("by")
    ]
