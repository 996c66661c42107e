"""The pages of people: what each shows, to whom, and at what cost."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.people.models import Consent, Profile, Role
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import (
    ConsentFactory,
    PersonFactory,
    ProfileFactory,
    RoleFactory,
    person_with,
)
from samskap.testing.factories.places import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(client, municipality):
    person = PersonFactory(given_name="Ada", email="ada@example.org")
    client.force_login(person)
    return person


@pytest.fixture
def chief(client, municipality):
    person = person_with("administrator", municipality, given_name="Chief")
    client.force_login(person)
    return person


def text(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def page_of(client, person) -> str:
    return text(client.get(f"/people/{person.public_id}/"))


def cost(client, address, django_assert_max_num_queries) -> int:
    with django_assert_max_num_queries(100) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


# what others see


def test_others_see_only_what_a_person_lets_them(client, municipality):
    shown = PersonFactory(
        given_name="Ada",
        family_name="Fjellheim",
        email="hidden@example.org",
        born_on=timezone.localdate() - timedelta(days=20_000),
        household="BCDFGHJKLM",
        home=AreaFactory(municipality=municipality, name="Nordvika"),
    )
    ProfileFactory(person=shown, wishes_seen_by="everyone", needs_seen_by="partners")

    page = page_of(client, shown)

    assert "A bench by the water." in page
    for secret in (
        "Fjellheim",
        "hidden@example.org",
        "BCDFGHJKLM",
        "Nordvika",
        "Somewhere to meet",
        "I can weld",
    ):
        assert secret not in page, secret
    assert not re.search(rf"\b{shown.born_on.year}\b", page)  # a key may hold the same digits


def test_those_i_work_with_read_what_i_show_to_them(client, municipality):
    together = InitiativeFactory(municipality=municipality)
    ada, bo = (PartnerFactory(initiative=together).person for _partner in range(2))
    stranger = PartnerFactory(initiative=InitiativeFactory(municipality=municipality)).person
    ProfileFactory(person=ada, resources_seen_by="partners")

    seen_by = {}
    for reader in (bo, stranger):
        client.force_login(reader)
        seen_by[reader] = "I can weld" in page_of(client, ada)

    assert seen_by == {bo: True, stranger: False}


def test_where_one_lives_is_shown_only_on_wish_and_never_when_protected(client, municipality):
    ada = PersonFactory(
        home=AreaFactory(municipality=municipality, name="Nordvika"), shows_home=True
    )
    assert "Nordvika" in page_of(client, ada)

    ada.shows_home, ada.has_protected_address = False, True
    ada.save()

    assert "Nordvika" not in page_of(client, ada)


def test_a_home_in_another_municipality_is_not_shown(client, municipality):
    elsewhere = AreaFactory(municipality=MunicipalityFactory(), name="Sørvika")
    ada = PersonFactory(home=elsewhere, shows_home=True)

    assert "Sørvika" not in page_of(client, ada)


def test_i_see_my_page_as_others_do(client, ada):
    ProfileFactory(person=ada, goals_seen_by="everyone")

    page = page_of(client, ada)

    assert "This is what everybody can see of you." in page
    assert "A street where neighbours" in page
    assert "Somewhere to meet" not in page


def test_public_roles_are_shown_and_only_those_of_this_municipality(client, municipality):
    bo = person_with("facilitator", municipality)
    RoleFactory(person=bo, municipality=MunicipalityFactory(), role="politician")

    page = page_of(client, bo)

    assert "Facilitator" in page
    assert "Elected representative" not in page


def test_whoever_takes_part_only_elsewhere_or_is_gone_has_no_page_here(client, municipality):
    elsewhere = person_with("leader", MunicipalityFactory())
    gone = PersonFactory(is_active=False)

    for person in (elsewhere, gone):
        assert client.get(f"/people/{person.public_id}/").status_code == 404
    RoleFactory(person=elsewhere, municipality=municipality, role=Role.Name.RESIDENT)
    assert client.get(f"/people/{elsewhere.public_id}/").status_code == 200


def test_what_people_write_is_never_read_as_html(client, municipality):
    ada = PersonFactory(given_name="<script>x</script>")
    ProfileFactory(person=ada, needs="<img src=x>", needs_seen_by="everyone")

    page = page_of(client, ada)

    assert "<script>x" not in page
    assert "&lt;img src=x&gt;" in page


# my page


def test_my_page_shows_what_the_house_knows(client, ada, municipality):
    ProfileFactory(person=ada)
    ConsentFactory(person=ada, municipality=municipality)
    ConsentFactory(person=ada, purpose=Consent.Purpose.STORIES)  # in another municipality

    page = text(client.get("/people/me/"))

    for known in ("ada@example.org", "Somewhere to meet", "Ask me for help", "Only me"):
        assert known in page
    assert "Retell my story" not in page


def test_a_child_reads_what_is_closed_and_that_challenges_are_open(client, ada):
    ada.born_on = timezone.localdate() - timedelta(days=12 * 365)
    ada.save()

    page = text(client.get("/people/me/"))

    assert "You are below the age at which you decide this alone" in page
    assert "You can raise challenges" in page
    assert "Until you are 13 years old" in page


def test_fifteen_is_old_enough_in_norway(client, ada):
    ada.born_on = timezone.localdate() - timedelta(days=15 * 366)
    ada.save()

    assert "You are below the age" not in text(client.get("/people/me/"))


def test_a_name_is_shown_before_it_is_saved(client, ada):
    said = {
        "given_name": "Ada",
        "family_name": "Strand",
        "pseudonym": "The smith",
        "shown_as": "pseudonym",
        "language": "en",
    }

    page = text(client.post("/people/me/name/", said | {"preview": "yes"}))
    ada.refresh_from_db()
    assert "This is not saved yet." in page
    assert ada.shown_name == "Ada"

    assert client.post("/people/me/name/", said).url == "/people/me/"
    ada.refresh_from_db()
    assert ada.shown_name == "The smith"


def test_the_name_that_is_to_be_shown_must_be_there(client, ada):
    said = {"given_name": "Ada", "family_name": "", "pseudonym": "", "language": "en"}

    page = text(client.post("/people/me/name/", said | {"shown_as": "pseudonym"}))
    assert "Write the name that others shall see." in page
    page = text(client.post("/people/me/name/", said | {"shown_as": "name"}))
    assert "Write both names, or choose another way to be shown." in page


def test_each_field_of_the_profile_has_its_own_readers(client, ada):
    said = {name: f"My {name}." for name in Profile.FIELDS}
    said |= {f"{name}_seen_by": "private" for name in Profile.FIELDS}

    client.post("/people/me/profile/", said | {"resources_seen_by": "everyone"})

    profile = Profile.objects.get(person=ada)
    assert profile.resources_seen_by == "everyone"
    assert profile.needs_seen_by == "private"
    client.logout()
    page = page_of(client, ada)
    assert "My resources." in page
    assert "My needs." not in page


def test_about_me_takes_areas_of_this_municipality_only(client, ada, municipality):
    here = AreaFactory(municipality=municipality)
    elsewhere = AreaFactory(municipality=MunicipalityFactory())

    text(client.post("/people/me/about/", {"home": elsewhere.pk}))
    ada.refresh_from_db()
    assert ada.home is None
    client.post("/people/me/about/", {"home": here.pk, "born_on": "1980-02-03"})
    ada.refresh_from_db()
    assert (ada.home, str(ada.born_on)) == (here, "1980-02-03")


@pytest.mark.parametrize("born_on", ["2999-01-01", "1700-01-01"])
def test_a_date_of_birth_can_be_somebody_s(client, ada, born_on):
    text(client.post("/people/me/about/", {"born_on": born_on}))

    ada.refresh_from_db()
    assert ada.born_on is None


def test_a_protected_address_and_showing_it_are_not_chosen_together(client, ada):
    page = text(
        client.post("/people/me/about/", {"has_protected_address": "on", "shows_home": "on"})
    )

    assert "A protected address is never shown. Choose only one of the two." in page


def test_a_household_starts_is_joined_and_left(client, ada):
    bo = PersonFactory()
    client.post("/people/me/household/start/")
    ada.refresh_from_db()
    assert ada.household in text(client.get("/people/me/household/"))

    client.force_login(bo)
    client.post("/people/me/household/", {"code": ada.household})
    bo.refresh_from_db()
    assert bo.household == ada.household
    assert "2 persons have said that they live here." in text(client.get("/people/me/household/"))

    client.post("/people/me/household/leave/")
    bo.refresh_from_db()
    assert bo.household == ""


def test_a_wrong_household_code_is_refused_in_a_sentence(client, ada):
    answer = client.post("/people/me/household/", {"code": "NOBODY"})

    assert answer.status_code == 409
    assert "No household has the code “NOBODY”." in answer.content.decode()


def test_a_consent_is_given_for_a_time_and_taken_back(client, ada, municipality):
    client.post("/people/me/consents/give/", {"purpose": "help", "days": "91"})
    consent = Consent.objects.get(person=ada)
    assert consent.municipality == municipality
    assert consent.ends_on == timezone.localdate() + timedelta(days=91)

    client.post(f"/people/me/consents/{consent.pk}/withdraw/")

    consent.refresh_from_db()
    assert consent.withdrawn_at is not None


@pytest.mark.parametrize("said", [{"purpose": "x", "days": "91"}, {"purpose": "help", "days": "9"}])
def test_a_consent_is_one_of_those_that_are_asked_for(client, ada, said):
    client.post("/people/me/consents/give/", said)

    assert not Consent.objects.exists()


def test_another_s_consent_is_not_mine_to_take_back(client, ada, municipality):
    of_bo = ConsentFactory(municipality=municipality)
    elsewhere = ConsentFactory(person=ada)

    for consent in (of_bo, elsewhere):
        assert client.post(f"/people/me/consents/{consent.pk}/withdraw/").status_code == 404
        consent.refresh_from_db()
        assert consent.withdrawn_at is None


# administrators


def test_an_administrator_gives_a_role_to_somebody_who_was_never_here(client, chief, municipality):
    client.post("/people/roles/", {"email": "New@Example.org", "role": "facilitator"})

    role = Role.objects.get(role="facilitator")
    assert (role.person.email, role.person.level) == ("new@example.org", 0)
    assert "new@example.org" in text(client.get("/people/roles/"))


def test_roles_are_found_by_the_beginning_of_an_address(client, chief, municipality):
    person_with("leader", municipality, email="bo@example.org")
    person_with("leader", municipality, email="cille@example.org")

    page = text(client.get("/people/roles/", {"email": "BO@"}))

    assert "bo@example.org" in page
    assert "cille@example.org" not in page


def test_an_administrator_ends_a_role_but_not_the_last_administrator(client, chief, municipality):
    leader = RoleFactory(municipality=municipality, role="leader")

    client.post(f"/people/roles/{leader.pk}/end/")
    answer = client.post(f"/people/roles/{chief.roles.get().pk}/end/")

    leader.refresh_from_db()
    assert leader.until == timezone.localdate()
    assert answer.status_code == 409
    assert "This is the last administrator of" in answer.content.decode()


def test_roles_of_another_municipality_are_not_there(client, chief):
    elsewhere = RoleFactory(municipality=MunicipalityFactory(), person__email="far@example.org")

    assert "far@example.org" not in text(client.get("/people/roles/"))
    assert client.post(f"/people/roles/{elsewhere.pk}/end/").status_code == 404
    elsewhere.refresh_from_db()
    assert elsewhere.until is None


@pytest.mark.parametrize(
    "role", [role for role in Role.Name.values if role != Role.Name.ADMINISTRATOR]
)
def test_nobody_but_administrators_sees_or_changes_roles(client, municipality, role):
    client.force_login(person_with(role, municipality))
    held = RoleFactory(municipality=municipality, role="leader", person__email="far@example.org")

    answer = client.get("/people/roles/")
    assert answer.status_code == 403
    assert "far@example.org" not in answer.content.decode()
    assert client.post(f"/people/roles/{held.pk}/end/").status_code == 403
    given = client.post("/people/roles/", {"email": "x@example.org", "role": "administrator"})
    assert given.status_code == 403
    assert not Role.objects.filter(role="administrator").exists()


def test_an_administrator_of_elsewhere_is_nobody_here(client, municipality):
    client.force_login(person_with("administrator", MunicipalityFactory()))

    assert client.get("/people/roles/").status_code == 403


def test_those_who_said_yes_are_seen_by_facilitators_and_only_while_it_holds(client, municipality):
    client.force_login(person_with("facilitator", municipality))
    yesterday = timezone.localdate() - timedelta(days=1)
    ConsentFactory(municipality=municipality, person__email="yes@example.org")
    ConsentFactory(municipality=municipality, person__email="over@example.org", ends_on=yesterday)
    ConsentFactory(
        municipality=municipality, person__email="back@example.org", withdrawn_at=timezone.now()
    )
    ConsentFactory(person__email="far@example.org")
    ConsentFactory(municipality=municipality, person__email="news@example.org", purpose="news")

    page = text(client.get("/people/said-yes/help/"))

    assert "yes@example.org" in page
    for other in ("over@", "back@", "far@", "news@"):
        assert other not in page
    assert client.get("/people/said-yes/anything/").status_code == 404
    client.force_login(person_with("leader", municipality))
    assert client.get("/people/said-yes/help/").status_code == 403


# cost


def test_the_lists_cost_the_same_for_one_three_and_a_thousand(
    client, chief, municipality, django_assert_max_num_queries
):
    costs: dict[str, list[int]] = {"/people/roles/": [], "/people/said-yes/help/": []}
    for rows in (1, 2, 997):
        RoleFactory.create_batch(rows, municipality=municipality, role="leader", given_by=chief)
        ConsentFactory.create_batch(rows, municipality=municipality)
        for address, spent in costs.items():
            spent.append(cost(client, address, django_assert_max_num_queries))

    for address, spent in costs.items():
        assert len(set(spent)) == 1, (address, spent)
        assert spent[0] <= 7, (address, spent)


def test_my_page_costs_the_same_however_much_was_told(
    client, ada, municipality, django_assert_max_num_queries
):
    empty = cost(client, "/people/me/", django_assert_max_num_queries)
    ProfileFactory(person=ada)
    for purpose in Consent.Purpose:
        ConsentFactory(person=ada, municipality=municipality, purpose=purpose)
    for role in ("leader", "employee", "facilitator"):
        RoleFactory(person=ada, municipality=municipality, role=role)

    assert cost(client, "/people/me/", django_assert_max_num_queries) == empty


def test_my_page_leads_to_what_the_modules_have_for_me(client, municipality):
    administrator = person_with("administrator", municipality)
    ways = {}
    for person in (PersonFactory(), administrator):
        client.force_login(person)
        page = client.get(reverse("people:me")).text
        ways[person] = [reverse(r) in page for r in ("desk:desk", "municipalities:settings")]

    assert list(ways.values()) == [[True, False], [True, True]]


def test_no_name_hides_a_sign_or_turns_the_words_behind_it(client, municipality):
    ada = PersonFactory()
    client.force_login(ada)
    said = {"given_name": "Ad\u200ba\u202e", "shown_as": "pseudonym", "pseudonym": "Sea\u2066gull"}

    client.post("/people/me/name/", {**said, "language": "en"})

    ada.refresh_from_db()
    assert (ada.given_name, ada.pseudonym) == ("Ada", "Seagull")


def test_a_name_of_signs_that_nobody_sees_is_no_name(client, municipality):
    ada = PersonFactory(given_name="Ada")
    client.force_login(ada)
    said = {"given_name": "Ada", "shown_as": "pseudonym", "pseudonym": "\u200b\u202e"}

    answer = client.post("/people/me/name/", {**said, "language": "en"})

    assert "Write the name that others shall see." in answer.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("name/", {"given_name": "Ada", "shown_as": "first_name", "language": "en"}),
        ("profile/", {f"{name}_seen_by": "private" for name in Profile.FIELDS}),
        ("about/", {"born_on": ""}),
        ("household/start/", {}),
        ("household/leave/", {}),
        ("consents/give/", {"purpose": "help", "days": "91"}),
    ],
)
def test_nobody_changes_what_is_said_of_them_again_and_again(
    client, municipality, settings, rates_are_kept, path, said
):
    settings.RATES = settings.RATES | {"post": (1, 600)}
    client.force_login(PersonFactory())
    assert client.post(f"/people/me/{path}", said).status_code == 302

    assert client.post(f"/people/me/{path}", said).status_code == 429
