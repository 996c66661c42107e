"""Nothing of one municipality is found at another, whoever asks."""

import pytest

from samskap.people.models import Role
from samskap.testing.factories.people import people_by_role
from samskap.testing.routes import all_routes

pytestmark = pytest.mark.django_db


def of_one_tenant(paths):
    """Routes that name a row: the others show each municipality its own."""
    return {
        route.name: paths[route.name]
        for route in all_routes()
        if route.arguments and route.name in paths
    }


# A person has one account everywhere; a colour belongs to nobody.
OF_NOBODY = ("people:person", "people:said_yes", "notices:unsubscribe", "design:theme")


def leaks(client, paths, allowed, methods=("get", "post")):
    """Routes that answer next door with anything but what is allowed."""
    return [
        f"{method} {name}: {answer.status_code}"
        for name, path in of_one_tenant(paths).items()
        if name not in OF_NOBODY
        for method in methods
        for answer in [getattr(client, method)(path, headers={"host": "neighbour.localhost"})]
        if answer.status_code not in allowed
    ]


@pytest.mark.parametrize("role", Role.Name.values)
def test_no_object_is_reached_from_the_municipality_next_door(
    client, paths, people, neighbour, role
):
    for visitor in (people_by_role(neighbour)[role], people[role]):
        client.force_login(visitor)

        assert leaks(client, paths, allowed=(403, 404, 405)) == []


def test_whoever_is_not_signed_in_finds_nothing_next_door(client, paths, neighbour):
    assert leaks(client, paths, allowed=(302, 403, 404, 405), methods=("get",)) == []
