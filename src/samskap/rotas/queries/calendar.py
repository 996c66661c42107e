"""What stands in the calendars that people let their programs read."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Max, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.calendars import Entry
from samskap.base.wall_clock import moments_of
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.models import Person
from samskap.rotas.models import FeedKey, Rota, Series, Shift, Turn
from samskap.rotas.queries.changes import Changes, changes_of_rota, changes_of_shifts
from samskap.rotas.queries.recurring import courses_of, entries_of_course
from samskap.rotas.queries.shifts import with_places

BACK = timedelta(days=90)  # how long a calendar remembers
MOST = 1_000  # turns, or shifts, that are told


def feeds_of(person: Person, municipality: Municipality) -> "QuerySet[FeedKey]":
    """The addresses that somebody has made and not closed, the newest first."""
    feeds: QuerySet[FeedKey] = FeedKey.objects.of(municipality)
    return feeds.filter(person=person, revoked_at=None).select_related("rota").order_by("-pk")


def own_entries(person: Person, municipality: Municipality) -> list[Entry]:
    """The turns of one person, and those of theirs that were called off.

    Each is an event of its own, of a series too: they promised these, one by one, and hand them
    back one by one.
    """
    kept = (*Turn.HOLDS, Turn.Status.CANCELLED)
    turns = list(
        Turn.objects.of(municipality)
        .filter(
            person=person,
            is_companion=False,
            status__in=kept,
            shift__ends_at__gt=timezone.now() - BACK,
        )
        .select_related("shift__rota", "need__duty")
        .order_by("shift__starts_at", "pk")[:MOST]
    )
    changes = changes_of_shifts(turn.shift for turn in turns)
    address = address_of(municipality)
    return [entry_of_turn(turn, address, changes) for turn in turns]


def entry_of_turn(turn: Turn, address: str, changes: Changes) -> Entry:
    """Say one turn as an event."""
    shift = turn.shift
    cancelled = shift.is_cancelled or turn.status == Turn.Status.CANCELLED
    title = f"{turn.need.duty.name} · {shift.title or shift.rota.title}"
    if cancelled:
        title = _("Called off: %(what)s") % {"what": title}
    changed = changes.of(shift)
    return Entry(
        uid=f"turn-{turn.public_id}@samskap",
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        title=title,
        place=shift.rota.place,
        text=shift.cancelled_because if cancelled else _("You can hand it back on its page."),
        url=address + shift.get_absolute_url(),
        changed_at=max([turn.taken_at, *changed]),
        version=len(changed),
        is_cancelled=cancelled,
    )


def rota_entries(rota: Rota, *, now: datetime | None = None) -> list[Entry]:
    """The shifts of a rota, and how many people each still needs; nobody is named.

    A series is one event with a rule; what happens once is an event of its own.
    """
    now = now or timezone.now()
    shifts = shifts_around(rota, now)
    address = address_of(rota.municipality)
    changes = changes_of_rota(rota)
    entries: list[Entry] = []
    of_series: dict[int, list[tuple[Shift, Entry]]] = defaultdict(list)
    for shift in shifts:
        entry = entry_of_shift(shift, rota, address, changes, now)
        if shift.series_id:
            of_series[shift.series_id].append((shift, entry))
        else:
            entries.append(entry)
    for course in courses_of(rota):
        plain = entry_of_series(course.series, rota, address, changes)
        entries += entries_of_course(course, plain, of_series[course.series.pk], since=now - BACK)
    return entries


def shifts_around(rota: Rota, now: datetime) -> list[Shift]:
    """The shifts of a rota that are told: those ahead before those that are over."""
    rows = (
        with_places(rota.shifts.filter(ends_at__gt=now - BACK))
        .annotate(moved_at=Greatest(Max("turns__taken_at"), Max("turns__settled_at")))
        .annotate(taken_at=Max("turns__taken_at"))
    )
    ahead = list(rows.filter(ends_at__gt=now).order_by("starts_at", "pk")[:MOST])
    over = rows.filter(ends_at__lte=now).order_by("-starts_at", "-pk")[: MOST - len(ahead)]
    return [*reversed(over), *ahead]


def entry_of_shift(
    shift: Shift, rota: Rota, address: str, changes: Changes, now: datetime
) -> Entry:
    """Say one shift as an event."""
    missing = max(shift.needed - shift.held, 0)  # type: ignore[attr-defined]
    title = shift.title or rota.title
    if shift.is_cancelled:
        title = _("Called off: %(what)s") % {"what": title}
    elif missing and shift.ends_at > now:
        needs = ngettext("%(count)s needed", "%(count)s needed", missing) % {"count": missing}
        title = f"{title} · {needs}"
    changed = changes.of(rota, shift)
    moments: list[datetime | None] = [
        shift.moved_at,  # type: ignore[attr-defined]
        shift.taken_at,  # type: ignore[attr-defined]
        rota.opened_at,
        *changed,
    ]
    return Entry(
        uid=f"shift-{shift.pk}@samskap",
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        title=title,
        place=rota.place,
        text=shift.cancelled_because,
        url=address + shift.get_absolute_url(),
        changed_at=max(moment for moment in moments if moment),
        version=len(changed),
        is_cancelled=shift.is_cancelled,
        is_busy=False,
    )


def entry_of_series(series: Series, rota: Rota, address: str, changes: Changes) -> Entry:
    """Say what every shift of a series says; its page is that of the rota.

    Whatever changes in the rota may change its rule, or what is left out of it.
    """
    changed = changes.all()
    starts_at, ends_at = moments_of(
        series.first_on, series.opens, series.closes, rota.municipality.preset.time_zone
    )
    return Entry(
        uid=f"series-{series.pk}@samskap",
        starts_at=starts_at,
        ends_at=ends_at,
        title=series.title or rota.title,
        place=rota.place,
        text="",
        url=address + rota.get_absolute_url(),
        changed_at=max([rota.opened_at, *changed]),
        version=len(changed),
        is_busy=False,
    )
