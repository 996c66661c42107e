from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    NeedFactory,
    RotaFactory,
    RunningInitiativeFactory,
    ShiftFactory,
    TurnFactory,
)

pytestmark = pytest.mark.django_db
ALL = reverse("api:list_rotas")
ONE = reverse("api:one_rota", args=["library"])
SHIFTS = reverse("api:list_shifts", args=["library"])


@pytest.fixture
def here(municipality):
    return RotaFactory(
        initiative=RunningInitiativeFactory(municipality=municipality), slug="library"
    )


def test_a_rota_says_its_figures_and_nobodys_name(client, here):
    need = NeedFactory(shift__rota=here, shift__starts_at=timezone.now() - timedelta(days=9))
    solveig = PersonFactory(given_name="Solveig")
    TurnFactory(need=need, person=solveig, status="done", minutes=180, settled_at=timezone.now())

    said = client.get(ONE).json()

    assert (said["hours_before"], said["shifts_planned"], said["shifts_covered"]) == (22, 1, 1)
    assert (said["volunteer_hours"], said["staff_hours"]) == (3, 0)
    everything = client.get(SHIFTS).text + client.get(ALL).text
    assert "Solveig" not in everything + str(said)


def test_shifts_say_how_many_places_are_held(client, here):
    need = NeedFactory(shift__rota=here, people=3)
    TurnFactory(need=need)

    [row] = client.get(SHIFTS).json()["items"]

    assert (row["needed"], row["held"], row["is_called_off"]) == (3, 1, False)
    assert client.get(SHIFTS, {"format": "csv"}).status_code == 200


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_a_longer_list_asks_no_more_of_the_database(
    client, here, django_assert_max_num_queries, rows
):
    initiative = here.initiative
    type(here).objects.bulk_create(
        RotaFactory.build(
            initiative=initiative, municipality=here.municipality, slug=f"rota-no-{number}"
        )
        for number in range(rows - 1)
    )
    for number in range(min(rows, 30)):
        ShiftFactory(rota=here, starts_at=timezone.now() + timedelta(days=number))

    for path in (ALL, SHIFTS):
        with django_assert_max_num_queries(6):
            assert client.get(path).status_code == 200
