"""What a plan is made from: open places, and all that helpers know, can, have and wish."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, cos, radians

from django.db.models import F, Q
from django.utils import timezone

from samskap.kernels import rota_plan
from samskap.places.geometry import inner_point
from samskap.places.models import Area
from samskap.places.queries import border_of
from samskap.rotas.models import (
    Availability,
    Clearance,
    Helper,
    Need,
    Plan,
    Suggestion,
    Turn,
    Wish,
)
from samskap.rotas.queries.planner.days import FOUR_WEEKS, WEEK, midnight, shifts_between

STAFF, VOLUNTEER = "staff", "volunteer"  # what a duty asks for beside its requirements
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a plan is made from, and who is behind the keys."""

    needs: list[rota_plan.Need]
    helpers: list[rota_plan.Helper]
    person_of: dict[str, int]  # key of a helper → key of the person

    @property
    def size(self) -> int:
        """How many ways there may be."""
        return len(self.needs) * len(self.helpers)


def asked_for(plan: Plan) -> Asked:
    """Gather the open places of a plan’s days, and all who want to be asked."""
    rota = plan.rota
    here = point_of(rota.area)
    helpers = list(
        rota.helpers.filter(left_at=None, wants_suggestions=True, person__is_active=True)
        .select_related("person__home")
        .prefetch_related("not_with")
        .order_by("pk")
    )
    key_of_person = {helper.person_id: str(helper.pk) for helper in helpers}
    shifts = shifts_between(rota, plan.first_on, plan.last_on).filter(starts_at__gt=timezone.now())
    on_shift: dict[int, set[str]] = defaultdict(set)
    held: dict[int, int] = defaultdict(int)
    for turn in Turn.objects.filter(shift__in=shifts, status__in=Turn.HOLDS):
        held[turn.need_id] += 1
        if turn.person_id in key_of_person:
            on_shift[turn.shift_id].add(key_of_person[turn.person_id])
    needs = [
        rota_plan.Need(
            key=str(need.pk),
            shift=str(need.shift_id),
            starts_at=timezone.localtime(need.shift.starts_at),
            ends_at=timezone.localtime(need.shift.ends_at),
            people=need.people - held[need.pk],
            asks=asks_of(need),
            at=(0.0, 0.0) if here else None,
            there=frozenset(on_shift[need.shift_id]),
        )
        for need in Need.objects.filter(shift__in=shifts)
        .select_related("shift", "duty")
        .prefetch_related("duty__requirements")
        .order_by("pk")
        if need.people > held[need.pk]
    ]
    return Asked(
        needs=needs,
        helpers=helpers_for(plan, helpers, here),
        person_of={str(helper.pk): helper.person_id for helper in helpers},
    )


def asks_of(need: Need) -> frozenset[str]:
    """What a need asks for: its requirements, and which of staff and volunteers it is meant for."""
    who = STAFF if need.duty.is_staff else VOLUNTEER
    return frozenset({who, *(str(each.pk) for each in need.duty.requirements.all())})


def helpers_for(
    plan: Plan, helpers: list[Helper], here: tuple[float, float] | None
) -> list[rota_plan.Helper]:
    """Say of each helper what they know, when they can, what they have and wish.

    The same number of questions for one helper and for thousands. Where somebody lives counts
    only where they show it, and never where the address is protected.
    """
    people = [helper.person_id for helper in helpers]
    knows: dict[int, set[str]] = defaultdict(set)
    for person, requirement in Clearance.objects.filter(
        Q(holds_until=None) | Q(holds_until__gte=plan.last_on),
        person__in=people,
        requirement__rota=plan.rota,
        ended_on=None,
    ).values_list("person_id", "requirement_id"):
        knows[person].add(str(requirement))
    windows = windows_of(helpers)
    wants, rather_not = wishes_of(plan, helpers)
    busy = busy_of(plan, people)
    keys = {helper.pk for helper in helpers}
    points = {area: point_of(area) for area in {helper.person.home_shown for helper in helpers}}
    weeks = ceil(((plan.last_on - plan.first_on).days + 1) / FOUR_WEEKS)
    return [
        rota_plan.Helper(
            key=str(helper.pk),
            knows=frozenset({STAFF if helper.is_staff else VOLUNTEER, *knows[helper.person_id]}),
            windows=tuple(windows[helper.pk]),
            most=None if helper.most_a_month is None else helper.most_a_month * weeks,
            most_a_week=helper.most_a_week,
            rest=timedelta(hours=helper.rest_hours),
            busy=tuple(busy[helper.person_id]),
            at=between(here, points[helper.person.home_shown]),
            reach_km=helper.reach_km,
            wants=frozenset(wants[helper.pk]),
            rather_not=frozenset(rather_not[helper.pk]),
            not_with=frozenset(
                str(other.pk) for other in helper.not_with.all() if other.pk in keys
            ),
        )
        for helper in helpers
    ]


