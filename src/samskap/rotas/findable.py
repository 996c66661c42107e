"""What can be found of rotas: themselves, and which initiatives need hands now."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.municipalities.models import Municipality
from samskap.rotas.models import Rota
from samskap.rotas.queries.shifts import to_fill

ROTA = Findable(
    kind="rota",
    title=_("Rota"),
    many=_("Rotas"),
    model="rotas.Rota",
    read="samskap.rotas.findable.rotas",
    parts={"rotas.Duty": ("rota",)},
)


def rotas(keys: Iterable[int]) -> list[Found]:
    """Rotas that run, with their place and what people do there."""
    found = Rota.objects.filter(pk__in=keys, closed_at=None).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=f"{each.about}\n\n{' · '.join([each.place, *duties_of(each)])}",
            language=each.language,
            at=each.opened_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
        )
        for each in found.prefetch_related("duties")
    ]


def duties_of(rota: Rota) -> list[str]:
    """What people do there."""
    return [duty.name for duty in rota.duties.all()]


def needing_hands(municipality: Municipality) -> QuerySet[Any, Any]:
    """Keys of the initiatives in whose rotas a shift ahead has a free place."""
    return to_fill(municipality).values("rota__initiative")
