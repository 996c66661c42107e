"""The agenda: propose an item, take it in or not, put it in order, send the notice of meeting."""

from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.base.memory import remember
from samskap.ledger.hands import Hand
from samskap.meetings.actions.events import must_be_ahead
from samskap.meetings.actions.holding import held
from samskap.meetings.errors.agenda import NotForThisAgenda, NotTakingPart, SayWhyLeftOut
from samskap.meetings.errors.events import EventIsCalledOff, EventIsOver
from samskap.meetings.models import AgendaItem, Event
from samskap.meetings.permissions import may_hold, may_take_part
from samskap.meetings.queries.taking_part import expected_at
from samskap.meetings.words import said
from samskap.notices.actions import tell
from samskap.people.models import Person

Status = AgendaItem.Status


@transaction.atomic
def propose_item(
    *,
    event: Event,
    hand: Hand,
    title: str,
    minutes: int,
    language: str,
    why: str = "",
    public_id: UUID | None = None,
) -> AgendaItem:
    """Propose something to talk about; what those who hold the meeting propose stands at once.

    Refuses with EventIsCalledOff, EventIsOver or NotTakingPart.
    """
    event = held(event)
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.is_over:
        raise EventIsOver
    if not may_take_part(hand.by, event):
        raise NotTakingPart
    key = public_id or uuid4()
    if AgendaItem.objects.filter(public_id=key).exclude(event=event).exists():
        key = uuid4()  # of an item elsewhere: no form of ours has chosen it
    item, is_new = AgendaItem.objects.get_or_create(
        public_id=key,
        defaults={
            "municipality_id": event.municipality_id,
            "event": event,
            "title": title.strip(),
            "why": why.strip(),
            "minutes": minutes,
            "language": language,
            "proposed_by": hand.by,
            "actor_kind": hand.actor_kind,
            "side": hand.side,
            "speaking_for": hand.speaking_for,
        },
    )
    if not is_new:
        return item
    remember(
        "meetings.item_proposed", by=hand.by.pseudonym_key, about=item, within=event.initiative
    )
    if may_hold(hand.by, event):
        take_in(item)
    elif event.giver.person:
        tell(
            person=event.giver.person,
            municipality=event.initiative.municipality,
            kind="meetings.item_proposed",
            label=format_lazy(
                _("Proposed for the agenda of “{event}”: “{item}”."),
                event=event.title,
                item=item.title,
            ),
            text=item.why,
            path=address("meetings:agenda", event.pk),
            names=hand.by,
        )
    return item


def take_in(item: AgendaItem) -> None:
    """Put an item last on the agenda."""
    last = item.event.agenda.aggregate(last=Max("number"))["last"] or 0
    item.number, item.status, item.because = last + 1, Status.TAKEN_IN, ""
    item.settled_at = timezone.now()
    item.save(update_fields=["number", "status", "because", "settled_at"])


@transaction.atomic
def settle_item(*, item: AgendaItem, by: Person, is_taken_in: bool, because: str = "") -> None:
    """Take a proposal in, or say why not this time; whoever proposed it hears it.

    Refuses with NotYoursToHold, EventIsCalledOff, EventIsOver or SayWhyLeftOut.
    """
    event = held(item.event)
    item = AgendaItem.objects.select_related("proposed_by").get(pk=item.pk)
    item.event = event
    must_be_ahead(event, by)
    wanted = Status.TAKEN_IN if is_taken_in else Status.NOT_TAKEN
    if item.status == wanted:
        return
    if is_taken_in:
        take_in(item)
        label = _("“{item}” is on the agenda of “{event}”.")
    else:
        if not because.strip():
            raise SayWhyLeftOut
        item.status, item.because = Status.NOT_TAKEN, because.strip()
        item.number, item.settled_at = 0, timezone.now()
        item.save(update_fields=["number", "status", "because", "settled_at"])
        label = _("“{item}” is not on the agenda of “{event}” this time.")
    remember("meetings.item_settled", by=by.pseudonym_key, about=item, within=event.initiative)
    if item.proposed_by and item.proposed_by != by:
        tell(
            person=item.proposed_by,
            municipality=event.initiative.municipality,
            kind="meetings.item_settled",
            label=format_lazy(label, item=item.title, event=event.title),
            text=item.because,
            path=address("meetings:agenda", event.pk),
        )


@transaction.atomic
def move_item_up(*, item: AgendaItem, by: Person) -> None:
    """Put an item before the one that stands before it; the first one stays.

    Refuses with NotYoursToHold, EventIsCalledOff, EventIsOver or NotForThisAgenda.
    """
    event = held(item.event)
    must_be_ahead(event, by)
    item = event.agenda.get(pk=item.pk)
    if item.status != Status.TAKEN_IN:
        raise NotForThisAgenda
    taken_in = event.agenda.filter(status=Status.TAKEN_IN)
    before = taken_in.filter(number__lt=item.number).order_by("-number").first()
    if before:
        before.number, item.number = item.number, before.number
        before.save(update_fields=["number"])
        item.save(update_fields=["number"])


@transaction.atomic
def send_notice(*, event: Event, by: Person) -> int:
    """Send the notice of meeting with the agenda to all who are expected; say to how many.

    A body under the Norwegian Local Government Act is called with reasonable notice, and with a
    list of what it takes up that everybody can read (kommuneloven § 11-3).

    Refuses with NotYoursToHold, EventIsCalledOff or EventIsOver.
    """
    event = held(event)
    must_be_ahead(event, by)
    taken_in = event.agenda.filter(status=Status.TAKEN_IN).values_list("title", flat=True)
    people = [person for person in expected_at(event) if person != by]
    for person in people:
        tell(
            person=person,
            municipality=event.initiative.municipality,
            kind="meetings.notice",
            label=format_lazy(
                _("Notice of meeting: “{event}”, {when}."), event=event.title, when=said(event)
            ),
            text="\n".join(f"{n}. {title}" for n, title in enumerate(taken_in, 1)),
            path=address("meetings:agenda", event.pk),
        )
    remember("meetings.notice_sent", by=by.pseudonym_key, about=event, within=event.initiative)
    return len(people)
