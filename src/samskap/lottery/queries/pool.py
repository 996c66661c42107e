"""Reading who may be drawn, and who is in the panel."""

from django.db.models import Q, QuerySet

from samskap.lottery import features
from samskap.lottery.models import Entrant, Lot
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def in_panel(lot: Lot) -> "QuerySet[Entrant]":
    """Those who were drawn and have not left."""
    drawn: QuerySet[Entrant] = lot.entrants.filter(drawn_in__isnull=False, left_at=None)
    return drawn.select_related("giver", "person").order_by("code")


def can_be_drawn(lot: Lot) -> "QuerySet[Entrant]":
    """Those who can be drawn next: not drawn, not gone, and of no household in the panel."""
    waiting: QuerySet[Entrant] = lot.entrants.filter(drawn_in=None, left_at=None)
    if lot.features:
        waiting = waiting.exclude(features={})  # emptied, as answers are after a time
    if lot.one_per_household:
        seated = in_panel(lot).exclude(household="").order_by().values("household")
        waiting = waiting.exclude(~Q(household="") & Q(household__in=seated))
    return waiting.order_by("code")


def entry_of(person: Person, lot: Lot) -> Entrant | None:
    """Somebody’s own place in a pool."""
    mine: QuerySet[Entrant] = Entrant.objects.filter(lot=lot, person=person)
    return mine.select_related("drawn_in").first()


def lots_with(person: Person, municipality: Municipality) -> "QuerySet[Entrant]":
    """Every pool that somebody is in here, the newest first."""
    mine: QuerySet[Entrant] = Entrant.objects.of(municipality).filter(person=person)
    return mine.select_related("lot__initiative", "drawn_in").order_by("-lot__started_at", "-pk")


def counts_of(lot: Lot) -> dict[str, dict[str, int]]:
    """How many in the pool have each value of each feature; for the stewards."""
    answers = list(lot.entrants.filter(left_at=None).values_list("features", flat=True))
    return features.counted(features.read(lot.features), answers)
