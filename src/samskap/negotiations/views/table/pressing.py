"""What one press at the table does: each finds what it is about, acts, and thanks."""

from collections.abc import Callable

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from samskap.negotiations.actions import agreeing, pledging, seating, talking
from samskap.negotiations.models import Negotiation, Party, Pledge, Position
from samskap.people.models import Person


def press_open(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Begin to negotiate."""
    agreeing.open_table(negotiation=negotiation, by=by)
    return _("The table is open.")


def press_agree(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Say that all have agreed."""
    agreeing.agree(negotiation=negotiation, by=by)
    return _("All have agreed. The first review of the promises is planned.")


def press_sit(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Take the seat of an organisation."""
    party: Party = get_object_or_404(negotiation.parties, pk=key)
    party.negotiation = negotiation
    seating.sit_for(party=party, by=by)
    return _("You sit at the table. Say first what you need, and why.")


def press_withdraw(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Take a position back."""
    talking.withdraw_position(position=the_position(negotiation, key), by=by)
    return _("It is taken back, and its words are gone.")


def press_show(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Let everybody read a position."""
    position = the_position(negotiation, key)
    talking.open_position(position=position, by=by, readers=Position.Readers.ALL)
    return _("Everybody can read it now.")


def the_position(negotiation: Negotiation, key: int | None) -> Position:
    """The position on this table that a button is about."""
    rows = Position.objects.filter(party__negotiation=negotiation, withdrawn_at=None)
    found: Position = get_object_or_404(rows.select_related("party", "contribution"), pk=key)
    found.party.negotiation = negotiation
    return found


def press_count_on(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Count on a promise."""
    rows = Pledge.objects.filter(party__negotiation=negotiation).select_related("party")
    made: Pledge = get_object_or_404(rows, pk=key)
    made.party.negotiation = negotiation
    pledging.count_on(pledge=made, by=by)
    return _("It is a promise that the table counts on.")


PRESSES: dict[str, Callable[[Negotiation, Person, int | None], str]] = {
    "open": press_open,
    "agree": press_agree,
    "sit": press_sit,
    "withdraw": press_withdraw,
    "show": press_show,
    "count_on": press_count_on,
}
