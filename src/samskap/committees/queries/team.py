"""Questions about the team: who sits, and who has declared."""

from django.db.models import QuerySet

from samskap.committees.models import (
    Call,
    Committee,
    Declaration,
    Member,
    Registration,
    Seat,
)


def declared_givers(committee: Committee) -> set[int]:
    """The givers whose newest declaration says that they are open."""
    newest: dict[int, bool] = {}
    told = Declaration.objects.filter(committee=committee).order_by("at", "pk")
    for giver, is_open in told.values_list("giver", "is_open"):
        newest[giver] = is_open
    return {giver for giver, is_open in newest.items() if is_open}


def still_to_declare(committee: Committee) -> list[Member]:
    """Those who sit, and have not declared yet."""
    declared = declared_givers(committee)
    return [
        member
        for member in committee.members.sitting().select_related("person", "giver")
        if member.giver_id not in declared
    ]


def members_of(committee: Committee) -> list[Member]:
    """Everybody who sits there, stands ready, or has left, with their names."""
    found = committee.members.select_related("person", "giver", "seat", "area", "replaces__person")
    found = found.select_related("replaces__giver")
    return list(found.order_by("-is_chair", "role", "since", "pk"))


def registrations_of(committee: Committee) -> QuerySet[Registration]:
    """Who registered and has not withdrawn, with the choices about them; in the order they came."""
    found = Registration.objects.filter(committee=committee, withdrawn_at=None)
    chosen: QuerySet[Registration] = found.select_related(
        "giver__person", "call", "suits", "area", "committee__municipality"
    ).prefetch_related("choices__seat")
    return chosen


def free_seats(committee: Committee) -> QuerySet[Seat]:
    """The seats where nobody sits."""
    sitting = committee.members.sitting().exclude(seat=None)
    found: QuerySet[Seat] = committee.seats.filter(dropped_at=None)
    return found.exclude(pk__in=sitting.values("seat"))


def call_of(committee: Committee) -> Call | None:
    """The newest call."""
    found: Call | None = committee.calls.order_by("-opened_at", "-pk").first()
    return found
