"""Questions about the team: who sits, and who has declared."""

from samskap.committees.models import Committee, Declaration, Member


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
