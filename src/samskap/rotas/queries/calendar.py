"""What stands in the calendars that people let their programs read."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Max, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.calendars import Entry
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.models import Person
from samskap.rotas.models import FeedKey, Rota, Shift, Turn
from samskap.rotas.queries.shifts import with_places

BACK = timedelta(days=90)  # how long a calendar remembers
MOST = 1_000  # events


def feeds_of(person: Person, municipality: Municipality) -> "QuerySet[FeedKey]":
    """The addresses that somebody has made and not closed, the newest first."""
    feeds: QuerySet[FeedKey] = FeedKey.objects.of(municipality)
    return feeds.filter(person=person, revoked_at=None).select_related("rota").order_by("-pk")


def own_entries(person: Person, municipality: Municipality) -> list[Entry]:
    """The turns of one person, and those of theirs that were called off."""
    kept = (*Turn.HOLDS, Turn.Status.CANCELLED)
    turns = (
        Turn.objects.of(municipality)
        .filter(person=person, is_companion=False, status__in=kept, shift__ends_at__gt=since())
        .select_related("shift__rota", "need__duty")
        .order_by("shift__starts_at", "pk")[:MOST]
    )
    address = address_of(municipality)
    return [entry_of_turn(turn, address) for turn in turns]


def entry_of_turn(turn: Turn, address: str) -> Entry:
    """Say one turn as an event."""
    shift = turn.shift
    cancelled = shift.is_cancelled or turn.status == Turn.Status.CANCELLED
    title = f"{turn.need.duty.name} · {shift.title or shift.rota.title}"
    if cancelled:
        title = _("Called off: %(what)s") % {"what": title}
    changed_at = shift.cancelled_at if cancelled else turn.taken_at
    return Entry(
        uid=f"turn-{turn.public_id}@samskap",
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        title=title,
        place=shift.rota.place,
        text=shift.cancelled_because if cancelled else _("You can hand it back on its page."),
        url=address + shift.get_absolute_url(),
        changed_at=changed_at or turn.taken_at,
        version=int(cancelled),
        is_cancelled=cancelled,
    )


def rota_entries(rota: Rota) -> list[Entry]:
    """The shifts of a rota, and how many people each still needs; nobody is named."""
    shifts = (
        with_places(rota.shifts.filter(ends_at__gt=since()))
        .annotate(moved_at=Greatest(Max("turns__taken_at"), Max("turns__settled_at")))
        .annotate(taken_at=Max("turns__taken_at"))
        .order_by("starts_at", "pk")[:MOST]
    )
    address = address_of(rota.municipality)
    return [entry_of_shift(shift, rota, address) for shift in shifts]


def entry_of_shift(shift: Shift, rota: Rota, address: str) -> Entry:
    """Say one shift as an event."""
    missing = max(shift.needed - shift.held, 0)  # type: ignore[attr-defined]
    title = shift.title or rota.title
    if shift.is_cancelled:
        title = _("Called off: %(what)s") % {"what": title}
    elif missing:
        needs = ngettext("%(count)s needed", "%(count)s needed", missing) % {"count": missing}
        title = f"{title} · {needs}"
    changes: list[datetime | None] = [
        shift.moved_at,  # type: ignore[attr-defined]
        shift.taken_at,  # type: ignore[attr-defined]
        shift.cancelled_at,
        rota.opened_at,
    ]
    return Entry(
        uid=f"shift-{shift.pk}@samskap",
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        title=title,
        place=rota.place,
        text=shift.cancelled_because,
        url=address + shift.get_absolute_url(),
        changed_at=max(moment for moment in changes if moment),
        version=int(shift.is_cancelled),
        is_cancelled=shift.is_cancelled,
        is_busy=False,
    )


def since() -> datetime:
    """From when on events are told."""
    return timezone.now() - BACK


def last_change(entries: Sequence[Entry]) -> datetime | None:
    """When anything in a calendar last changed."""
    return max((entry.changed_at for entry in entries), default=None)
