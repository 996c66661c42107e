"""Changing events: announce, change, come, call off, say how it was, bring an idea out of it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind, Beneficiary, Contribution
from samskap.meetings.actions.holding import held
from samskap.meetings.actions.line import move_up, places_taken
from samskap.meetings.errors.events import (
    EventIsCalledOff,
    EventIsOver,
    ItHasPassed,
    MoreNewThanCame,
    NobodyTakesItIn,
    NothingMoreHere,
    NotYet,
    NotYoursToHold,
    SayWhy,
    TooFewPlaces,
)
from samskap.meetings.models import Arrangement, Event, Outcome, around
from samskap.meetings.permissions import may_announce, may_hold
from samskap.meetings.words import said, where_of
from samskap.notices.actions import tell
from samskap.people.models import Person

WHERE_AND_WHEN = ("starts_at", "ends_at", "place")  # what those who come are told of


@transaction.atomic
def announce(
    *,
    initiative: Initiative,
    hand: Hand,
    title: str,
    kind: str,
    place: str,
    language: str,
    starts_at: datetime,
    ends_at: datetime,
    public_id: UUID | None = None,
    arranged: Mapping[str, Any] | None = None,
    **facts: Any,
) -> Event:
    """Announce an event; whoever announces it holds it. A second press changes nothing.

    arranged  fields of what is arranged around it: online_url, offers, group, by_law …
    facts     further fields of the event: text, for_whom, capacity, grown_from

    Refuses with SignInNeeded, NothingMoreHere or ItHasPassed.
    """
    hand.require_level("meetings.announce")
    if not may_announce(hand.by, initiative):
        raise NothingMoreHere(initiative=initiative.title)
    if ends_at <= timezone.now():
        raise ItHasPassed
    key = public_id or uuid4()
    if Event.objects.filter(public_id=key).exclude(initiative=initiative).exists():
        key = uuid4()  # of an event elsewhere: no form of ours has chosen it
    event, is_new = Event.objects.get_or_create(
        public_id=key,
        defaults={
            "municipality": initiative.municipality,
            "initiative": initiative,
            "title": title.strip(),
            "kind": kind,
            "place": place.strip(),
            "language": language,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "giver": hand.giver,
            "actor_kind": hand.actor_kind,
            "side": hand.side,
            "speaking_for": hand.speaking_for,
            **facts,
        },
    )
    if is_new:
        arrange(event, arranged or {})
        happened("meetings.event_announced", event, hand.by)
    return event


def arrange(event: Event, facts: Mapping[str, Any]) -> None:
    """Write down what is arranged around an event, where anything is."""
    if facts:
        Arrangement.objects.update_or_create(
            event=event, defaults={"municipality_id": event.municipality_id, **facts}
        )


def happened(what: str, event: Event, by: Person | None) -> None:
    """Remember it, and let the pages of the initiative know that they are old."""
    remember(what, by=by.pseudonym_key if by else None, about=event, within=event.initiative)
    ledger.touch(event.initiative.account)


@transaction.atomic
def change_event(
    *, event: Event, by: Person, arranged: Mapping[str, Any] | None = None, **facts: Any
) -> Event:
    """Change what an event says of itself; those who come hear of a new time, place or link.

    Where there is more room now, those who wait move up.

    Refuses with NotYoursToHold, EventIsCalledOff, EventIsOver, ItHasPassed or TooFewPlaces.
    """
    event = held(event)
    must_be_ahead(event, by)
    if facts.get("ends_at", event.ends_at) <= timezone.now():
        raise ItHasPassed
    coming = places_taken(event)
    if (facts.get("capacity") or coming) < coming:
        raise TooFewPlaces(coming=coming)
    moves = any(
        facts.get(name, getattr(event, name)) != getattr(event, name) for name in WHERE_AND_WHEN
    )
    arranged = dict(arranged or {})
    moves |= arranged.get("online_url", around(event).online_url) != around(event).online_url
    if facts.get("starts_at", event.starts_at) != event.starts_at:
        arranged["reminded_at"] = None  # of another time they are reminded anew
    for name, value in facts.items():
        setattr(event, name, value)
    event.version, event.changed_at = event.version + 1, timezone.now()
    event.save(update_fields=[*facts, "version", "changed_at"])
    arrange(event, arranged)
    if moves:
        label = format_lazy(
            _("A new time or place: “{event}”, {when}."), event=event.title, when=said(event)
        )
        tell_those_who_come(event, by, kind="meetings.moved", label=label, text=where_of(event))
    move_up(event)
    happened("meetings.event_changed", event, by)
    return event


def must_be_ahead(event: Event, by: Person) -> None:
    """Refuse those who do not hold an event, and one that is over or called off."""
    if not may_hold(by, event):
        raise NotYoursToHold
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.is_over:
        raise EventIsOver


def tell_those_who_come(event: Event, by: Person, **words: Any) -> None:
    """Tell everybody who is coming or waits for a place, but not whoever just did it."""
    rows = (*event.comings.select_related("person"), *event.line.select_related("person"))
    for person in {row.person: None for row in rows if row.person != by}:
        tell(
            person=person,
            municipality=event.initiative.municipality,
            path=event.get_absolute_url(),
            **words,
        )


@transaction.atomic
def call_off(*, event: Event, by: Person, because: str) -> None:
    """Call an event off, and tell everybody who is coming why.

    Refuses with NotYoursToHold, EventIsCalledOff, EventIsOver or SayWhy.
    """
    event = held(event)
    must_be_ahead(event, by)
    if not because.strip():
        raise SayWhy
    event.cancelled_at = event.changed_at = timezone.now()
    event.cancelled_because, event.version = because.strip(), event.version + 1
    event.save(update_fields=["cancelled_at", "changed_at", "cancelled_because", "version"])
    label = format_lazy(_("Called off: “{event}”, {when}."), event=event.title, when=said(event))
    tell_those_who_come(event, by, kind="meetings.called_off", label=label, text=because.strip())
    happened("meetings.event_called_off", event, by)


@transaction.atomic
def tell_how_it_was(
    *,
    event: Event,
    by: Person,
    came: int,
    came_new: int | None = None,
    changed: str = "",
    hours: Decimal | int = 0,
) -> Event:
    """Say how many came and what it changed; hours become one row of the ledger, once.

    hours  of those who held it, all together; counted only as long as the initiative is open

    Refuses with NotYoursToHold, EventIsCalledOff, NotYet or MoreNewThanCame.
    """
    event = held(event)
    if not may_hold(by, event):
        raise NotYoursToHold
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.starts_at > timezone.now():
        raise NotYet
    if (came_new or 0) > came:
        raise MoreNewThanCame
    event.came, event.came_new, event.changed = came, came_new, changed.strip()
    event.told_at = event.told_at or timezone.now()
    if hours and event.work is None and event.initiative.is_open:
        event.work = write_hours(event, by, hours)
    event.save(update_fields=["came", "came_new", "changed", "told_at", "work"])
    happened("meetings.event_told", event, by)
    return event


def write_hours(event: Event, by: Person, hours: Decimal | int) -> Contribution:
    """Write the hours of those who held it, on their side, as of when it ended."""
    hand = Hand(
        by=by,
        giver=event.giver,
        actor_kind=ActorKind(event.actor_kind),
        speaking_for=event.speaking_for,
        entered_on_behalf=event.giver.person_id != by.pk,
    )
    return ledger.give(
        account=event.initiative.account,
        hand=hand,
        phase=event.initiative.phase,
        kind="work",
        amount=hours,
        is_independent=True,  # whoever announces an event was not asked to
        beneficiary=Beneficiary.COMMUNITY,
        caption=event.title,
        path=event.get_absolute_url(),
        at=min(event.ends_at, timezone.now()),
    )


@transaction.atomic
def bring_idea(
    *, event: Event, hand: Hand, title: str, text: str = "", language: str
) -> Contribution:
    """Give the initiative an idea that came up at an event; whoever takes ideas in, takes it in.

    Refuses with NobodyTakesItIn, NothingMoreHere, SignInNeeded or as those who take it in do.
    """
    if not event.initiative.is_open:
        raise NothingMoreHere(initiative=event.initiative.title)
    take_in = next(announced("takes_in"), None)
    if take_in is None:
        raise NobodyTakesItIn
    given: Contribution = take_in(
        initiative=event.initiative, hand=hand, title=title, text=text, language=language
    )
    Outcome.objects.create(municipality_id=event.municipality_id, event=event, contribution=given)
    return given
