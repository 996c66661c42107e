"""What a certificate says: shifts and hours that were confirmed, and what was learnt."""

from dataclasses import dataclass
from datetime import date
from math import floor

from django.db.models import Count, Max, Min, Q, Sum
from django.utils import timezone

from samskap.people.models import Person
from samskap.rotas.models import Clearance, Helper, Requirement, Rota, Turn
from samskap.rotas.queries.turns import counted


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What somebody has contributed to a rota; nobody is compared with anybody."""

    person: Person
    rota: Rota
    shifts: int
    minutes: int
    first_on: date | None
    last_on: date | None
    duties: list[tuple[str, int]]  # name, shifts
    trainings: list[tuple[str, date]]  # what was seen, and when
    learnt: str  # in the person’s own words
    given_on: date

    @property
    def hours(self) -> float:
        """Hours, to the nearest half that was surely worked."""
        return floor(self.minutes / 30) / 2

    @property
    def name(self) -> str:
        """The whole name, as such papers have it; else the name that is shown."""
        whole = f"{self.person.given_name} {self.person.family_name}".strip()
        return whole or str(self.person.shown_name)


def certificate_of(rota: Rota, person: Person) -> Certificate:
    """Add up what somebody has done in a rota: turns that were confirmed, and not withdrawn."""
    done = counted(Turn.objects.filter(shift__rota=rota, person=person, is_companion=False))
    sums = done.aggregate(
        shifts=Count("pk"), minutes=Sum("minutes"), first=Min("shift__day"), last=Max("shift__day")
    )
    duties = (
        done.order_by().values("need__duty__name").annotate(n=Count("pk")).order_by("need__duty")
    )
    trainings = Clearance.objects.filter(
        Q(holds_until=None) | Q(holds_until__gte=timezone.localdate()),
        requirement__rota=rota,
        requirement__kind=Requirement.Kind.TRAINING,
        person=person,
        ended_on=None,
    ).order_by("seen_on", "pk")
    helper = Helper.objects.filter(rota=rota, person=person).first()
    return Certificate(
        person=person,
        rota=rota,
        shifts=sums["shifts"],
        minutes=sums["minutes"] or 0,
        first_on=sums["first"],
        last_on=sums["last"],
        duties=[(row["need__duty__name"], row["n"]) for row in duties],
        trainings=list(trainings.values_list("requirement__name", "seen_on")),
        learnt=helper.learnt if helper else "",
        given_on=timezone.localdate(),
    )
