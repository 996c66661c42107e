"""Finding what an address of meetings names, for whoever may see it."""

from django.shortcuts import get_object_or_404

from samskap.ledger.hands import Hand, hand
from samskap.meetings.errors.events import NotYoursToHold
from samskap.meetings.models import Event
from samskap.meetings.permissions import may_hold, may_keep_minutes
from samskap.meetings.queries import events as queries
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest


def the_event(request: MunicipalityRequest, pk: int) -> Event:
    """The event at an address."""
    found: Event = get_object_or_404(queries.event_in(request.municipality), pk=pk)
    return found


def held_event(request: SignedInRequest, pk: int) -> Event:
    """The event at an address, for those who hold it."""
    found = the_event(request, pk)
    if not may_hold(request.user, found):
        raise NotYoursToHold
    return found


def hand_named(request: SignedInRequest, key: str) -> Hand:
    """The hand that a form named."""
    return hand(key=key, by=request.user, municipality=request.municipality)


def kept_event(request: SignedInRequest, pk: int) -> Event:
    """The event at an address, for those who keep its minutes."""
    found = the_event(request, pk)
    if not may_keep_minutes(request.user, found):
        raise NotYoursToHold
    return found
