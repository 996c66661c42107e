"""What rotas hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, OF_ANOTHER, ON_PAPER, Held

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
        leaves_out={"giver": ON_PAPER},
    ),
    Held(
        model="rotas.InLine",
        title=_("Where you wait for a place"),
        by=("person",),
        shows=("municipality", "need", "at", "actor_kind", "speaking_for"),
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
    ),
    Held(
        model="rotas.FeedKey",
        title=_("Your calendar feeds"),
        by=("person",),
        shows=("municipality", "rota", "made_at", "revoked_at", "read_on"),
        leaves_out={"key_hash": A_KEY},
    ),
)
