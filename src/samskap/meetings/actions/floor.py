"""The floor of a meeting: put up a hand, take it down, give somebody the floor, and end it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from samskap.meetings.actions.holding import held
from samskap.meetings.errors.agenda import NotTakingPart
from samskap.meetings.errors.events import EventIsCalledOff, NotYoursToHold
from samskap.meetings.errors.floor import NoSuchHand, NotNow
from samskap.meetings.models import Event, Speaker
from samskap.meetings.permissions import may_hold, may_take_part
from samskap.people.models import Person

BEFORE, AFTER = timedelta(hours=1), timedelta(hours=3)  # meetings begin early, and run late
MINUTE = 60  # seconds


def is_on(event: Event) -> bool:
    """Whether a meeting goes on, or nearly."""
    now = timezone.now()
    return not event.is_cancelled and event.starts_at - BEFORE <= now <= event.ends_at + AFTER


def must_be_on(event: Event) -> None:
    """Refuse what is called off, and what does not go on."""
    if event.is_cancelled:
        raise EventIsCalledOff
    if not is_on(event):
        raise NotNow


@transaction.atomic
def put_up_hand(*, event: Event, by: Person) -> Speaker:
    """Ask for the floor; a second press changes nothing.

    Refuses with EventIsCalledOff, NotNow or NotTakingPart.
    """
    event = held(event)
    must_be_on(event)
    if not may_take_part(by, event):
        raise NotTakingPart
    mine, _is_new = Speaker.objects.get_or_create(
        event=event,
        person=by,
        done_at=None,
        defaults={"municipality_id": event.municipality_id},
    )
    return mine


@transaction.atomic
def take_down_hand(*, event: Event, by: Person) -> None:
    """Ask no longer; whoever has the floor already keeps it until it ends."""
    event = held(event)
    event.speakers.filter(person=by, began_at=None, done_at=None).delete()


@transaction.atomic
def add_speaker(*, event: Event, by: Person, label: str) -> Speaker:
    """Put somebody on the list who has no account or no telephone, by a word for them.

    Refuses with NotYoursToHold, EventIsCalledOff or NotNow.
    """
    event = held(event)
    must_lead(event, by)
    added, _is_new = Speaker.objects.get_or_create(
        event=event,
        person=None,
        label=label.strip(),
        done_at=None,
        defaults={"municipality_id": event.municipality_id},
    )
    return added


def must_lead(event: Event, by: Person) -> None:
    """Refuse those who do not hold it, and what does not go on."""
    if not may_hold(by, event):
        raise NotYoursToHold
    must_be_on(event)


@transaction.atomic
def give_floor(*, event: Event, by: Person, speaker: int) -> Speaker:
    """Give somebody the floor; whoever had it before is done.

    speaker  the key of their row

    Refuses with NotYoursToHold, EventIsCalledOff, NotNow or NoSuchHand.
    """
    event = held(event)
    must_lead(event, by)
    next_one = event.speakers.filter(pk=speaker, began_at=None, done_at=None).first()
    if next_one is None:
        raise NoSuchHand
    for speaking in event.speakers.filter(began_at__isnull=False, done_at=None):
        end(speaking)
    next_one.began_at = timezone.now()
    next_one.save(update_fields=["began_at"])
    given: Speaker = next_one
    return given


def end(speaker: Speaker, minutes: int | None = None) -> None:
    """Write down that somebody has spoken, and for how long: by the clock where nobody says."""
    speaker.done_at = timezone.now()
    if minutes is None and speaker.began_at:
        seconds = (speaker.done_at - speaker.began_at).total_seconds()
        minutes = round(seconds / MINUTE)
    speaker.minutes = minutes
    speaker.save(update_fields=["done_at", "minutes"])


@transaction.atomic
def end_floor(*, event: Event, by: Person, speaker: int, minutes: int | None = None) -> None:
    """End somebody’s time on the floor, or take a hand off the list that nobody puts up any more.

    Refuses with NotYoursToHold, EventIsCalledOff, NotNow or NoSuchHand.
    """
    event = held(event)
    must_lead(event, by)
    one = event.speakers.filter(pk=speaker, done_at=None).first()
    if one is None:
        raise NoSuchHand
    if one.began_at:
        end(one, minutes)
    else:
        one.delete()
