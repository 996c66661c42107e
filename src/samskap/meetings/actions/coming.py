"""Coming to an event, staying away after all, and saying what one needs to be able to come."""

from collections.abc import Sequence

from django.db import transaction

from samskap.base.memory import remember
from samskap.meetings.actions.holding import held
from samskap.meetings.actions.line import has_room, move_up
from samskap.meetings.errors.coming import NotComing
from samskap.meetings.errors.events import EventIsCalledOff, EventIsFull, EventIsOver
from samskap.meetings.models import Coming, Event, InLine, Stay, Support
from samskap.people.models import Person
from samskap.people.permissions import require_level_for


@transaction.atomic
def come(*, event: Event, by: Person) -> Coming:
    """Say that one is coming; a second press changes nothing.

    Refuses with SignInNeeded, StrongerSignInNeeded, EventIsCalledOff, EventIsOver or EventIsFull.
    """
    event = held(event)  # two people, one place: the second waits here, and then counts right
    require_level_for("meetings.come", by, event.initiative.municipality)
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.is_over:
        raise EventIsOver
    mine: Coming | None = event.comings.filter(person=by).first()
    if mine:
        return mine
    if not has_room(event):
        raise EventIsFull(event=event.title)
    made: Coming = Coming.objects.create(
        municipality_id=event.municipality_id, event=event, person=by
    )
    event.line.filter(person=by).delete()
    return made


@transaction.atomic
def stay_away(*, event: Event, by: Person) -> None:
    """Say that one is not coming after all, or waits no longer; the next in line moves up.

    Whoever was to stay the night does not stay it either.
    """
    event = held(event)
    for model in (Coming, InLine, Support):
        model.objects.filter(event=event, person=by).delete()
    for stay in Stay.objects.filter(night__event=event, person=by).select_related("night"):
        _leave(stay, event, by)
    move_up(event)


def _leave(stay: Stay, event: Event, by: Person) -> None:
    """Let go of a night; of a guardian’s no only the no stays, so that nobody gets around it."""
    if stay.is_refused:
        stay.contact_name = stay.contact_phone = stay.must_know = stay.guardian_email = ""
        stay.save()
        return
    stay.delete()
    remember("meetings.stay_left", by=by.pseudonym_key, about=stay.night, within=event.initiative)


@transaction.atomic
def say_needs(
    *,
    event: Event,
    by: Person,
    needs: Sequence[str] = (),
    speaks: str = "",
    children: int | None = None,
    text: str = "",
) -> Support | None:
    """Say what one needs to be able to come; nothing at all takes back what was said.

    Refuses with NotComing or EventIsOver.
    """
    event = held(event)
    if event.is_over:
        raise EventIsOver
    if not (event.comings.filter(person=by).exists() or event.line.filter(person=by).exists()):
        raise NotComing
    if not any((needs, speaks.strip(), children, text.strip())):
        event.supports.filter(person=by).delete()
        return None
    said: Support = Support.objects.update_or_create(
        event=event,
        person=by,
        defaults={
            "municipality_id": event.municipality_id,
            "needs": list(needs),
            "speaks": speaks.strip(),
            "children": children,
            "text": text.strip(),
        },
    )[0]
    return said
