"""Who speaks at a table, and which meetings their parties came to."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.ledger.models import Giver
from samskap.meetings.models import Attendance, Event, GuestAttendance
from samskap.negotiations.models import Negotiation, Party, Spokesperson
from samskap.people.models import Person


def seats_at(negotiation: Negotiation) -> "QuerySet[Spokesperson]":
    """Every seat of a table, taken or offered, with who sits there."""
    found: QuerySet[Spokesperson] = Spokesperson.objects.filter(party__negotiation=negotiation)
    return found.select_related("person")


def own_seat(negotiation: Negotiation, person: Person) -> Spokesperson | None:
    """The place that somebody has at a table or asks for; the first one, if there are several."""
    seats = Spokesperson.objects.filter(party__negotiation=negotiation, person=person)
    return seats.select_related("party").order_by("pk").first()


def speakers_at(negotiation: Negotiation) -> list[Person]:
    """Everybody with an account who speaks at a table now, under a pseudonym or not."""
    seats = seats_at(negotiation).exclude(joined_at=None).exclude(person=None)
    found = {
        seat.person.pk: seat.person
        for seat in seats.select_related("person", "party")
        if seat.person is not None and seat.person.is_active and seat.party.is_seated
    }
    return list(found.values())


def open_writers_at(negotiation: Negotiation) -> list[Person]:
    """Those who speak at a table under their own name, whom lists may name."""
    hidden = set(seats_at(negotiation).filter(is_hidden=True).values_list("person", flat=True))
    return [person for person in speakers_at(negotiation) if person.pk not in hidden]


def expected(initiative: Initiative) -> list[Person]:
    """Those who are expected at the meetings of an initiative: who speaks under their own name."""
    negotiation = Negotiation.objects.filter(initiative=initiative).first()
    return open_writers_at(negotiation) if negotiation else []


def guests(initiative: Initiative) -> list[tuple[Giver, str]]:
    """Parties that come through nobody’s own account, by the party’s name; so also the hidden."""
    sits = Q(left_on=None) | Q(came_back_on__isnull=False)
    found = Party.objects.filter(sits, negotiation__initiative=initiative)
    rows = found.exclude(joined_on=None).exclude(giver=None).select_related("giver")
    return [(party.giver, party.name) for party in rows if party.giver is not None]


def meetings_of(negotiation: Negotiation) -> list[Event]:
    """The meetings of the initiative that were not called off, the first one first."""
    found = Event.objects.filter(initiative_id=negotiation.initiative_id, cancelled_at=None)
    return list(found.order_by("starts_at", "pk"))


def came_to(negotiation: Negotiation, parties: Collection[Party]) -> dict[int, set[int]]:
    """Which meetings each party was seen at, through anybody who speaks for it: party → events."""
    rows = Attendance.objects.filter(
        event__initiative_id=negotiation.initiative_id,
        event__cancelled_at=None,
        came=True,
        person__seats_spoken_for__party__negotiation=negotiation,
    ).values_list("person__seats_spoken_for__party", "event")
    by_guest = GuestAttendance.objects.filter(
        event__initiative_id=negotiation.initiative_id,
        event__cancelled_at=None,
        came=True,
        giver__seats__negotiation=negotiation,
    ).values_list("giver__seats", "event")
    keys = {party.pk for party in parties}
    found: dict[int, set[int]] = defaultdict(set)
    for party, event in [*rows, *by_guest]:
        if party in keys:
            found[party].add(event)
    return found


LATELY = 2  # meetings


def silent(
    parties: Collection[Party], meetings: Collection[Event], came: dict[int, set[int]]
) -> list[Party]:
    """Parties at the table that were seen at neither of the last two meetings since they joined.

    A party that joined after those meetings is not silent; nor is one when fewer have been held.
    """
    now = timezone.now()
    held = [meeting for meeting in meetings if meeting.ends_at <= now]
    found = []
    for party in parties:
        if not party.is_seated or party.joined_on is None:
            continue
        since = [each for each in held if timezone.localdate(each.ends_at) >= party.joined_on]
        last = since[-LATELY:]
        if len(last) == LATELY and not any(each.pk in came.get(party.pk, ()) for each in last):
            found.append(party)
    return found
