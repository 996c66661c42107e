"""Finding negotiations."""

from django.db.models import OuterRef, QuerySet

from samskap.base.brought import along
from samskap.base.once import once
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.negotiations.models import Negotiation


def negotiations_in(municipality: Municipality) -> "QuerySet[Negotiation]":
    """Every negotiation of a municipality, with what its pages read."""
    found: QuerySet[Negotiation] = Negotiation.objects.of(municipality)
    return found.select_related(
        "municipality",
        "initiative__municipality",
        "initiative__account",
        "initiative__raised_for",
        "mediator",
        "document",
        "agreed_on",
    )


@along(lambda: Negotiation.objects.filter(initiative=OuterRef("pk")))
@once
def negotiations_of(initiative: Initiative) -> list[Negotiation]:
    """The negotiation of an initiative; one at the most."""
    return list(Negotiation.objects.filter(initiative=initiative))
