"""How surely a municipality must know who does what: as modules ask, or more."""

import pytest

from samskap.ideas.models import Support
from samskap.ledger.hands import hand, paper_hand
from samskap.people.actions import set_least_levels
from samskap.people.errors import NoEIdHere, SignInNeeded, StrongerSignInNeeded
from samskap.people.models import Level
from samskap.people.permissions import acts, least_level, require_level_for
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import (
    IdentityFactory,
    PersonFactory,
    ProviderFactory,
    person_with,
)

pytestmark = pytest.mark.django_db

PAGE = "/people/roles/levels/"


@pytest.fixture
def idporten(municipality):
    return ProviderFactory(municipality=municipality)


@pytest.fixture
def chief(municipality):
    return person_with("administrator", municipality)


def myself(person, municipality):
    return hand(key="self:resident", by=person, municipality=municipality)


def test_each_act_has_a_name_and_needs_what_its_module_asks(municipality):
    assert acts()["ideas.support"].title == "Support an idea"
    for key, act in acts().items():
        assert least_level(key, municipality) == act.least


def test_an_administrator_asks_for_a_national_e_id(client, municipality, idporten, chief):
    client.force_login(chief)
    page = client.get(PAGE).text
    assert "Support an idea" in page
    said = {key: act.least for key, act in acts().items()} | {"ideas.support": "2"}

    assert client.post(PAGE, said).url == PAGE

    municipality.refresh_from_db()
    assert municipality.least_levels == {"ideas.support": Level.IDENTIFIED}
    here = idea(initiative=InitiativeFactory(municipality=municipality))
    bo, known = PersonFactory(), IdentityFactory(provider=idporten).person
    client.force_login(bo)
    answer = client.post(f"/ideas/{here.pk}/support/")
    assert answer.status_code == 403
    assert "Add yours under “My page”" in answer.text
    assert "on paper or by telephone" in answer.text
    client.force_login(known)
    client.post(f"/ideas/{here.pk}/support/")
    assert [given.person for given in Support.objects.all()] == [known]


def test_whoever_begins_to_write_is_told_first(client, municipality, idporten, chief):
    here = InitiativeFactory(municipality=municipality)
    forms = [f"/ideas/to/{here.slug}/give/", "/initiatives/raise/", "/organisations/register/"]
    told = "Here you need a national e-ID"
    client.force_login(PersonFactory())
    assert not any(told in client.get(form).text for form in forms)
    asked = ["ideas.give", "initiatives.raise", "organisations.register"]
    set_least_levels(municipality=municipality, levels=dict.fromkeys(asked, 2), by=chief)

    assert all(told in client.get(form).text for form in forms)
    client.force_login(IdentityFactory(provider=idporten).person)
    assert not any(told in client.get(form).text for form in forms)
    client.logout()
    assert told in client.get(forms[0]).text


def test_what_came_on_paper_needs_no_e_id(municipality, idporten, chief):
    set_least_levels(municipality=municipality, levels={"ideas.support": 2}, by=chief)

    with pytest.raises(StrongerSignInNeeded):
        myself(PersonFactory(), municipality).require_level("ideas.support")
    paper_hand(by=PersonFactory(), municipality=municipality).require_level("ideas.support")


def test_it_holds_in_one_municipality_and_never_below_the_least(municipality, idporten, chief):
    elsewhere = MunicipalityFactory()
    set_least_levels(
        municipality=municipality, levels={"ideas.support": 2, "ideas.give": 0}, by=chief
    )

    assert municipality.least_levels == {"ideas.support": 2}
    require_level_for("ideas.support", PersonFactory(), elsewhere)
    with pytest.raises(SignInNeeded):
        require_level_for("ideas.give", None, municipality)
    set_least_levels(municipality=municipality, levels={}, by=chief)
    require_level_for("ideas.support", PersonFactory(), municipality)


def test_nobody_is_asked_for_what_nobody_can_show(client, municipality, chief):
    ProviderFactory(municipality=municipality, level=Level.REACHABLE)

    with pytest.raises(NoEIdHere):
        set_least_levels(municipality=municipality, levels={"ideas.support": 2}, by=chief)

    client.force_login(chief)
    assert "Nobody can sign in by national e-ID here yet." in client.get(PAGE).text


def test_nothing_raised_costs_no_question(municipality, django_assert_num_queries):
    mine = myself(PersonFactory(), municipality)

    with django_assert_num_queries(0):
        mine.require_level("ideas.support")


@pytest.mark.parametrize("role", ["resident", "facilitator"])
def test_only_administrators_decide(client, municipality, role):
    client.force_login(person_with(role, municipality))

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE).status_code == 403
