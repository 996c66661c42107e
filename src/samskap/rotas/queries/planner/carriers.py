"""Who carries how much of a rota, and what they would hand over."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from samskap.kernels.rota_figures import TOO_MUCH, UNEVEN, gini, top_share
from samskap.ledger.models import FateStatus
from samskap.people.models import Person
from samskap.rotas.models import Clearance, Helper, Requirement, Rota, Swap, Turn
from samskap.rotas.queries.planner.days import FOUR_WEEKS, WEEK

CARRIED = 12 * WEEK  # how far back, and ahead, it is counted who carries how much


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """How many hours somebody carries."""

    person: Person
    hours: float
    share: float


@dataclass(frozen=True, kw_only=True)
class Carried:
    """Who carries how much of a rota, volunteers only; in order of names, never of hours."""

    carriers: list[Carrier]
    gini: float | None
    top_share: float | None

    @property
    def too_much(self) -> list[Carrier]:
        """Those who carry so much that the rota stands or falls with them."""
        few = len(self.carriers) < 2
        return [] if few else [each for each in self.carriers if each.share > TOO_MUCH]

    @property
    def is_uneven(self) -> bool:
        """Whether hours lie unevenly."""
        return self.gini is not None and self.gini > UNEVEN


def carried(rota: Rota) -> Carried:
    """Add up the hours of volunteers, twelve weeks back and twelve ahead."""
    now = timezone.now()
    turns = (
        Turn.objects.filter(
            shift__rota=rota,
            shift__cancelled_at=None,
            status__in=Turn.HOLDS,
            is_companion=False,
            is_staff_cover=False,
            need__duty__is_staff=False,
            person__isnull=False,
            shift__starts_at__range=(now - CARRIED, now + CARRIED),
        )
        .exclude(contribution__standing__status=FateStatus.WITHDRAWN)
        .select_related("person", "shift")
        .order_by("pk")
    )
    people: dict[int, Person] = {}
    minutes: dict[int, int] = defaultdict(int)
    for turn in turns:
        if turn.person:
            people[turn.person.pk] = turn.person
            minutes[turn.person.pk] += turn.shift.minutes if turn.minutes is None else turn.minutes
    in_all = sum(minutes.values()) or 1
    carriers = [
        Carrier(person=person, hours=minutes[key] / 60, share=minutes[key] / in_all)
        for key, person in people.items()
    ]
    return Carried(
        carriers=sorted(carriers, key=lambda each: each.person.shown_name.casefold()),
        gini=gini(list(minutes.values())),
        top_share=top_share(list(minutes.values())),
    )


@dataclass(frozen=True, kw_only=True)
class Handover:
    """What others must learn, and take, so that a rota does not stand or fall with one person."""

    person: Person
    helper: Helper | None
    only_they: list[Requirement]  # nobody else is cleared for these
    turns: list[Turn]  # theirs, in the next four weeks; each says whether it `is_offered`
    others: int  # helpers who could take some


def handover_of(rota: Rota, person: Person) -> Handover:
    """Gather what one person would hand over."""
    cleared: dict[int, set[int]] = defaultdict(set)
    now = timezone.now()
    for requirement, who in Clearance.objects.filter(
        Q(holds_until=None) | Q(holds_until__gte=timezone.localdate()),
        requirement__rota=rota,
        ended_on=None,
    ).values_list("requirement_id", "person_id"):
        cleared[requirement].add(who)
    alone = [key for key, who in cleared.items() if who == {person.pk}]
    turns = Turn.objects.filter(
        shift__rota=rota,
        person=person,
        is_companion=False,
        status__in=Turn.HOLDS,
        shift__starts_at__range=(now, now + timedelta(days=FOUR_WEEKS)),
    )
    asked = Swap.objects.filter(turn=OuterRef("pk"), status=Swap.Status.ASKED)
    others = rota.helpers.filter(left_at=None, is_staff=False).exclude(person=person)
    return Handover(
        person=person,
        helper=rota.helpers.filter(person=person, left_at=None).first(),
        only_they=list(Requirement.objects.filter(pk__in=alone)),
        turns=list(
            turns.select_related("shift__rota", "need__duty")
            .annotate(is_offered=Exists(asked))
            .order_by("shift__starts_at")
        ),
        others=others.count(),
    )