def windows_of(helpers: list[Helper]) -> dict[int, list[rota_plan.Window]]:
    """When each helper can and cannot in an ordinary week."""
    windows: dict[int, list[rota_plan.Window]] = defaultdict(list)
    for row in Availability.objects.filter(helper__in=helpers):
        windows[row.helper_id].append(
            rota_plan.Window(row.weekday, row.starts, row.ends, row.is_free)
        )
    return windows


def wishes_of(plan: Plan, helpers: list[Helper]) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Which shifts each helper would like, and rather not: what they declined before as well."""
    wants: dict[int, set[str]] = defaultdict(set)
    rather_not: dict[int, set[str]] = defaultdict(set)
    shifts = list(
        shifts_between(plan.rota, plan.first_on, plan.last_on).values_list("pk", "series_id")
    )
    of_series: dict[int | None, list[int]] = defaultdict(list)
    for shift, series in shifts:
        of_series[series].append(shift)
    helper_of = {helper.person_id: helper.pk for helper in helpers}
    declined = Suggestion.objects.filter(
        need__shift__rota=plan.rota,
        person__in=helper_of,
        status=Suggestion.Status.DECLINED,
        answered_by=F("person"),
    )
    for person, key in declined.values_list("person_id", "need__shift_id"):
        rather_not[helper_of[person]].add(str(key))
    for wish in Wish.objects.filter(helper__in=helpers):
        said = wants if wish.is_wanted else rather_not
        about = [wish.shift_id] if wish.shift_id else of_series[wish.series_id]
        said[wish.helper_id].update(str(key) for key in about)
    return wants, rather_not


def busy_of(plan: Plan, people: list[int]) -> dict[int, list[rota_plan.Busy]]:
    """What people have given already around a plan’s days; turns of the rota itself count."""
    busy: dict[int, list[rota_plan.Busy]] = defaultdict(list)
    first, last = midnight(plan.first_on), midnight(plan.last_on + timedelta(days=1))
    turns = Turn.objects.filter(
        municipality=plan.municipality_id,
        person__in=people,
        is_companion=False,
        status__in=Turn.HOLDS,
        shift__starts_at__lt=last + WEEK,
        shift__ends_at__gt=first - WEEK,
    ).select_related("shift")
    for turn in turns:
        starts_at = timezone.localtime(turn.shift.starts_at)
        counts = turn.shift.rota_id == plan.rota_id and first <= starts_at < last
        ends_at = timezone.localtime(turn.shift.ends_at)
        busy[turn.person_id or 0].append(rota_plan.Busy(starts_at, ends_at, counts))
    return busy


def point_of(area: Area | None) -> tuple[float, float] | None:
    """A point inside an area, where its border is known: longitude, latitude."""
    border = border_of(area) if area else None
    return inner_point(border.shape["coordinates"]) if border else None


def between(
    here: tuple[float, float] | None, there: tuple[float, float] | None
) -> tuple[float, float] | None:
    """How far a point lies from another [km east, km north]; near enough within a municipality."""
    if here is None or there is None:
        return None
    east = (there[0] - here[0]) * KM_PER_DEGREE * cos(radians(here[1]))
    return east, (there[1] - here[1]) * KM_PER_DEGREE
