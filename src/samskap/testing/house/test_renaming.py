"""A name that was put away is shown no longer, however much was kept ready made with it."""

import pytest
from django.urls import reverse

from samskap.ledger.models import Account
from samskap.ledger.names import ways_from
from samskap.organisations.actions import change
from samskap.organisations.forms import OrganisationForm
from samskap.organisations.models import Organisation
from samskap.people.actions import choose_name, tell_about_me
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import PartnerFactory, organisation_partner
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def take_a_pseudonym(person, municipality):
    """Put one’s own name away."""
    choose_name(
        by=person,
        municipality=municipality,
        given_name=person.given_name,
        family_name=person.family_name,
        pseudonym="Seagull",
        shown_as=Person.ShownAs.PSEUDONYM,
        language="en",
    )


@pytest.fixture
def named(municipality):
    """An initiative whose page names a person twice: as who leads it, and as a partner."""
    person = PersonFactory(given_name="Adelheid", family_name="Storvik")
    initiative = InitiativeFactory(municipality=municipality, slug="quay")
    initiative.facilitators.add(person)
    PartnerFactory(initiative=initiative, person=person)
    return person


def test_the_page_of_an_initiative_shows_the_new_name_at_once(client, municipality, named):
    path = reverse("initiatives:initiative", args=["quay"])
    before = client.get(path)
    assert "Adelheid" in before.text

    take_a_pseudonym(named, municipality)

    after = client.get(path, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "Seagull" in after.text
    assert "Adelheid" not in after.text


def test_a_child_who_is_no_longer_shown_in_full_is_so_at_once(client, municipality, named):
    named.shown_as = Person.ShownAs.NAME
    named.save()
    path = reverse("initiatives:initiative", args=["quay"])
    assert "Storvik" in client.get(path).text

    tell_about_me(
        by=named,
        municipality=municipality,
        born_on=named.joined_at.date().replace(year=named.joined_at.year - 10, day=1),
        home=None,
        shows_home=False,
        has_protected_address=False,
    )

    assert "Storvik" not in client.get(path).text


def test_the_open_data_give_the_new_name_of_an_organisation_at_once(client, municipality):
    initiative = InitiativeFactory(municipality=municipality, slug="quay")
    partner = organisation_partner(initiative)
    organisation, by = partner.organisation, partner.contact
    organisation.memberships.filter(person=by).update(is_administrator=True)
    path = reverse("api:list_partners", args=["quay"])
    before = client.get(path)
    assert organisation.name in before.text

    said = OrganisationForm.initial_of(organisation) | {"name": "The Shore Society", "parent": None}
    change(organisation=organisation, by=by, **said)

    after = client.get(path, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "The Shore Society" in after.text


def test_whatever_names_somebody_in_an_initiative_leads_to_its_account():
    of_people = {f"{model.__name__}.{field}": way for model, field, way in ways_from(Person)}
    of_bodies = {f"{model.__name__}.{field}": way for model, field, way in ways_from(Organisation)}

    assert of_people["Initiative_facilitators.person"] == "initiative__account"
    assert of_people["Contribution.giver__person"] == "account"
    assert of_people["Voice.by"] == "decision__initiative__account"
    assert of_people["Fate.by"] == "contribution__account"
    assert of_bodies["Contribution.speaking_for"] == "account"
    assert of_bodies["Partner.organisation"] == "initiative__account"


def test_somebody_who_only_writes_another_language_makes_nothing_anew(municipality, named):
    before = Account.objects.get(initiative__slug="quay").version

    choose_name(
        by=named,
        municipality=municipality,
        given_name=named.given_name,
        family_name=named.family_name,
        pseudonym="",
        shown_as=named.shown_as,
        language="nn",
    )

    assert Account.objects.get(initiative__slug="quay").version == before
