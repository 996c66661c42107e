"""Who of the staff looked at what: written down, seen by the person, and by one officer alone."""

import csv
import io
import re
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

import samskap
from samskap.people.models import Consent, Role
from samskap.privacy.actions.seeing import write_down
from samskap.privacy.models import Sight
from samskap.privacy.queries.sights import pages
from samskap.testing.factories.people import ConsentFactory, PersonFactory, person_with
from samskap.testing.factories.privacy import SightFactory

pytestmark = pytest.mark.django_db

OFFICER = Role.Name.DATA_PROTECTION_OFFICER


@pytest.fixture
def officer(municipality):
    """Who looks after privacy here."""
    return person_with(OFFICER, municipality, given_name="Olga")


def looks(rf, municipality, by, about=None):
    """Somebody opens a sensitive page."""
    request = rf.get("/")
    request.municipality, request.user = municipality, by
    write_down(request, "people.roles", about)


def test_one_row_is_written_for_staff_who_look_at_others(
    rf, municipality, officer, django_assert_num_queries
):
    ada = PersonFactory()
    officer.roles_kept = {municipality.pk: frozenset({"resident", OFFICER})}
    with django_assert_num_queries(1):
        looks(rf, municipality, officer, ada)
    looks(rf, municipality, officer, officer)
    looks(rf, municipality, PersonFactory(), ada)

    assert [(row.by, row.about, row.what) for row in Sight.objects.all()] == [
        (officer, ada, "people.roles")
    ]


def test_a_list_is_written_down_also_for_a_resident_who_keeps_a_rota(rf, municipality):
    looks(rf, municipality, keeper := PersonFactory())

    assert [(row.by, row.about) for row in Sight.objects.all()] == [(keeper, None)]


def test_a_person_sees_who_looked_at_their_data_and_nothing_else(municipality, officer, client):
    ada = PersonFactory()
    SightFactory(municipality=municipality, by=officer, about=ada)
    SightFactory(municipality=municipality, by=PersonFactory(given_name="Hidden"))
    client.force_login(ada)
    page = client.get(reverse("privacy:looked")).content.decode()

    assert ("Olga" in page, "Hidden" in page) == (True, False)


def test_only_the_officer_sees_the_log_and_is_in_it(municipality, officer, client):
    client.force_login(person_with(Role.Name.ADMINISTRATOR, municipality))
    assert client.get(reverse("privacy:sights")).status_code == 403
    client.force_login(officer)
    client.get(reverse("privacy:sights"))

    assert [(row.by, row.what) for row in Sight.objects.all()] == [(officer, "privacy.sights")]


def test_the_log_is_filtered_and_fetched_as_a_table(municipality, officer, client):
    SightFactory(municipality=municipality, by=officer, what="people.roles")
    SightFactory(municipality=municipality, by=PersonFactory(given_name="=cmd"), what="other.page")
    client.force_login(officer)
    asked = {"what": "privacy.sights", "name": "olg", "format": "csv"}
    answer = client.get(reverse("privacy:sights"), asked)
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert [row[1] for row in rows] == ["page", "privacy.sights"]

    answer = client.get(reverse("privacy:sights"), {"format": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert "'=cmd" in [row[3] for row in rows]


def test_the_table_is_in_the_language_of_whoever_fetches_it(municipality, officer, client):
    SightFactory(municipality=municipality, by=officer, what="people.roles")
    officer.language = "nb"
    officer.save()
    client.force_login(officer)

    answer = client.get(reverse("privacy:sights"), {"what": "people.roles", "format": "csv"})

    with translation.override("en"):  # the page has been answered; the table is still sent
        table = b"".join(answer.streaming_content).decode()
    assert "Hvem som har hvilken rolle" in table


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_the_log_costs_the_same_however_long(
    rows, municipality, officer, client, django_assert_max_num_queries
):
    ada = PersonFactory()
    Sight.objects.bulk_create(
        Sight(municipality=municipality, by=officer, about=ada, what="people.roles")
        for _number in range(rows)
    )
    client.force_login(officer)
    client.get(reverse("privacy:sights"))
    with django_assert_max_num_queries(13):
        assert client.get(reverse("privacy:sights")).status_code == 200


def test_every_page_that_tells_of_a_sight_is_announced():
    told = {
        key
        for path in Path(samskap.__path__[0]).rglob("*.py")
        if "tests" not in path.parts
        for key in re.findall(r'\bseen\(\s*request,\s*"([a-z_.]+)"', path.read_text())
    }

    assert (told, len(told) >= 2) == (set(pages()), True)


def test_the_officer_sees_how_many_said_yes_and_took_it_back(municipality, officer, client):
    ConsentFactory(municipality=municipality, purpose=Consent.Purpose.NEWS)
    client.force_login(officer)
    page = client.get(reverse("privacy:settings")).content.decode()

    assert re.search(r"new initiatives</th>\s*<td>1</td>\s*<td>0</td>", page)
