"""How often what stands in a calendar has changed, and when: the memory keeps all of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Model, QuerySet

from samskap.base.memory import key_of
from samskap.base.models import Happening
from samskap.rotas.models import Rota, Shift

# What makes an event another one than calendars have read before (RFC 5545, 3.8.7.4).
CHANGES = (
    "rotas.rota_opened",
    "rotas.rota_changed",
    "rotas.rota_closed",
    "rotas.series_ended",
    "rotas.shift_called_off",
    "rotas.shift_moved",
)


@dataclass(frozen=True)
class Changes:
    """When things changed, by their name in the memory."""

    moments: dict[str, list[datetime]] = field(default_factory=dict)

    def of(self, *things: Model) -> list[datetime]:
        """When any of these changed."""
        return [at for thing in things for at in self.moments.get(key_of(thing), ())]

    def all(self) -> list[datetime]:
        """When anything changed."""
        return [at for moments in self.moments.values() for at in moments]


def changes_of_rota(rota: Rota) -> Changes:
    """What changed in a rota, and in the others of its initiative."""
    return gathered(Happening.objects.filter(within=key_of(rota.initiative)))


def changes_of_shifts(shifts: Iterable[Shift]) -> Changes:
    """What changed about some shifts."""
    return gathered(Happening.objects.filter(about__in={key_of(shift) for shift in shifts}))


def gathered(found: "QuerySet[Happening]") -> Changes:
    """Put changes together by what changed."""
    moments: dict[str, list[datetime]] = defaultdict(list)
    for about, at in found.filter(what__in=CHANGES).order_by().values_list("about", "at"):
        moments[about].append(at)
    return Changes(moments)
