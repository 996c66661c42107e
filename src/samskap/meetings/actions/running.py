"""Telling how an event was run."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from samskap.meetings.actions.events import happened
from samskap.meetings.actions.holding import held
from samskap.meetings.errors.events import EventIsCalledOff, NotYoursToHold
from samskap.meetings.models import Event, Running
from samskap.meetings.permissions import may_hold
from samskap.people.models import Person


@transaction.atomic
def tell_how_it_was_run(*, event: Event, by: Person, **facts: Any) -> Running:
    """Say which method was used, what was learnt about it, and the hours it took, by stage.

    facts  fields of `Running`

    Refuses with NotYoursToHold or EventIsCalledOff.
    """
    event = held(event)
    if not may_hold(by, event):
        raise NotYoursToHold
    if event.is_cancelled:
        raise EventIsCalledOff
    told = {"told_by": by, "told_at": timezone.now()}
    running: Running = Running.objects.update_or_create(
        event=event, defaults={"municipality_id": event.municipality_id, **told, **facts}
    )[0]
    happened("meetings.run_told", event, by)
    return running
