"""Finding lots."""

from django.db.models import OuterRef, QuerySet

from samskap.base.brought import along
from samskap.base.once import once
from samskap.initiatives.models import Initiative
from samskap.lottery.models import Lot, Round
from samskap.municipalities.models import Municipality

NEWEST = ("-started_at", "-pk")


def lot_in(municipality: Municipality) -> "QuerySet[Lot]":
    """Lots of a municipality with what their page shows."""
    lots: QuerySet[Lot] = Lot.objects.of(municipality)
    return lots.select_related("initiative__account", "initiative__municipality", "municipality")


def listed(municipality: Municipality) -> "QuerySet[Lot]":
    """Lots of a municipality for a list."""
    lots: QuerySet[Lot] = Lot.objects.of(municipality)
    return lots.select_related("initiative").order_by(*NEWEST)


@along(lambda: Lot.objects.filter(initiative=OuterRef("pk")).order_by(*NEWEST))
@once
def lots_of(initiative: Initiative) -> list[Lot]:
    """Every lot of an initiative, the newest first."""
    return list(Lot.objects.filter(initiative=initiative).order_by(*NEWEST))


def round_of(lot: Lot) -> Round | None:
    """The last round of a lot; None before the first is planned."""
    rounds: QuerySet[Round] = lot.rounds.order_by("-number")
    return rounds.first()
