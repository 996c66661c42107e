"""Factories for meetings: announced through the actions, and held where a test needs it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.models import ActorKind, Adoption, Side
from samskap.meetings.actions import events as actions
from samskap.meetings.models import (
    AgendaItem,
    Arrangement,
    Attendance,
    CardSheet,
    Coming,
    Event,
    InLine,
    Minutes,
    Outcome,
    Reply,
    Speaker,
    Support,
)
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory

AFTERWARDS = (
    "how_it_was attendance cards floor minutes write_minutes send_minutes approve_minutes"
    " write_decision write_commitment"
)


def event(
    *, initiative: Initiative | None = None, person: Person | None = None, **more: Any
) -> Event:
    """A gaming night tomorrow at six, held by a resident, unless told otherwise."""
    initiative = initiative or InitiativeFactory()
    hand = hand_of(person or PersonFactory(), initiative.municipality)
    starts_at = timezone.now() + timedelta(days=1)
    plain = {
        "title": "Gaming night",
        "kind": "games",
        "place": "The library at Strand",
        "language": "en",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=3),
    }
    return actions.announce(initiative=initiative, hand=hand, **plain | more)


def past_event(**more: Any) -> Event:
    """An event that is over, and of which nobody has said how it was."""
    made = event(**more)
    starts_at = timezone.now() - timedelta(days=2)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=3)}
    Event.objects.filter(pk=made.pk).update(**times)
    made.refresh_from_db()
    return made


def adopted_idea(initiative: Initiative, **more: Any) -> Adoption:
    """An idea that a decision took in."""
    given = idea(initiative=initiative, **more).contribution
    return ledger.adopt(
        contribution=given,
        phase=given.phase,
        decision_key="initiatives.Decision:1",
        by=initiative.raised_by,
    )


def around(made: Event, person: Person) -> Reply:
    """Everything that may stand around an event, with one person in it."""
    here = {"municipality": made.municipality, "event": made}
    Arrangement.objects.create(**here, offers=["childcare"], secretary=person)
    InLine.objects.create(**here, person=person)
    Support.objects.create(**here, person=person, needs=["step_free"], text="I come on wheels.")
    Attendance.objects.create(**here, person=person, came=True)
    CardSheet.objects.create(**here, cards=12, counts={"age": {"0-19": 12}}, typed_by=person)
    AgendaItem.objects.create(
        **here,
        title="Open on Sundays",
        language="en",
        minutes=15,
        proposed_by=person,
        actor_kind=ActorKind.RESIDENT,
        side=Side.NON_PUBLIC,
    )
    Speaker.objects.create(**here, person=person)
    minutes = Minutes.objects.create(
        **here,
        text="We talked about Sundays.",
        written_by=person,
        approved_by=person,
        sent_at=timezone.now(),
        answer_by=timezone.localdate() + timedelta(days=7),
    )
    return Reply.objects.create(
        municipality=made.municipality,
        minutes=minutes,
        person=person,
        correction="Saturdays too.",
    )


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of meetings names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["facilitator"])
    made = event(initiative=initiative, person=people["resident"])
    Coming.objects.create(municipality=municipality, event=made, person=people["resident"])
    given = idea(initiative=initiative, title="A shelf of games").contribution
    Outcome.objects.create(municipality=municipality, event=made, contribution=given)
    over = past_event(initiative=initiative, person=people["resident"])
    reply = around(over, people["resident"])
    item = over.agenda.get()
    one = [{"pk": made.pk}]
    return {
        "meetings:announce": [{"slug": initiative.slug}],
        "meetings:event": [*one, {"pk": over.pk}],
        **{
            f"meetings:{name}": one
            for name in "calendar edit come wait stay_away needs support call_off idea".split()
        },
        **{f"meetings:{name}": one for name in "agenda send_notice".split()},
        **{f"meetings:{name}": [{"pk": over.pk}] for name in AFTERWARDS.split()},
        **{f"meetings:{name}": [{"pk": item.pk}] for name in "settle_item move_item".split()},
        "meetings:answer_correction": [{"pk": reply.pk}],
    }
