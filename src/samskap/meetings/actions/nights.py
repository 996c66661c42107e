"""Nights: kept by the municipality, stayed by the young, watched over by adults, confirmed."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.meetings.actions.events import happened
from samskap.meetings.actions.holding import held
from samskap.meetings.errors.events import EventIsCalledOff, EventIsOver
from samskap.meetings.errors.nights import (
    CannotDoBoth,
    GuardiansHaveSaidYes,
    NotOverNight,
    NotYourOwnCertificate,
    NotYoursToKeep,
    TooFewHosts,
    TooYoungToWatch,
)
from samskap.meetings.models import Event, Night, NightHost
from samskap.meetings.permissions import may_keep_night
from samskap.meetings.queries.nights import staffing_of
from samskap.people.models import Person
from samskap.people.models.person import OF_AGE
from samskap.people.permissions import require_level_for


@transaction.atomic
def keep_night(*, event: Event, by: Person, **facts: Any) -> Night:
    """Say that an event goes on over night: for whom, what guardians say yes to, how many watch.

    facts  fields of `Night`. What changes is confirmed anew.

    Refuses with NotYoursToKeep, EventIsCalledOff, EventIsOver, NotOverNight or
    GuardiansHaveSaidYes.
    """
    event = held(event)
    _must_keep(event, by)
    if timezone.localdate(event.starts_at) == timezone.localdate(event.ends_at):
        raise NotOverNight
    known = Night.objects.filter(event=event).first()
    if (
        known
        and facts["says"].split() != known.says.split()
        and any(each.needs_leave and each.holds for each in known.stays.all())
    ):
        raise GuardiansHaveSaidYes
    anew = {"municipality_id": event.municipality_id, "confirmed_at": None, "confirmed_by": None}
    night: Night = Night.objects.update_or_create(event=event, defaults=anew | facts)[0]
    happened("meetings.night_kept", event, by)
    return night


def _must_keep(event: Event, by: Person) -> None:
    """Refuse those who do not keep nights, and an event that is over or called off."""
    if not may_keep_night(by, event):
        raise NotYoursToKeep
    must_be_to_come(event)


def must_be_to_come(event: Event) -> None:
    """Refuse an event that is over or called off."""
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.is_over:
        raise EventIsOver


@transaction.atomic
def watch(*, night: Night, by: Person, is_awake: bool = True) -> NightHost:
    """Sign up to watch over a night. Somebody else must see the certificate.

    Refuses with SignInNeeded, StrongerSignInNeeded, EventIsCalledOff, EventIsOver, TooYoungToWatch
    or CannotDoBoth.
    """
    event = held(night.event)
    require_level_for("meetings.come", by, event.initiative.municipality)
    must_be_to_come(event)
    age = by.age_on(timezone.localdate(event.starts_at))
    if age is not None and age < OF_AGE:
        raise TooYoungToWatch
    if night.stays.filter(person=by).exists():
        raise CannotDoBoth
    host: NightHost = NightHost.objects.update_or_create(
        night=night,
        person=by,
        defaults={"municipality_id": night.municipality_id, "is_awake": is_awake},
    )[0]
    remember("meetings.watch_taken", by=by.pseudonym_key, about=host, within=event.initiative)
    return host


@transaction.atomic
def stop_watching(*, night: Night, by: Person) -> None:
    """Watch no longer; the page says at once when too few are left."""
    event = held(night.event)
    must_be_to_come(event)
    if NightHost.objects.filter(night=night, person=by).delete()[0]:
        remember("meetings.watch_left", by=by.pseudonym_key, about=night, within=event.initiative)


@transaction.atomic
def see_certificate(*, host: NightHost, by: Person, purpose: str) -> NightHost:
    """Say that one has seen somebody’s certificate. Nothing of the paper is kept.

    Source: politiregisterforskriften § 34-1 (it is shown, and must not be stored); in Denmark the
    act on børneattester (domain 2.2, 2.3).

    Refuses with NotYoursToKeep, EventIsCalledOff, EventIsOver or NotYourOwnCertificate.
    """
    event = held(host.night.event)
    _must_keep(event, by)
    if host.person_id == by.pk:
        raise NotYourOwnCertificate
    is_danish = event.initiative.municipality.country == "DK"
    host.rule = NightHost.Rule.DENMARK if is_danish else NightHost.Rule.NORWAY
    host.purpose = purpose.strip() or event.title
    host.seen_at, host.seen_by = timezone.now(), by
    host.save(update_fields=["rule", "purpose", "seen_at", "seen_by"])
    remember("meetings.certificate_seen", by=by.pseudonym_key, about=host, within=event.initiative)
    return host


@transaction.atomic
def confirm_night(*, night: Night, by: Person) -> Night:
    """Say that the night is safe to hold.

    Counted are adults who are awake and whose certificate somebody has seen, against everybody who
    may still come: who said no, or took the yes back, is not waited for.

    Refuses with NotYoursToKeep, EventIsCalledOff, EventIsOver or TooFewHosts.
    """
    event = held(night.event)
    _must_keep(event, by)
    staffing = staffing_of(night)
    if not staffing.holds:
        raise TooFewHosts(needed=staffing.needed, ready=staffing.ready)
    night.confirmed_at, night.confirmed_by = timezone.now(), by
    night.save(update_fields=["confirmed_at", "confirmed_by"])
    happened("meetings.night_confirmed", event, by)
    return night
