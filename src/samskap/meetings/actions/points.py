"""What a meeting settled: a decision or a commitment of the initiative, which points back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from samskap.initiatives.actions.commitments import offer_commitment
from samskap.initiatives.actions.decisions import decide_alone, open_decision
from samskap.initiatives.models import Partner
from samskap.initiatives.queries.partnership import active_agreement
from samskap.ledger.hands import Hand
from samskap.meetings.actions.events import happened
from samskap.meetings.actions.holding import held
from samskap.meetings.errors.events import EventIsCalledOff, NotYet, NotYoursToHold
from samskap.meetings.models import Event, Point
from samskap.meetings.permissions import may_keep_minutes
from samskap.people.models import Person


def must_keep(event: Event, by: Person) -> None:
    """Refuse those who do not keep the minutes, and an event that has not begun."""
    if not may_keep_minutes(by, event):
        raise NotYoursToHold
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.starts_at > timezone.now():
        raise NotYet


@transaction.atomic
def write_decision(*, event: Event, hand: Hand, title: str, text: str, reasons: str) -> Point:
    """Make a decision of the initiative out of what a meeting settled.

    Partners who have agreed how they decide are asked, each by the rule of their agreement: a
    meeting does not decide for those who were not there. Without an agreement it is written down
    as what it is, a decision of one side alone.

    Refuses with NotYoursToHold, EventIsCalledOff, NotYet, or as `open_decision` or `decide_alone`
    do.
    """
    event = held(event)
    must_keep(event, hand.by)
    initiative = event.initiative
    if active_agreement(initiative):
        words = f"{text.strip()}\n\n{reasons.strip()}".strip()
        decision = open_decision(initiative=initiative, by=hand.by, title=title, text=words)
    else:
        decision = decide_alone(
            initiative=initiative, hand=hand, title=title, text=text, reasons=reasons
        )
    point = Point.objects.create(
        municipality_id=event.municipality_id, event=event, decision=decision
    )
    happened("meetings.decision_written", event, hand.by)
    return point


@transaction.atomic
def write_commitment(
    *, event: Event, by: Person, partner: Partner, what: str, due_on: date
) -> Point:
    """Make a commitment of the initiative out of what somebody promised at a meeting.

    It is offered, or asked for, and waits for a yes like any other.

    Refuses with NotYoursToHold, EventIsCalledOff, NotYet, or as `offer_commitment` does.
    """
    event = held(event)
    must_keep(event, by)
    commitment = offer_commitment(partner=partner, what=what, due_on=due_on, by=by)
    point = Point.objects.create(
        municipality_id=event.municipality_id, event=event, commitment=commitment
    )
    happened("meetings.commitment_written", event, by)
    return point
