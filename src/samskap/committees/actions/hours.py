"""The hours of those who facilitate: planned and used, for each meeting."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked
from samskap.committees.errors.attendance import NotAMeetingOfThis, NotHours, NotYourHours
from samskap.committees.models import Committee, Workload
from samskap.committees.permissions_work import may_write_hours
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand, giver_for
from samskap.ledger.models import ActorKind, Contribution, FateStatus
from samskap.meetings.models import Event
from samskap.people.models import Person

MOST = Decimal(100)  # hours for one part of one meeting
PARTS = tuple(f"{which}_{stage}" for which in ("planned", "used") for stage in Workload.STAGES)


@transaction.atomic
def write_hours(
    *, committee: Committee, event: Event, by: Person, hours: Mapping[str, Decimal]
) -> Workload:
    """Write the hours that one planned and used for one meeting; later ones stand in their place.

    The hours used are one row of work in the ledger, on the public side. Where they were wrong the
    row is withdrawn and another written (decision 87). Where those who held the meeting wrote them
    when they told how it was, they are there already, and are not counted twice.

    hours  planned_before, planned_during … used_after → hours; what is left out is nought

    Refuses with NotYourHours, NotAMeetingOfThis or NotHours.
    """
    committee = locked(committee)
    if not may_write_hours(by, committee):
        raise NotYourHours
    event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if event.initiative_id != committee.initiative_id:
        raise NotAMeetingOfThis(committee=committee.title)
    told = {part: Decimal(hours.get(part) or 0) for part in PARTS}
    if any(not 0 <= each <= MOST for each in told.values()):
        raise NotHours(most=MOST)
    rows = Workload.objects.select_related("work__standing")
    mine = rows.filter(event=event, person=by).first() or Workload(
        municipality=committee.municipality, committee=committee, event=event, person=by
    )
    before = mine.used
    for part, value in told.items():
        setattr(mine, part, value)
    mine.written_at = timezone.now()
    if mine.used != before:
        mine.work = _row_for(mine, event, by)
    mine.save()
    remember("committees.hours_written", by=by.pseudonym_key, about=mine)
    return mine


def _row_for(mine: Workload, event: Event, by: Person) -> Contribution | None:
    """Write the row of the ledger for the hours used, in the place of the one before."""
    before = mine.work
    if before is not None and before.standing.status != FateStatus.WITHDRAWN:
        ledger.settle(contribution=before, status=FateStatus.WITHDRAWN, by=by)
    is_told_elsewhere = event.work_id is not None and (before is None or event.work_id != before.pk)
    if not mine.used or is_told_elsewhere or not mine.committee.initiative.is_open:
        _hold(event, None if event.work_id == (before and before.pk) else event.work_id)
        return None
    row = ledger.give(
        account=mine.committee.initiative.account,
        hand=Hand(
            by=by,
            giver=giver_for(by, mine.committee.municipality),
            actor_kind=ActorKind.FACILITATOR,
        ),
        phase=mine.committee.initiative.phase,
        kind="work",
        amount=mine.used,
        is_independent=False,  # it is their task
        caption=event.title,
        path=event.get_absolute_url(),
        at=min(event.ends_at, timezone.now()),
    )
    _hold(event, row.pk)
    return row


def _hold(event: Event, row: int | None) -> None:
    """Let the meeting know which row holds its hours, so that nobody writes them once more."""
    if event.work_id != row:
        Event.objects.filter(pk=event.pk).update(work=row)
