"""Reading what is arranged around an event, and what those who come need."""

from collections import Counter

from samskap.meetings.models import Event, Offer, Support
from samskap.people.models import Person
from samskap.people.permissions import Reader


def needs_of(event: Event) -> list[Support]:
    """What those who come and those who wait need, the first first."""
    return list(event.supports.select_related("person").order_by("at", "pk"))


def counted(supports: list[Support]) -> list[tuple[Offer, int]]:
    """How many need what: only what somebody needs, in the order of the list."""
    counts = Counter(need for support in supports for need in support.needs)
    return [(offer, counts[offer.value]) for offer in Offer if counts[offer.value]]


def own_needs(person: Reader, event: Event) -> Support | None:
    """What somebody has said that they need there."""
    if not isinstance(person, Person):
        return None
    mine: Support | None = event.supports.filter(person=person).first()
    return mine
