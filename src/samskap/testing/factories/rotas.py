"""Factories for rotas: the plainest valid thing."""

from datetime import datetime, time, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from samskap.initiatives.models import Initiative
from samskap.initiatives.models.initiative import State
from samskap.ledger.hands import giver_for, side_of
from samskap.ledger.models import ActorKind
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.rotas.models import (
    Availability,
    Clearance,
    Correction,
    Duty,
    DutyChange,
    FeedKey,
    Helper,
    InLine,
    Move,
    Need,
    Plan,
    Requirement,
    Rota,
    Series,
    SeriesNeed,
    Shift,
    Suggestion,
    Swap,
    Turn,
    Wish,
)
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory


class RunningInitiativeFactory(InitiativeFactory):
    """An initiative that runs."""

    state = State.DRIVING


class RotaFactory(DjangoModelFactory):
    """A rota that keeps a library open."""

    class Meta:
        model = Rota

    initiative = factory.SubFactory(RunningInitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    slug = factory.Sequence(lambda n: f"rota-{n}")
    title = "The library in the evenings"
    language = "en"
    place = "The library at Strand"
    hours_before = 22
    hours_wanted = 40
    hours_source = "The library’s own notice on the door"


class DutyFactory(DjangoModelFactory):
    """A duty that anybody can do."""

    class Meta:
        model = Duty

    rota = factory.SubFactory(RotaFactory)
    municipality = factory.SelfAttribute("rota.municipality")
    name = factory.Sequence(lambda n: f"Host {n}")


class RequirementFactory(DjangoModelFactory):
    """A key that one must have."""

    class Meta:
        model = Requirement

    rota = factory.SubFactory(RotaFactory)
    municipality = factory.SelfAttribute("rota.municipality")
    kind = Requirement.Kind.KEY
    name = factory.Sequence(lambda n: f"Key {n}")


class ClearanceFactory(DjangoModelFactory):
    """That somebody was seen to meet a requirement."""

    class Meta:
        model = Clearance

    requirement = factory.SubFactory(RequirementFactory)
    municipality = factory.SelfAttribute("requirement.municipality")
    person = factory.SubFactory(PersonFactory)
    seen_by = factory.SubFactory(PersonFactory)
    seen_on = factory.LazyFunction(timezone.localdate)


def tomorrow_at(hour: int, *, days: int = 1) -> datetime:
    """A full hour of a day soon, by the clock on the wall."""
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(hour)))


class ShiftFactory(DjangoModelFactory):
    """A shift of three hours tomorrow evening, that needs nobody yet."""

    class Meta:
        model = Shift

    rota = factory.SubFactory(RotaFactory)
    municipality = factory.SelfAttribute("rota.municipality")
    starts_at = factory.LazyFunction(lambda: tomorrow_at(16))
    ends_at = factory.LazyAttribute(lambda shift: shift.starts_at + timedelta(hours=3))
    day = factory.LazyAttribute(lambda shift: timezone.localdate(shift.starts_at))


class NeedFactory(DjangoModelFactory):
    """A shift that needs one volunteer."""

    class Meta:
        model = Need

    shift = factory.SubFactory(ShiftFactory)
    municipality = factory.SelfAttribute("shift.municipality")
    duty = factory.SubFactory(DutyFactory, rota=factory.SelfAttribute("..shift.rota"))
    people = 1


class SeriesFactory(DjangoModelFactory):
    """Every Tuesday evening."""

    class Meta:
        model = Series

    rota = factory.SubFactory(RotaFactory)
    municipality = factory.SelfAttribute("rota.municipality")
    rule = "FREQ=WEEKLY;BYDAY=TU"
    first_on = factory.LazyFunction(timezone.localdate)
    opens = time(16)
    closes = time(19)


class TurnFactory(DjangoModelFactory):
    """A resident on a shift."""

    class Meta:
        model = Turn

    need = factory.SubFactory(NeedFactory)
    shift = factory.SelfAttribute("need.shift")
    municipality = factory.SelfAttribute("need.municipality")
    person = factory.SubFactory(PersonFactory)
    giver = factory.LazyAttribute(
        lambda turn: giver_for(turn.person or PersonFactory(), turn.municipality)
    )
    number = 1
    actor_kind = ActorKind.RESIDENT
    side = factory.LazyAttribute(lambda turn: side_of(turn.actor_kind))


class HelperFactory(DjangoModelFactory):
    """Somebody who is with a rota, without limits."""

    class Meta:
        model = Helper

    rota = factory.SubFactory(RotaFactory)
    municipality = factory.SelfAttribute("rota.municipality")
    person = factory.SubFactory(PersonFactory)


