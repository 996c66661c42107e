import pytest
from django.urls import reverse

from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.negotiations import samples
from samskap.testing.factories.people import people_by_role
from samskap.testing.walks.markup import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return MunicipalityFactory(host="testserver", default_language="en")


def test_every_page_is_whole_for_whoever_may_read_it(place, client):
    people = people_by_role(place)
    made = samples(place, people)
    for person in (None, people["resident"], people["facilitator"]):
        if person:
            client.force_login(person)
        for name, every in made.items():
            for each in every:
                answer = client.get(reverse(name, kwargs=each))
                assert answer.status_code in (200, 302, 403, 404), (
                    name,
                    person,
                    answer.status_code,
                )
                if answer.status_code == 200:
                    assert faults(answer.content, language="en") == [], name
