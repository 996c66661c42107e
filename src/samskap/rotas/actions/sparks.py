"""A new idea at a place that runs: back to where everything begins."""

from uuid import UUID

from django.db import transaction

from samskap.initiatives.actions.raising import raise_initiative
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.rotas.models import Rota, Spark


@transaction.atomic
def begin_here(
    *, rota: Rota, hand: Hand, dream: str, title: str = "", public_id: UUID | None = None
) -> Initiative:
    """Raise an initiative that began as an idea at this place; both pages tell of each other.

    Refuses with SignInNeeded or DreamIsMissing.
    """
    initiative = raise_initiative(
        municipality=rota.municipality,
        by=hand.by,
        hand=hand,
        dream=dream,
        title=title,
        public_id=public_id,
    )
    Spark.objects.get_or_create(
        initiative=initiative, defaults={"rota": rota, "municipality": rota.municipality}
    )
    ledger.touch(rota.initiative.account)
    return initiative