def rota(initiative: Initiative | None = None, **facts: Any) -> Rota:
    """A rota whose coordinator is whoever raised its initiative."""
    more = {"initiative": initiative} if initiative else {}
    made: Rota = RotaFactory(**more, **facts)
    if made.initiative.raised_by:
        made.coordinators.add(made.initiative.raised_by)
    return made


def a_need(*, people: int = 1, rota: Rota | None = None, **shift: Any) -> Need:
    """A shift that needs some people for one duty, by `starts_at` and the like."""
    made = ShiftFactory(**({"rota": rota} if rota else {}), **shift)
    need: Need = NeedFactory(shift=made, people=people)
    return need


def everything(municipality: Municipality, person: Person) -> Rota:
    """A rota with one row in each of its tables."""
    initiative = RunningInitiativeFactory(municipality=municipality, raised_by=person)
    made = rota(initiative)
    need = a_need(rota=made)
    requirement = RequirementFactory(rota=made)
    ClearanceFactory(requirement=requirement, person=person)
    helper = HelperFactory(rota=made, person=person)
    of = {"municipality": municipality}
    Availability.objects.create(helper=helper, weekday=1, starts=time(16), ends=time(20), **of)
    Wish.objects.create(helper=helper, shift=need.shift, **of)
    series = SeriesFactory(rota=made)
    SeriesNeed.objects.create(series=series, duty=need.duty, people=1, **of)
    turn = TurnFactory(need=need, person=person)
    Swap.objects.create(turn=turn, **of)
    InLine.objects.create(
        need=need,
        giver=giver_for(PersonFactory(), municipality),
        person=PersonFactory(),
        side=turn.side,
        actor_kind=turn.actor_kind,
        **of,
    )
    today = timezone.localdate()
    plan = Plan.objects.create(rota=made, first_on=today, last_on=today, made_by=person, **of)
    Suggestion.objects.create(plan=plan, need=need, person=person, **of)
    corrected = {"minutes_before": 180, "minutes_after": 120, "because": "I left early"}
    Correction.objects.create(turn=turn, by=person, **corrected, **of)
    DutyChange.objects.create(duty=need.duty, added=["A key"], by=person, **of)
    when = {"began_at": tomorrow_at(9), "ended_at": tomorrow_at(12)}
    Move.objects.create(shift=need.shift, because="Paint", by=person, **when, **of)
    FeedKey.objects.create(person=person, key_hash=f"{made.pk:064}", **of)
    return made


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of rotas names."""
    made = everything(municipality, people["resident"])
    shift, series = made.shifts.first(), made.series.first()
    need, turn = shift.needs.first(), shift.turns.first()
    past = a_need(rota=made, starts_at=timezone.now() - timedelta(days=1))
    waits = TurnFactory(need=past, person=people["resident"])
    done = TurnFactory(
        need=past,
        number=2,
        person=people["resident"],
        giver=giver_for(PersonFactory(), municipality),
        status=Turn.Status.NO_SHOW,
    )
    at = [{"slug": made.slug}]
    on_need, on_turn, on_shift = [{"pk": need.pk}], [{"pk": turn.pk}], [{"pk": shift.pk}]
    on_swap = [{"pk": turn.swaps.first().pk}]
    clearance = Clearance.objects.get(requirement__rota=made)
    return {
        "rotas:open": [{"slug": made.initiative.slug}],
        **{
            f"rotas:{name}": at
            for name in "rota figures edit set_up add_shifts new_idea close reopen".split()
        },
        "rotas:duty": [{"pk": need.duty_id}],
        "rotas:correct": [{"pk": done.pk}],
        "rotas:end_clearance": [{"pk": clearance.pk}],
        "rotas:offer_turns": [{"slug": made.slug, "pk": made.helpers.first().pk}],
        "rotas:end_series": [{"pk": series.pk}],
        "rotas:shift": [*on_shift, {"pk": past.shift_id}],
        "rotas:call_off": on_shift,
        "rotas:move": on_shift,
        "rotas:these_were_there": [{"pk": past.shift_id}],
        **{
            f"rotas:{name}": on_need
            for name in "take take_more take_series stand_in_line leave_line enter".split()
        },
        **{f"rotas:{name}": on_turn for name in "hand_back check_in ask_swap".split()},
        **{
            f"rotas:{name}": [{"pk": waits.pk}]
            for name in "was_there other_hours was_not_there".split()
        },
        **{f"rotas:{name}": on_swap for name in "accept_swap decline_swap withdraw_swap".split()},
        "api:one_rota": at,
        "api:list_shifts": at,
    }
