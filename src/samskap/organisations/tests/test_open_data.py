"""What leaves the house of organisations, and what does not."""

import pytest

from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import (
    JoinRequestFactory,
    MembershipFactory,
    OrganisationFactory,
)
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

LIST = "/api/v1/organisations/"


def test_an_organisation_says_what_it_is_and_with_whom_it_counts(client, municipality):
    roof = OrganisationFactory(municipality=municipality, slug="roof")
    middle = OrganisationFactory(municipality=municipality, slug="middle", parent=roof)
    OrganisationFactory(
        municipality=municipality,
        slug="leaf",
        name="Leaf",
        parent=middle,
        number="999000002",
        also_kinds=["business"],
        about="**Trees**",
        language="en",
        website="https://leaf.example/",
    )

    said = client.get(f"{LIST}leaf").json()

    assert said.pop("registered_at")
    assert said == {
        "slug": "leaf",
        "name": "Leaf",
        "kind": "association",
        "also_kinds": ["business"],
        "side": "non_public",
        "number": "999000002",
        "parent": "middle",
        "root": "roof",
        "about": "**Trees**",
        "language": "en",
        "website": "https://leaf.example/",
    }


def test_no_person_is_in_it(client, municipality):
    ada = PersonFactory(given_name="Adalmina", email="adalmina@example.org")
    shore = OrganisationFactory(municipality=municipality, registered_by=ada)
    MembershipFactory(organisation=shore, person=ada, given_by=ada, is_administrator=True)
    JoinRequestFactory(organisation=shore, person__given_name="Adalmina", words="Adalmina asks")

    for url in (LIST, f"{LIST}{shore.slug}"):
        text = client.get(url).text
        assert shore.name in text
        for secret in ("adalmina", str(ada.public_id), str(ada.pseudonym_key)):
            assert secret not in text.lower()


def test_the_list_goes_on_page_by_page_and_keeps_to_its_kind(client, municipality):
    names = [
        OrganisationFactory(municipality=municipality, name=f"Choir {n:03}").name
        for n in range(101)
    ]
    OrganisationFactory(municipality=municipality, name="Shop", kind="business")

    first = client.get(LIST, {"kind": "association"}).json()
    second = client.get(LIST, {"kind": "association", "after": first["older"]}).json()

    assert [each["name"] for each in first["items"] + second["items"]] == names
    assert second["older"] == ""


def test_other_municipalities_stay_outside(client, municipality):
    far = OrganisationFactory(municipality=MunicipalityFactory(), slug="far")
    assert client.get(LIST).json() == {"items": [], "older": ""}
    assert client.get(f"{LIST}{far.slug}").status_code == 404
