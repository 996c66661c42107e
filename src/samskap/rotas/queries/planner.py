"""Planning: what a plan is made from, how a week stands, and who carries how much."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil, cos, radians

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from samskap.kernels import rota_plan
from samskap.kernels.rota_figures import TOO_MUCH, UNEVEN, gini, top_share
from samskap.ledger.models import FateStatus
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.places.geometry import inner_point
from samskap.places.models import Area
from samskap.places.queries import border_of
from samskap.rotas.models import (
    Availability,
    Clearance,
    Helper,
    Need,
    Plan,
    Requirement,
    Rota,
    Series,
    Shift,
    Suggestion,
    Swap,
    Turn,
    Wish,
)
from samskap.rotas.queries.shifts import Places, places_of

STAFF, VOLUNTEER = "staff", "volunteer"  # what a duty asks for beside its requirements
FOUR_WEEKS = 28  # days
WEEK = timedelta(days=7)
CARRIED = 12 * WEEK  # how far back, and ahead, it is counted who carries how much
KM_PER_DEGREE = 111.2


def midnight(day: date) -> datetime:
    """The moment when a day begins, by the clock on the wall."""
    return timezone.make_aware(datetime.combine(day, time()))


def monday_of(day: date) -> date:
    """The first day of the week of a day."""
    return day - timedelta(days=day.weekday())


def shifts_between(rota: Rota, first: date, last: date) -> "QuerySet[Shift]":
    """The shifts of a rota that begin on these days and are not called off."""
    return rota.shifts.filter(
        starts_at__gte=midnight(first),
        starts_at__lt=midnight(last + timedelta(days=1)),
        cancelled_at=None,
    )


def next_day_of(rota: Rota) -> date:
    """The day of the next shift ahead; today where there is none."""
    ahead = rota.shifts.ahead().order_by("starts_at")
    return ahead.values_list("day", flat=True).first() or timezone.localdate()


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


@dataclass(frozen=True, kw_only=True)
class WeekOfShifts:
    """How one week of a rota stands."""

    monday: date
    shifts: list[tuple[Shift, list[Places]]]

    @property
    def holes(self) -> list[tuple[Shift, list[Places]]]:
        """Shifts ahead that still need people, the soonest first."""
        return [
            (shift, [each for each in places if each.free])
            for shift, places in self.shifts
            if not shift.is_over and any(each.free for each in places)
        ]

    @property
    def needed(self) -> int:
        """Places in all."""
        return sum(each.need.people for _shift, places in self.shifts for each in places)

    @property
    def held(self) -> int:
        """Places that are held."""
        return sum(each.held for _shift, places in self.shifts for each in places)

    @property
    def staff_cover(self) -> int:
        """Volunteers’ places that staff hold."""
        return sum(each.covers for _shift, places in self.shifts for each in places)


def week_of(rota: Rota, day: date, reader: Person) -> WeekOfShifts:
    """Gather a week; the same number of questions for one shift and for many."""
    return weeks_of(rota, monday_of(day), 1, reader)[0]


def weeks_of(rota: Rota, monday: date, weeks: int, reader: Person) -> list[WeekOfShifts]:
    """Gather some weeks at once."""
    last = monday + timedelta(days=7 * weeks - 1)
    shifts = list(shifts_between(rota, monday, last).order_by("starts_at", "pk"))
    for shift in shifts:
        shift.rota = rota
    places = places_of(shifts, reader, is_staff=True)
    return [
        WeekOfShifts(
            monday=begins,
            shifts=[
                (shift, places[shift.pk]) for shift in shifts if monday_of(shift.day) == begins
            ],
        )
        for begins in (monday + timedelta(days=7 * number) for number in range(weeks))
    ]


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


def suggestions_of(plan: Plan) -> "QuerySet[Suggestion]":
    """All suggestions of a plan, soonest shift first."""
    return plan.suggestions.select_related("person", "need__duty", "need__shift").order_by(
        "need__shift__starts_at", "need", "pk"
    )


def series_ahead(rota: Rota, *, is_staff: bool) -> list[Series]:
    """The series that go on, and that somebody could wish for: those of staff only for staff."""
    going_on = rota.series.filter(
        Q(last_on=None) | Q(last_on__gte=timezone.localdate()), ended_at=None
    )
    return list(
        going_on.filter(needs__duty__is_staff__in=(False, is_staff))
        .distinct()
        .order_by("first_on", "opens", "pk")
    )


def suggested_to(person: Person, municipality: Municipality) -> "QuerySet[Suggestion]":
    """What somebody is asked to take and has not answered, soonest first."""
    suggestions: QuerySet[Suggestion] = Suggestion.objects.of(municipality)
    return (
        suggestions.filter(
            person=person,
            status=Suggestion.Status.SUGGESTED,
            plan__asked_at__isnull=False,
            plan__put_away_at=None,
            need__shift__starts_at__gt=timezone.now(),
            need__shift__cancelled_at=None,
        )
        .select_related("plan__rota", "need__duty", "need__shift__rota")
        .order_by("need__shift__starts_at", "pk")
    )


def hours_after(plan: Plan, given: Iterable[tuple[int, Shift]]) -> dict[int, float]:
    """Hours of each helper in a plan’s days, if all that it suggests were taken."""
    hours: dict[int, float] = {
        helper.person_id: 0.0 for helper in plan.rota.helpers.filter(left_at=None, is_staff=False)
    }
    taken = Turn.objects.filter(
        shift__in=shifts_between(plan.rota, plan.first_on, plan.last_on),
        status__in=Turn.HOLDS,
        is_companion=False,
        person__in=hours,
    ).select_related("shift")
    for turn in taken:
        hours[turn.person_id or 0] += turn.shift.minutes / 60
    for person, shift in given:
        if person in hours:
            hours[person] += shift.minutes / 60
    return hours
