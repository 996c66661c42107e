"""Finding negotiations."""

from django.db.models import OuterRef, QuerySet

from samskap.base.brought import along
from samskap.base.once import once
from samskap.drafting.models import Document
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.partnership import agreed
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


def rules_for(initiative: Initiative) -> list[Document.Rule]:
    """The rules by which changes to a joint text can be decided there, the plain one first.

    The partners decide by their agreement; where none is in force, they have no rule.
    """
    if agreed(initiative).in_force is None:
        return [Document.Rule.WRITERS]
    return [Document.Rule.WRITERS, Document.Rule.PARTNERS]


@along(lambda: Negotiation.objects.filter(initiative=OuterRef("pk")))
@once
def negotiations_of(initiative: Initiative) -> list[Negotiation]:
    """The negotiation of an initiative; one at the most."""
    return list(Negotiation.objects.filter(initiative=initiative))
