"""What meetings hold about one person."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import Held, Keeping
from samskap.meetings import personal_nights
from samskap.meetings.models import Coming, Event, InLine, Speaker, Support

held = (
    Held(
        model="meetings.Event",
        title=_("Events that you held"),
        by=("giver__person",),
        shows=(
            *("municipality", "initiative", "title", "kind", "text", "place", "for_whom"),
            *("starts_at", "ends_at", "actor_kind", "speaking_for", "announced_at"),
        ),
    ),
    Held(
        model="meetings.Coming",
        title=_("Events that you are coming to"),
        by=("person",),
        shows=("municipality", "event", "at"),
    ),
    Held(
        model="meetings.InLine",
        title=_("Events where you wait for a place"),
        by=("person",),
        shows=("municipality", "event", "at"),
    ),
    Held(
        model="meetings.Support",
        title=_("What you need to be able to come"),
        by=("person",),
        shows=("municipality", "event", "needs", "speaks", "children", "text", "at"),
    ),
    Held(
        model="meetings.Attendance",
        title=_("Whether you came"),
        by=("person",),
        shows=("municipality", "event", "came", "at"),
    ),
    Held(
        model="meetings.GuestAttendance",
        title=_("Whether you came, before you had an account"),
        by=("giver__person",),
        shows=("municipality", "event", "came", "at"),
    ),
    Held(
        model="meetings.Speaker",
        title=_("When you had the floor"),
        by=("person",),
        shows=("municipality", "event", "label", "asked_at", "began_at", "done_at", "minutes"),
    ),
    Held(
        model="meetings.AgendaItem",
        title=_("What you proposed for an agenda"),
        by=("proposed_by",),
        shows=(
            *("municipality", "event", "title", "why", "language", "minutes", "status", "because"),
            *("actor_kind", "side", "speaking_for", "proposed_at", "settled_at"),
        ),
    ),
    Held(
        model="meetings.Reply",
        title=_("What you said to minutes"),
        by=("person",),
        shows=("municipality", "minutes", "correction", "answer", "at"),
        reads=("minutes__event",),
    ),
    Held(
        model="meetings.Minutes",
        title=_("Minutes that you wrote"),
        by=("written_by",),
        shows=("municipality", "event", "number", "text", "written_at"),
    ),
    Held(
        model="meetings.Minutes",
        title=_("Minutes that you approved for all"),
        by=("approved_by",),
        shows=("municipality", "event", "number", "approved_at"),
    ),
    Held(
        model="meetings.Arrangement",
        title=_("Meetings of which you write the minutes"),
        by=("secretary",),
        shows=("municipality", "event", "group"),
    ),
    Held(
        model="meetings.CardSheet",
        title=_("Paper cards that you typed in"),
        by=("typed_by",),
        shows=("municipality", "event", "cards", "typed_at"),
    ),
    *personal_nights.held,
)


def awaited(keys: Collection[int]) -> set[int]:
    """Of some people those who come to an event that is not over."""
    coming = Coming.objects.filter(person__in=keys, event__in=Event.objects.ahead())
    return set(coming.order_by().values_list("person", flat=True))


def needs_of_the_past(before: datetime) -> QuerySet[Support]:
    """What people needed at events that were over before a moment."""
    return Support.objects.filter(event__ends_at__lt=before)


def lines_of_the_past(before: datetime) -> QuerySet[InLine]:
    """Who waited for a place at an event that was over before a moment."""
    return InLine.objects.filter(event__ends_at__lt=before)


def speakers_of_the_past(before: datetime) -> QuerySet[Speaker]:
    """Who had the floor at events that were over before a moment."""
    return Speaker.objects.filter(event__ends_at__lt=before)


keeps = (
    Keeping(
        key="meetings.needs",
        title=_("What people need to be able to come to an event"),
        why=_("The event is over. It may tell about somebody’s health or origin."),
        days=7,
        least=1,
        most=30,
        rows=needs_of_the_past,
    ),
    Keeping(
        key="meetings.lines",
        title=_("Who waited for a place at an event that is over"),
        why=_("The event is over."),
        days=30,
        least=1,
        most=365,
        rows=lines_of_the_past,
    ),
    Keeping(
        key="meetings.speakers",
        title=_("Who had the floor at a meeting"),
        why=_("Those who hold it need it until the minutes are approved."),
        days=90,
        least=1,
        most=365,
        rows=speakers_of_the_past,
    ),
    *personal_nights.keeps,
)
