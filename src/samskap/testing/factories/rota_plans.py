"""Factories for plans, suggestions and calendars of rotas."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.rotas.actions.feeds import hash_of
from samskap.rotas.models import FeedKey, Plan, Rota, Suggestion, Turn
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    HelperFactory,
    RunningInitiativeFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)


def a_plan(made: Rota, *people: Person, asked: bool = True) -> Plan:
    """A plan that suggests one shift to each of some people, with a place that stays open."""
    today = timezone.localdate()
    now = timezone.now()
    of = {"municipality": made.municipality}
    left = a_need(rota=made, starts_at=tomorrow_at(10, days=3))
    lacks = {"need": left.pk, "places": 1, "because": "nobody_free"}
    plan = Plan.objects.create(
        rota=made,
        first_on=today,
        last_on=today + timedelta(days=27),
        worked_out_at=now,
        asked_at=now if asked else None,
        figures={
            "places": len(people) + 1,
            "filled": len(people),
            "helpers": len(people),
            "is_cheapest": True,
            "gini": 0.0,
            "top_share": 1 / (len(people) or 1),
            "open": [lacks | {"able": 1, "free": 0, "could": 0}],
        },
        **of,
    )
    for days, person in enumerate(people, start=1):
        Suggestion.objects.create(
            plan=plan,
            need=a_need(rota=made, starts_at=tomorrow_at(16, days=days)),
            person=person,
            why={
                "could": 4,
                "nearer": 0,
                "passed": {},
                "has": 2,
                "km": 1.5,
                "wished": True,
            },
            **of,
        )
    return plan


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of plans and calendars names."""
    keeper = people["resident"]
    made = rota(RunningInitiativeFactory(municipality=municipality, raised_by=keeper))
    HelperFactory(rota=made, person=PersonFactory())
    plan = a_plan(made, keeper, PersonFactory())
    mine = plan.suggestions.get(person=keeper)
    day = timezone.localdate() - timedelta(days=7)
    past = a_need(rota=made, starts_at=timezone.make_aware(datetime.combine(day, time(16))))
    TurnFactory(
        need=past,
        person=keeper,
        status=Turn.Status.DONE,
        minutes=180,
        settled_at=timezone.now(),
    )
    key = f"a-sample-of-a-key-{municipality.pk}"
    feed = FeedKey.objects.create(
        municipality=municipality, person=keeper, rota=made, key_hash=hash_of(key)
    )
    at, on_plan, on_suggestion = [{"slug": made.slug}], [{"pk": plan.pk}], [{"pk": mine.pk}]
    return {
        **{
            f"rotas:{name}": at
            for name in "planner suggest_plan wall certificate certificate_pdf what_suits".split()
        },
        "rotas:open_rota_calendar": at,
        **{f"rotas:{name}": on_plan for name in "plan ask_helpers put_plan_away".split()},
        **{
            f"rotas:{name}": on_suggestion
            for name in (
                "accept_suggestion decline_suggestion take_out_suggestion suggest_instead".split()
            )
        },
        "rotas:close_calendar": [{"pk": feed.pk}],
        "rotas:calendar": [{"key": key}],
    }
