"""A rota with as many shifts as are asked for, half of them over; made by the models themselves."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from samskap.ledger.models import ActorKind, Giver, Side
from samskap.people.models import Person
from samskap.rotas.models import Helper, Need, Shift, Turn
from samskap.testing.durability.residents import session_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.rotas import DutyFactory, RotaFactory, RunningInitiativeFactory

HELPERS, PLACES, LEFT = 60, 2, 7  # people; places of a shift; each seventh place ahead is free


def fill(shifts: int) -> dict[str, Any]:
    """Make one rota with so many shifts of three hours, four a day; half of them are over."""
    municipality = MunicipalityFactory(host="localhost", default_language="en")
    initiative = RunningInitiativeFactory(municipality=municipality, slug="the-library")
    rota = RotaFactory(initiative=initiative, slug="the-library")
    duty = DutyFactory(rota=rota)
    people = Person.objects.bulk_create(
        Person(email=f"p{n}@example.org", given_name=f"Resident {n}", password="!")  # noqa: S106
        for n in range(HELPERS)
    )
    givers = Giver.objects.bulk_create(
        Giver(municipality=municipality, person=person) for person in people
    )
    of = {"municipality": municipality}
    Helper.objects.bulk_create(Helper(rota=rota, person=person, **of) for person in people)
    begins = timezone.now() - timedelta(hours=6 * (shifts // 2))
    moments = [begins + timedelta(hours=6 * n) for n in range(shifts)]
    made = Shift.objects.bulk_create(
        Shift(
            rota=rota,
            day=timezone.localdate(at),
            starts_at=at,
            ends_at=at + timedelta(hours=3),
            **of,
        )
        for at in moments
    )
    needs = Need.objects.bulk_create(
        Need(shift=shift, duty=duty, people=PLACES, **of) for shift in made
    )
    Turn.objects.bulk_create(
        Turn(
            shift=need.shift,
            need=need,
            number=place + 1,
            giver=givers[(PLACES * n + place) % HELPERS],
            person=people[(PLACES * n + place) % HELPERS],
            actor_kind=ActorKind.VOLUNTEER,
            side=Side.NON_PUBLIC,
            status=Turn.Status.DONE if n < shifts // 2 else Turn.Status.TAKEN,
            minutes=180 if n < shifts // 2 else None,
            settled_at=need.shift.ends_at if n < shifts // 2 else None,
            **of,
        )
        for n, need in enumerate(needs)
        for place in range(PLACES)
        if n < shifts // 2 or (PLACES * n + place) % LEFT
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {"path": rota.get_absolute_url(), "sessions": [session_of(each) for each in people[:20]]}
