"""Writing down who came: by name, and by paper cards that name nobody."""

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils import timezone

from samskap.meetings.actions.events import happened
from samskap.meetings.actions.holding import held
from samskap.meetings.carding import title_of
from samskap.meetings.errors.attendance import MoreThanCards, NotExpected
from samskap.meetings.errors.events import EventIsCalledOff, NotYet, NotYoursToHold
from samskap.meetings.expecting import guests_expected
from samskap.meetings.models import Arrangement, Attendance, CardSheet, Event, GuestAttendance
from samskap.meetings.permissions import may_hold, may_keep_minutes
from samskap.meetings.queries.taking_part import expected_at
from samskap.people.models import Person


@transaction.atomic
def note_who_came(
    *, event: Event, by: Person, came: Collection[int], guests_came: Collection[int] = ()
) -> None:
    """Write down who of those expected came; whoever is not among them did not.

    came         keys of persons
    guests_came  keys of the givers behind those who have no account

    Refuses with NotYoursToHold, EventIsCalledOff, NotYet or NotExpected.
    """
    event = held(event)
    must_have_begun(event, by)
    expected = {person.pk for person in expected_at(event)}
    guests = {giver.pk for giver in guests_expected(event)}
    if set(came) - expected or set(guests_came) - guests:
        raise NotExpected
    plain = {"municipality_id": event.municipality_id, "at": timezone.now()}
    for key in expected:
        Attendance.objects.update_or_create(
            event=event, person_id=key, defaults={**plain, "came": key in came}
        )
    for key in guests:
        GuestAttendance.objects.update_or_create(
            event=event, giver_id=key, defaults={**plain, "came": key in guests_came}
        )
    happened("meetings.attendance_noted", event, by)


def must_have_begun(event: Event, by: Person) -> None:
    """Refuse those who do not keep the minutes, and an event that has not begun."""
    if not may_keep_minutes(by, event):
        raise NotYoursToHold
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.starts_at > timezone.now():
        raise NotYet


@transaction.atomic
def name_secretary(*, event: Event, by: Person, secretary: Person | None) -> None:
    """Say who writes the minutes; nobody means those who hold it.

    Refuses with NotYoursToHold or NotExpected.
    """
    event = held(event)
    if not may_hold(by, event):
        raise NotYoursToHold
    if secretary and secretary not in expected_at(event):
        raise NotExpected
    Arrangement.objects.update_or_create(
        event=event, defaults={"municipality_id": event.municipality_id, "secretary": secretary}
    )


@transaction.atomic
def type_in_cards(
    *,
    event: Event,
    by: Person,
    cards: int,
    counts: Mapping[str, Mapping[str, int]],
    first_time: int | None = None,
) -> CardSheet:
    """Type in what the paper cards say: how many there are, and how many in each group.

    The cards are voluntary and anonymous. A card that leaves a line empty is in no group of it, so
    that a group may count fewer than there are cards, but never more.

    counts  dimension → group → cards

    Refuses with NotYoursToHold, EventIsCalledOff, NotYet or MoreThanCards.
    """
    event = held(event)
    must_have_begun(event, by)
    sums = {dimension: sum(groups.values()) for dimension, groups in counts.items()}
    for dimension, counted in {**sums, "first_time": first_time or 0}.items():
        if counted > cards:
            raise MoreThanCards(cards=cards, counted=counted, dimension=title_of(dimension))
    sheet: CardSheet = CardSheet.objects.update_or_create(
        event=event,
        defaults={
            "municipality_id": event.municipality_id,
            "cards": cards,
            "first_time": first_time,
            "counts": {
                dimension: {group: n for group, n in groups.items() if n}
                for dimension, groups in counts.items()
                if any(groups.values())
            },
            "typed_by": by,
            "typed_at": timezone.now(),
        },
    )[0]
    happened("meetings.cards_typed_in", event, by)
    return sheet
