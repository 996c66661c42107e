"""Nothing of one municipality is found at another, whoever asks."""

import pytest

from samskap.people.models import Role
from samskap.testing.factories.people import RoleFactory
from samskap.testing.routes import all_routes
from samskap.testing.walks.conftest import NOBODY

pytestmark = pytest.mark.django_db

# A person has one account everywhere, and sees all browsers in which they are signed in; a colour,
# and a kind of thing, belong to nobody.
OF_NOBODY = (
    *("people:end_session",),
    *("people:person", "people:said_yes", "notices:unsubscribe", "design:theme"),
    *("privacy:rule", "imports:bring"),
)
CLOSED = (403, 404, 405)


def of_one_tenant(paths):
    """Routes that name a row: the others show each municipality its own."""
    return {
        route.name: paths[route.name]
        for route in all_routes()
        if route.arguments and route.name in paths and route.name not in OF_NOBODY
    }


def leaks(visitor, paths, *, allowed, methods):
    """Routes that answer next door with anything but what is allowed."""
    return [
        f"{method} {name}: {answer.status_code}"
        for name, path in of_one_tenant(paths).items()
        for method in methods
        for answer in [getattr(visitor, method)(path, headers={"host": "neighbour.localhost"})]
        if answer.status_code not in allowed
    ]


@pytest.mark.same_everywhere
@pytest.mark.parametrize("role", Role.Name.values)
def test_no_object_is_reached_from_the_municipality_next_door(comes, filled, role):
    theirs, ours = comes(role, people=filled.neighbours), comes(role)

    assert leaks(theirs, filled.paths, allowed=CLOSED, methods=["get"]) == []
    assert leaks(ours, filled.paths, allowed=CLOSED, methods=["post"]) == []


def test_nor_by_somebody_who_has_every_role_there_is(comes, filled):
    for people in (filled.neighbours, filled.people):
        boss = people["administrator"]
        for role in set(people) - {"administrator"}:
            RoleFactory(
                municipality=boss.roles.get(role="administrator").municipality,
                person=boss,
                role=role,
            )

        found = leaks(
            comes("administrator", people=people),
            filled.paths,
            allowed=CLOSED,
            methods=["get", "post"],
        )

        assert found == []


def test_whoever_is_not_signed_in_finds_nothing_next_door(comes, paths):
    allowed = (302, 403, 404, 405)

    assert leaks(comes(NOBODY), paths, allowed=allowed, methods=("get",)) == []
