"""Pilots: beginning one, stopping it by its rule, writing what it showed, deciding."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.committees.actions.motions import ask_the_committee
from samskap.committees.actions.recommendations import at_work
from samskap.committees.actions.steps import locked
from samskap.committees.actions.telling import tell_members
from samskap.committees.errors.fast_tracks import (
    MoreShapeThanTakePart,
    PilotEndsBeforeItStarts,
    PilotIsDecided,
    SayWhatCameOut,
    StopRuleIsMissing,
)
from samskap.committees.errors.work import NotYoursToWork
from samskap.committees.models import Committee, FastTrack, Motion, Pilot
from samskap.committees.permissions import may_work
from samskap.ledger import actions as ledger
from samskap.people.models import Person


@transaction.atomic
def begin_pilot(
    *,
    committee: Committee,
    by: Person,
    title: str,
    tries: str,
    stop_rule: str,
    starts_on: date,
    ends_on: date,
    participants: int = 0,
    co_designers: int = 0,
    interpreted_into: str = "",
    is_in_plain_language: bool = False,
    fast_track: FastTrack | None = None,
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Pilot:
    """Write down what is tried, with whom, until when, and what makes it stop.

    Refuses with NotYoursToWork, NotAtWork, StopRuleIsMissing, PilotEndsBeforeItStarts or
    MoreShapeThanTakePart.
    """
    committee = at_work(committee, by)
    if not title.strip() or not tries.strip() or not stop_rule.strip():
        raise StopRuleIsMissing
    if ends_on <= starts_on:
        raise PilotEndsBeforeItStarts
    if co_designers > participants:
        raise MoreShapeThanTakePart
    made, is_new = Pilot.objects.get_or_create(
        committee=committee,
        public_id=public_id or uuid4(),
        defaults={
            "municipality": committee.municipality,
            "fast_track": fast_track,
            "title": title.strip(),
            "tries": tries.strip(),
            "stop_rule": stop_rule.strip(),
            "starts_on": starts_on,
            "ends_on": ends_on,
            "participants": participants,
            "co_designers": co_designers,
            "interpreted_into": interpreted_into.strip(),
            "is_in_plain_language": is_in_plain_language,
            "written_by": by,
            "written_at": at or timezone.now(),
        },
    )
    if is_new:
        _happened("committees.pilot_begun", made, committee, by)
    return made


@transaction.atomic
def stop_by_rule(*, pilot: Pilot, by: Person, what_happened: str, on: date | None = None) -> Pilot:
    """Stop a pilot because its rule says so; anybody in the committee may, and all hear of it.

    Refuses with NotYoursToWork, PilotIsDecided or SayWhatCameOut.
    """
    pilot = _held(pilot, by)
    if not what_happened.strip():
        raise SayWhatCameOut
    pilot.stopped_on, pilot.stopped_because = on or timezone.localdate(), what_happened.strip()
    pilot.save(update_fields=["stopped_on", "stopped_because"])
    _happened("committees.pilot_stopped", pilot, pilot.committee, by)
    tell_members(
        pilot.committee,
        label=format_lazy(_("The pilot “{title}” was stopped by its rule."), title=pilot.title),
        text=pilot.stopped_because,
        path=pilot.get_absolute_url(),
        but=by,
    )
    return pilot


@transaction.atomic
def tell_result(
    *,
    pilot: Pilot,
    by: Person,
    result: str,
    participants: int,
    co_designers: int,
    interpreted_into: str = "",
    is_in_plain_language: bool = False,
) -> Pilot:
    """Write down what a pilot showed, and how many really took part and shaped it.

    Refuses with NotYoursToWork, PilotIsDecided, SayWhatCameOut or MoreShapeThanTakePart.
    """
    pilot = _held(pilot, by)
    if not result.strip():
        raise SayWhatCameOut
    if co_designers > participants:
        raise MoreShapeThanTakePart
    pilot.result, pilot.result_at = result.strip(), timezone.now()
    pilot.participants, pilot.co_designers = participants, co_designers
    pilot.interpreted_into = interpreted_into.strip()
    pilot.is_in_plain_language = is_in_plain_language
    pilot.save()
    _happened("committees.pilot_told", pilot, pilot.committee, by)
    return pilot


@transaction.atomic
def ask_about_pilot(
    *, pilot: Pilot, outcome: str, way: str, by: Person, at: datetime | None = None
) -> Motion:
    """Ask the committee whether what was tried is kept, or stops, on the ground of its result.

    Refuses with NotYoursToWork, NotAtWork, PilotIsDecided, SayWhatCameOut or AskedAlready.
    """
    pilot = _held(pilot, by)
    if not pilot.result:
        raise SayWhatCameOut
    return ask_the_committee(
        subject=pilot, what=Pilot.Outcome(outcome).value, way=way, by=by, at=at
    )


def _held(pilot: Pilot, by: Person) -> Pilot:
    """Hold the committee, read the pilot anew, and refuse strangers and what is decided."""
    committee = locked(pilot.committee)
    if not may_work(by, committee):
        raise NotYoursToWork(committee=committee.title)
    fresh: Pilot = Pilot.objects.get(pk=pilot.pk)
    fresh.committee = committee
    if fresh.outcome:
        raise PilotIsDecided
    return fresh


def _happened(what: str, pilot: Pilot, committee: Committee, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=pilot, within=committee.initiative)
    ledger.touch(committee.initiative.account)
