"""Who may do what with events."""

from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import (
    KEEPERS,
    is_partner,
    may_enter_for_others,
)
from samskap.initiatives.permissions.initiative import may_change as may_lead
from samskap.ledger.hands import hands_of
from samskap.meetings.expecting import expected_by_modules
from samskap.meetings.models import Event, Night, around
from samskap.meetings.models.tables import SETTLING
from samskap.municipalities.models import Municipality
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, has_role, level_of

LEAST_LEVEL = Level.REACHABLE  # whoever comes can be told that it is called off


def may_announce(by: Reader, initiative: Initiative) -> bool:
    """Anyone whom we can reach, as long as the initiative is open: nobody asks leave to begin."""
    return initiative.is_open and level_of(by) >= LEAST_LEVEL


def may_come(by: Reader) -> bool:
    """Anyone whom we can reach."""
    return level_of(by) >= LEAST_LEVEL


def may_hold(by: Reader, event: Event) -> bool:
    """Whoever holds it, those who speak for the organisation that does, and who lead."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if event.giver.person_id == by.pk or may_lead(by, event.initiative):
        return True
    return event.speaking_for_id is not None and any(
        choice.organisation and choice.organisation.pk == event.speaking_for_id
        for choice in hands_of(by, event.municipality)
    )


def may_settle(by: Reader, initiative: Initiative) -> bool:
    """Those who lead the initiative, and the municipality’s own people, go through notes."""
    return isinstance(by, Person) and (
        has_role(by, initiative.municipality, *SETTLING) or may_lead(by, initiative)
    )


def may_keep_night(by: Reader, event: Event) -> bool:
    """Whoever works for the municipality: it answers for the young people who sleep there."""
    return may_enter_for_others(by, event.municipality)


def may_see_contacts(by: Reader, night: Night) -> bool:
    """Those on watch whose certificate was seen, from the start of the event to its end."""
    event, now = night.event, timezone.now()
    if not isinstance(by, Person) or event.is_cancelled:
        return False
    if not event.starts_at <= now <= event.ends_at:
        return False
    return night.hosts.filter(person=by, seen_at__isnull=False).exists()


def may_open_kiosk(by: Reader, municipality: Municipality) -> bool:
    """Facilitators and administrators put up tablets."""
    return has_role(by, municipality, *KEEPERS)


def may_take_part(by: Reader, event: Event) -> bool:
    """Whoever comes, acts for a partner, is expected, or holds it: they propose and speak."""
    return isinstance(by, Person) and (takes_part(by, event) or may_hold(by, event))


def may_keep_minutes(by: Reader, event: Event) -> bool:
    """Those who hold it, and the secretary whom they have named."""
    is_secretary = isinstance(by, Person) and around(event).secretary_id == by.pk
    return is_secretary or may_hold(by, event)


def may_approve(by: Reader, event: Event) -> bool:
    """Those of whom it is written down that they came."""
    return isinstance(by, Person) and event.attendances.filter(person=by, came=True).exists()


def may_read_draft(by: Reader, event: Event) -> bool:
    """Those who came read the minutes before they are approved; who keeps them writes them."""
    return may_approve(by, event) or may_keep_minutes(by, event)


def takes_part(person: Person, event: Event) -> bool:
    """Whether somebody comes, acts for a partner, or is expected by a module."""
    return (
        event.comings.filter(person=person).exists()
        or is_partner(person, event.initiative)
        or any(one.pk == person.pk for one in expected_by_modules(event))
    )
