"""Events as the design wants them: plain words, ready to show."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.text import plain
from samskap.base.wall_clock import when
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.ledger.models import ActorKind
from samskap.meetings import carding
from samskap.meetings.models import CardSheet, Event, around
from samskap.meetings.words import where_of
from samskap.places.models import Area

SHOWN = 3  # events ahead, and as many that were, on the page of an initiative


def holder_of(event: Event) -> str:
    """Name who holds it: the organisation, else the person, else what kind of person it was."""
    if event.speaking_for:
        return event.speaking_for.name
    person = event.giver.person
    return person.shown_name if person else str(ActorKind(event.actor_kind).label)


def tile_of(event: Event, *, with_initiative: bool = True) -> dict[str, Any]:
    """One event in a list."""
    eyebrow = str(when(event.starts_at, event.ends_at))
    if event.is_cancelled:
        eyebrow = _("Called off: {when}").format(when=eyebrow)
    notes = [str(where_of(event)), holder_of(event)]
    if with_initiative:
        notes.append(event.initiative.title)
    if event.is_told:
        text = event.changed or came_in_words(event)
    else:
        text = event.cancelled_because or plain(event.text, 160)
    return {
        "title": event.title,
        "url": event.get_absolute_url(),
        "eyebrow": eyebrow,
        "side": event.actor_kind,
        "text": text,
        "lang": event.language,
        "note": " · ".join(notes),
    }


def few(people: int) -> str:
    """Say a count of people; so few that one could be known are not counted out."""
    return str(people) if people >= SMALLEST_SHOWN else _("fewer than {n}").format(n=SMALLEST_SHOWN)


def came_in_words(event: Event) -> str:
    """Say how many came, and how many of them for the first time."""
    if event.came is None:
        return ""
    came = ngettext("{n} person came", "{n} people came", event.came).format(n=few(event.came))
    if event.came_new is None or not event.came:
        return f"{came}."
    new = _("{n} of them for the first time").format(n=few(event.came_new))
    return f"{came}, {new}."


def coming_in_words(event: Event, coming: int) -> str:
    """Say how many are coming, and how many more can."""
    if not coming:
        words = _("Nobody has said that they are coming yet.")
    else:
        words = ngettext("{n} person is coming.", "{n} people are coming.", coming).format(n=coming)
    if event.capacity is None:
        return words
    free = max(event.capacity - coming, 0)
    if not free:
        return f"{words} {_('It is full.')}"
    room = ngettext("There is room for {n} more.", "There is room for {n} more.", free)
    return f"{words} {room.format(n=free)}"


def facts_of(event: Event, *, link: str = "") -> list[dict[str, str]]:
    """When, where, for whom and by whom; the link to take part for those who may have it."""
    arranged = around(event)
    pairs = [
        (_("When"), str(when(event.starts_at, event.ends_at)), ""),
        (_("Where"), str(where_of(event)), ""),
        (_("Online"), link, link),
        (_("Which group"), arranged.group, ""),
        (_("For whom"), event.for_whom or _("Everybody"), ""),
        (_("Held by"), holder_of(event), ""),
        (_("How many came"), came_in_words(event), ""),
    ]
    return [{"label": label, "value": value, "url": url} for label, value, url in pairs if value]


def summed_up(events: Iterable[Event]) -> str:
    """Say in one sentence what the events of a place came to; nothing before the first."""
    told = [event for event in events if event.is_told]
    if not told:
        return ""
    came = sum(event.came or 0 for event in told)
    held = ngettext("{n} event was held", "{n} events were held", len(told)).format(n=len(told))
    people = ngettext("{n} time somebody came", "{n} times somebody came", came).format(n=few(came))
    return f"{held}, {people}."


def split(events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The next events, and the latest that were: both as many as a panel shows."""
    ahead = [event for event in events if not event.is_over]
    over = [event for event in events if event.is_over and not event.is_cancelled]
    return ahead[:SHOWN], over[::-1][:SHOWN]


def cards_in_words(sheet: CardSheet) -> str:
    """Say how many handed in a card, and how many of them were there for the first time."""
    words = ngettext(
        "{n} person handed in a card.", "{n} people handed in a card.", sheet.cards
    ).format(n=few(sheet.cards))
    if sheet.first_time is None:
        return words
    new = _("For the first time here: {n}.").format(n=few(sheet.first_time))
    return f"{words} {new}"


def groups_of_cards(sheet: CardSheet) -> list[dict[str, Any]]:
    """What the cards said, dimension by dimension, as far as it may be shown."""
    areas = dict(
        Area.objects.filter(
            municipality=sheet.municipality_id, slug__in=sheet.counts.get("area", ())
        ).values_list("slug", "name")
    )
    return [
        {
            "title": carding.title_of(dimension),
            "rows": [
                (carding.word_of(dimension, group, areas), n)
                for group, n in public.count_of.items()
            ],
        }
        for dimension, public in carding.shown(sheet).items()
    ]
