"""Changing accounts, roles, profiles and consents."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.base.models import Happening
from samskap.people import actions, queries
from samskap.people.errors import (
    AccountIsClosed,
    AddressIsTaken,
    ConsentHasEnded,
    ConsentIsGiven,
    LastAdministrator,
    NoSuchHousehold,
    NotConfirmedByYou,
    NotYoursToGive,
    RoleHasEnded,
    RoleIsHeld,
    TooYoungForThis,
    UnknownPurpose,
)
from samskap.people.models import Consent, Level, Person, Profile, Role
from samskap.people.permissions import has_role
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import (
    ConsentFactory,
    PersonFactory,
    ProfileFactory,
    RoleFactory,
    person_with,
)
from samskap.testing.factories.places import AreaFactory

pytestmark = pytest.mark.django_db

IN_A_YEAR = timezone.localdate() + timedelta(days=365)


def years_ago(years: int) -> date:
    today = timezone.localdate()
    return today.replace(year=today.year - years, day=min(today.day, 28))


def words(person, **changed):
    said = {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "pseudonym": "",
        "shown_as": "first_name",
        "language": "nn",
    }
    return said | changed


def about(**changed):
    said = {"born_on": None, "home": None, "shows_home": False, "has_protected_address": False}
    return said | changed


def fields(**changed):
    said = {name: f"my {name}" for name in Profile.FIELDS}
    return said | {f"{name}_seen_by": "private" for name in Profile.FIELDS} | changed


# accounts


def test_a_confirmed_address_makes_one_account_and_notes_where_it_takes_part(municipality):
    first = actions.confirm_address(email="Ada@Example.org", municipality=municipality)
    again = actions.confirm_address(email="ada@example.org", municipality=municipality)

    assert first == again
    assert first.email == "ada@example.org"
    assert first.level == Level.REACHABLE
    assert not first.has_usable_password()
    assert list(Role.objects.values_list("person", "municipality", "role")) == [
        (first.pk, municipality.pk, "resident")
    ]


def test_an_account_made_for_a_role_is_known_only_when_its_address_is_confirmed(municipality):
    invited = actions.account_for(email="bo@example.org")
    assert invited.level == Level.ANONYMOUS

    actions.confirm_address(email="bo@example.org", municipality=municipality)

    invited.refresh_from_db()
    assert invited.level == Level.REACHABLE


def test_a_closed_account_is_not_let_in(municipality):
    closed = PersonFactory(is_active=False)

    with pytest.raises(AccountIsClosed):
        actions.confirm_address(email=closed.email, municipality=municipality)


def test_an_account_moves_to_an_address_that_nobody_has(municipality):
    ada, bo = PersonFactory(), PersonFactory()

    with pytest.raises(AddressIsTaken):
        actions.change_address(by=ada, email=bo.email.upper(), municipality=municipality)
    actions.change_address(by=ada, email="New@example.org", municipality=municipality)

    ada.refresh_from_db()
    assert ada.email == "new@example.org"


# roles


def test_an_administrator_gives_a_role_that_begins_today(municipality):
    chief, bo = person_with("administrator", municipality), PersonFactory()

    given = actions.give_role(
        person=bo, role="facilitator", municipality=municipality, by=chief, until=IN_A_YEAR
    )

    assert has_role(bo, municipality, "facilitator")
    assert queries.roles_of(bo, municipality) == {"resident", "facilitator"}
    assert (given.given_by, given.until) == (chief, IN_A_YEAR)
    assert Happening.objects.get(what="people.role_given").by == chief.pseudonym_key


def test_nobody_else_gives_roles_and_no_administrator_of_another_municipality(municipality):
    bo = PersonFactory()
    for by in (
        person_with("facilitator", municipality),
        person_with("administrator", MunicipalityFactory()),
    ):
        with pytest.raises(NotYoursToGive):
            actions.give_role(person=bo, role="leader", municipality=municipality, by=by)

    assert queries.roles_of(bo, municipality) == {"resident"}


def test_a_role_is_held_once(municipality):
    bo = person_with("leader", municipality)

    with pytest.raises(RoleIsHeld) as refusal:
        actions.give_role(person=bo, role="leader", municipality=municipality, by=None)

    assert str(refusal.value) == f"{bo} already has this role. You do not need to do anything."
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleFactory(person=bo, role="leader", municipality=municipality)


def test_a_role_ends_at_once_and_only_once(municipality):
    chief, bo = person_with("administrator", municipality), person_with("leader", municipality)
    role = bo.roles.get()

    actions.end_role(role=role, by=chief)

    assert not has_role(bo, municipality, "leader")
    with pytest.raises(RoleHasEnded):
        actions.end_role(role=role, by=chief)


def test_the_last_administrator_stays(municipality):
    chief = person_with("administrator", municipality, given_name="Ada")
    person_with("administrator", MunicipalityFactory())
    role = chief.roles.get()

    with pytest.raises(LastAdministrator):
        actions.end_role(role=role, by=chief)
    with pytest.raises(LastAdministrator):
        actions.delete_account(by=chief, is_sure=True)

    person_with("administrator", municipality)
    actions.end_role(role=role, by=chief)
    assert not has_role(chief, municipality, "administrator")


def test_a_role_that_has_not_begun_or_is_over_does_not_hold(municipality):
    today = timezone.localdate()
    bo = PersonFactory()
    RoleFactory(
        person=bo, municipality=municipality, role="leader", since=today + timedelta(days=1)
    )
    RoleFactory(person=bo, municipality=municipality, role="employee", until=today)

    assert queries.roles_of(bo, municipality) == {"resident"}


def test_roles_are_asked_for_once_in_a_request(municipality, django_assert_num_queries):
    bo = person_with("leader", municipality)
    bo.roles_kept = {}  # as the middleware does

    with django_assert_num_queries(1):
        for _time in range(3):
            assert has_role(bo, municipality, "leader")


# what a person tells


def test_four_fields_are_private_until_the_person_says_otherwise(municipality):
    ada = PersonFactory()

    actions.write_profile(by=ada, municipality=municipality, **fields(wishes_seen_by="everyone"))

    assert [(told.text, told.seen_by) for told in queries.profile_of(ada)] == [
        ("my needs", "private"),
        ("my goals", "private"),
        ("my wishes", "everyone"),
        ("my resources", "private"),
    ]
    assert {told.seen_by for told in queries.profile_of(PersonFactory())} == {"private"}


def test_a_protected_address_is_never_shown(municipality):
    ada, home = PersonFactory(), AreaFactory(municipality=municipality)
    actions.tell_about_me(by=ada, municipality=municipality, **about(home=home, shows_home=True))
    assert ada.home_shown == home

    actions.tell_about_me(
        by=ada,
        municipality=municipality,
        **about(home=home, shows_home=True, has_protected_address=True),
    )

    ada.refresh_from_db()
    assert ada.home_shown is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=ada.pk).update(shows_home=True)


@pytest.mark.parametrize(("country", "age"), [("NO", 13), ("DK", 15)])
def test_below_the_consent_age_of_the_country_nothing_is_shown_or_consented(country, age):
    municipality = MunicipalityFactory(country=country)
    child = PersonFactory(born_on=years_ago(age) + timedelta(days=40))

    with pytest.raises(TooYoungForThis) as refusal:
        actions.choose_name(by=child, municipality=municipality, **words(child, shown_as="name"))
    assert f"You must be {age} years old" in str(refusal.value)
    with pytest.raises(TooYoungForThis):
        actions.write_profile(
            by=child, municipality=municipality, **fields(goals_seen_by="partners")
        )
    with pytest.raises(TooYoungForThis):
        actions.give_consent(by=child, municipality=municipality, purpose="help", ends_on=IN_A_YEAR)

    grown = PersonFactory(born_on=years_ago(age) - timedelta(days=40))
    actions.choose_name(by=grown, municipality=municipality, **words(grown, shown_as="name"))
    actions.give_consent(by=grown, municipality=municipality, purpose="help", ends_on=IN_A_YEAR)
    assert grown.shown_name == grown.given_name  # the last name waits until one is of age


def test_who_turns_out_to_be_a_child_shows_nothing_from_then_on(municipality):
    child = PersonFactory(given_name="Ida", shown_as="name")
    ProfileFactory(person=child, wishes_seen_by="everyone")

    actions.tell_about_me(
        by=child, municipality=municipality, **about(born_on=years_ago(10), shows_home=True)
    )

    assert child.shown_name == "Ida"
    assert {told.seen_by for told in queries.profile_of(child)} == {"private"}


def test_a_household_is_joined_by_its_code(municipality):
    ada, bo, cille = PersonFactory.create_batch(3)
    code = actions.start_household(by=ada)

    actions.join_household(by=bo, code=f" {code[:5].lower()}-{code[5:]} ")
    with pytest.raises(NoSuchHousehold):
        actions.join_household(by=cille, code="BBBBBBBBBB")
    with pytest.raises(NoSuchHousehold):
        actions.join_household(by=cille, code=" ")

    assert queries.persons_in_household(ada) == 2
    assert queries.persons_in_household(cille) == 0
    actions.leave_household(by=bo)
    assert queries.persons_in_household(ada) == 1


# consents


def test_a_consent_holds_until_its_day_or_until_it_is_taken_back(municipality):
    ada = PersonFactory()
    consent = actions.give_consent(
        by=ada, municipality=municipality, purpose="help", ends_on=IN_A_YEAR
    )
    assert queries.has_consent(ada, municipality, "help")
    assert not queries.has_consent(ada, MunicipalityFactory(), "help")
    with pytest.raises(ConsentIsGiven):
        actions.give_consent(by=ada, municipality=municipality, purpose="help", ends_on=IN_A_YEAR)

    actions.withdraw_consent(consent=consent, by=ada)

    assert not queries.has_consent(ada, municipality, "help")
    with pytest.raises(ConsentHasEnded):
        actions.withdraw_consent(consent=consent, by=ada)


def test_a_consent_that_ended_by_itself_can_be_given_anew(municipality):
    yesterday = timezone.localdate() - timedelta(days=1)
    old = ConsentFactory(municipality=municipality, ends_on=yesterday)
    assert not queries.has_consent(old.person, municipality, old.purpose)

    actions.give_consent(
        by=old.person, municipality=municipality, purpose=old.purpose, ends_on=IN_A_YEAR
    )

    assert queries.has_consent(old.person, municipality, old.purpose)


def test_nobody_takes_back_what_another_said(municipality):
    consent = ConsentFactory(municipality=municipality)

    with pytest.raises(ConsentHasEnded):
        actions.withdraw_consent(consent=consent, by=PersonFactory())

    consent.refresh_from_db()
    assert consent.withdrawn_at is None


def test_only_purposes_that_are_explained_are_consented_to(municipality):
    with pytest.raises(UnknownPurpose):
        actions.give_consent(
            by=PersonFactory(), municipality=municipality, purpose="anything", ends_on=IN_A_YEAR
        )


# leaving


def test_a_deleted_account_holds_nothing_about_anybody(municipality):
    ada = PersonFactory(
        given_name="Ada",
        pseudonym="The smith",
        born_on=years_ago(40),
        home=AreaFactory(municipality=municipality),
        language="nn",
        household="BCDFGHJKLM",
        last_login=timezone.now(),
        level=Level.IDENTIFIED,
    )
    before = Person.objects.get(pk=ada.pk)
    ProfileFactory(person=ada)
    ConsentFactory(person=ada, municipality=municipality)
    RoleFactory(person=ada, municipality=municipality, role="leader")
    RoleFactory(person=ada, municipality=municipality, role="resident")

    actions.delete_account(by=ada, is_sure=True)

    after = Person.objects.get(pk=ada.pk)
    for field in Person.personal_fields - {"has_protected_address", "shown_as", "shows_home"}:
        assert getattr(after, field) != getattr(before, field) or not getattr(after, field), field
    assert after.shown_name == "A resident"
    assert not after.is_active
    assert not Profile.objects.exists()
    assert not Consent.objects.exists()
    assert queries.roles_of(after, municipality) == frozenset()
    assert list(Role.objects.values_list("role", "until")) == [("leader", timezone.localdate())]
    assert Happening.objects.get(what="people.account_deleted").by is None


def test_who_was_deleted_may_come_back_as_somebody_new(municipality):
    ada = PersonFactory(email="ada@example.org")
    actions.delete_account(by=ada, is_sure=True)

    new = actions.confirm_address(email="ada@example.org", municipality=municipality)

    assert new.pk != ada.pk


def test_an_account_is_not_deleted_by_accident():
    ada = PersonFactory()

    with pytest.raises(NotConfirmedByYou):
        actions.delete_account(by=ada, is_sure=False)

    ada.refresh_from_db()
    assert ada.is_active
