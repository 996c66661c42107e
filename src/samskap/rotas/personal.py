"""What rotas hold about one person."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, OF_ANOTHER, ON_PAPER, Held, Keeping
from samskap.rotas.models import Clearance, FeedKey, Helper, InLine, Suggestion, Turn

held = (
    Held(
        model="rotas.Turn",
        title=_("Your turns"),
        by=("person",),
        shows=(
            *("municipality", "shift", "status", "side", "actor_kind", "speaking_for"),
            *("is_staff_cover", "minutes", "taken_at", "reminded_at", "asked_at"),
            *("checked_in_at", "settled_at", "channel"),
        ),
        reads=("shift__rota",),
        leaves_out={"giver": ON_PAPER},
    ),
    Held(
        model="rotas.InLine",
        title=_("Where you wait for a place"),
        by=("person",),
        shows=("municipality", "need", "at", "actor_kind", "speaking_for"),
        reads=("need__shift__rota", "need__duty"),
        leaves_out={"giver": ON_PAPER},
    ),
    Held(
        model="rotas.Swap",
        title=_("Swaps you asked for"),
        by=("turn__person",),
        shows=("municipality", "turn", "words", "status", "asked_at", "answered_at"),
    ),
    Held(
        model="rotas.Swap",
        title=_("Swaps you were asked for"),
        by=("asked", "answered_by"),
        shows=("municipality", "turn", "words", "status", "asked_at", "answered_at"),
    ),
    Held(
        model="rotas.Helper",
        title=_("Where you help, and how much"),
        by=("person",),
        shows=(
            *("municipality", "rota", "is_staff", "joined_at", "left_at", "learnt"),
            *("most_a_week", "most_a_month", "rest_hours", "reach_km", "wants_suggestions"),
        ),
        leaves_out={"not_with": OF_ANOTHER},
    ),
    Held(
        model="rotas.Availability",
        title=_("When you can help"),
        by=("helper__person",),
        shows=("municipality", "helper", "weekday", "starts", "ends", "is_free"),
    ),
    Held(
        model="rotas.Wish",
        title=_("Shifts you wish for, or would rather not have"),
        by=("helper__person",),
        shows=("municipality", "helper", "shift", "series", "is_wanted"),
        reads=("shift__rota", "series__rota"),
    ),
    Held(
        model="rotas.Clearance",
        title=_("Papers of yours that somebody has seen"),
        by=("person",),
        shows=("municipality", "requirement", "seen_on", "holds_until", "ended_on"),
    ),
    Held(
        model="rotas.Suggestion",
        title=_("Shifts that were suggested to you"),
        by=("person",),
        shows=("municipality", "need", "status", "why", "answered_at"),
        reads=("need__shift__rota", "need__duty"),
    ),
    Held(
        model="rotas.FeedKey",
        title=_("Your calendar feeds"),
        by=("person",),
        shows=("municipality", "rota", "made_at", "revoked_at", "read_on"),
        leaves_out={"key_hash": A_KEY},
    ),
    Held(
        model="rotas.Rota_coordinators",
        title=_("Rotas you keep"),
        by=("person",),
        shows=("rota",),
    ),
    Held(
        model="rotas.Shift",
        title=_("Shifts you called off"),
        by=("cancelled_by",),
        shows=("municipality", "rota", "starts_at", "cancelled_at", "cancelled_because"),
    ),
    Held(
        model="rotas.Correction",
        title=_("Corrections of your hours"),
        by=("turn__person",),
        shows=("municipality", "turn", "minutes_before", "minutes_after", "because", "at"),
        reads=("turn__shift__rota",),
    ),
    Held(
        model="rotas.Correction",
        title=_("Hours that you corrected"),
        by=("by",),
        shows=("municipality", "turn", "minutes_before", "minutes_after", "because", "at"),
        reads=("turn__shift__rota",),
    ),
    Held(
        model="rotas.Move",
        title=_("Shifts you moved"),
        by=("by",),
        shows=("municipality", "shift", "began_at", "ended_at", "because", "at"),
        reads=("shift__rota",),
    ),
    Held(
        model="rotas.DutyChange",
        title=_("What you changed about duties"),
        by=("by",),
        shows=("municipality", "duty", "added", "taken_away", "because", "at"),
        reads=("duty__rota",),
    ),
    Held(
        model="rotas.Clearance",
        title=_("Papers of others that you have seen"),
        by=("seen_by",),
        shows=("municipality", "requirement", "seen_on"),
    ),
    Held(
        model="rotas.Plan",
        title=_("Plans you had worked out"),
        by=("made_by",),
        shows=("municipality", "rota", "first_on", "last_on", "made_at"),
    ),
    Held(
        model="rotas.Suggestion",
        title=_("Suggestions you answered for others"),
        by=("answered_by",),
        shows=("municipality", "need", "status", "answered_at"),
        reads=("need__shift__rota", "need__duty"),
    ),
    Held(
        model="rotas.Turn",
        title=_("Turns you wrote down for others"),
        by=("entered_by",),
        shows=("municipality", "shift", "status", "taken_at"),
        reads=("shift__rota",),
    ),
)


def awaited(keys: Collection[int]) -> set[int]:
    """Of some people those who have a turn on a shift that is not over."""
    held = Turn.objects.filter(person__in=keys, status__in=Turn.HOLDS)
    coming = held.filter(shift__ends_at__gt=timezone.now())
    return set(coming.order_by().values_list("person", flat=True))


def ended_clearances(before: datetime) -> QuerySet[Clearance]:
    """That papers were seen which no longer hold, from before a moment."""
    day = timezone.localdate(before)
    return Clearance.objects.filter(Q(ended_on__lt=day) | Q(holds_until__lt=day))


def helpers_who_left(before: datetime) -> QuerySet[Helper]:
    """When and how much those could help who left before a moment."""
    return Helper.objects.filter(left_at__lt=before)


def old_suggestions(before: datetime) -> QuerySet[Suggestion]:
    """Suggestions of plans whose last day was before a moment."""
    return Suggestion.objects.filter(plan__last_on__lt=timezone.localdate(before))


def lines_of_the_past(before: datetime) -> QuerySet[InLine]:
    """Who waited for a place on a shift that was before a moment."""
    return InLine.objects.filter(need__shift__ends_at__lt=before)


def closed_feeds(before: datetime) -> QuerySet[FeedKey]:
    """Calendar feeds that were closed before a moment."""
    return FeedKey.objects.filter(revoked_at__lt=before)


keeps = (
    Keeping(
        key="rotas.clearances",
        title=_("That somebody’s papers were seen, once they no longer hold"),
        why=_("To be able to show that whoever was on a shift had what it needs."),
        days=365,
        least=30,
        most=1825,
        rows=ended_clearances,
    ),
    Keeping(
        key="rotas.helpers",
        title=_("When those can help who have left a rota"),
        why=_("Some come back after a season."),
        days=365,
        least=30,
        most=1095,
        rows=helpers_who_left,
    ),
    Keeping(
        key="rotas.suggestions",
        title=_("Suggestions of plans that are over"),
        why=_("So that the next plan can be compared with the last."),
        days=180,
        least=30,
        most=730,
        rows=old_suggestions,
    ),
    Keeping(
        key="rotas.lines",
        title=_("Who waited for a place on a shift that is over"),
        why=_("The shift is over."),
        days=30,
        least=1,
        most=365,
        rows=lines_of_the_past,
    ),
    Keeping(
        key="rotas.feeds",
        title=_("Calendar feeds that were closed"),
        why=_("So that a calendar program is told that the feed is closed."),
        days=90,
        least=30,
        most=365,
        rows=closed_feeds,
    ),
)
