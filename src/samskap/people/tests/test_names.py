"""What others see of a person, how old somebody is, and how sure we are of who it is."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import timezone

from samskap.people.decorators import own_path, sign_in_path
from samskap.people.errors import SignInNeeded, StrongerSignInNeeded
from samskap.people.models import Level, Person
from samskap.people.permissions import level_of, may_read_field, require_level
from samskap.testing.factories.people import IdentityFactory, PersonFactory, ProviderFactory


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"shown_as": "name"}, "Ada Strand"),
        ({"shown_as": "first_name"}, "Ada"),
        ({"shown_as": "pseudonym", "pseudonym": "The smith"}, "The smith"),
        ({"shown_as": "pseudonym", "pseudonym": ""}, "Ada"),
        ({"shown_as": "name", "given_name": ""}, "A resident"),
        ({"shown_as": "first_name", "given_name": ""}, "A resident"),
    ],
)
def test_others_see_the_name_that_was_chosen_and_never_more(facts, shown):
    ada = Person(**({"given_name": "Ada", "family_name": "Strand", "email": "a@b.no"} | facts))

    assert str(ada) == shown


@pytest.mark.parametrize(("days", "shown"), [(17 * 365, "Ada"), (19 * 366, "Ada Strand")])
def test_the_last_name_of_whoever_is_under_age_is_never_shown(days, shown):
    born_on = timezone.localdate() - timedelta(days=days)
    ada = Person(given_name="Ada", family_name="Strand", shown_as="name", born_on=born_on)

    assert ada.shown_name == shown


@pytest.mark.parametrize(
    ("born_on", "age"),
    [
        (date(2011, 11, 22), 15),
        (date(2011, 11, 23), 14),
        (date(2012, 2, 29), 14),
        (None, None),
    ],
)
def test_age_is_counted_in_whole_years(born_on, age):
    assert Person(born_on=born_on).age_on(date(2026, 11, 22)) == age


@pytest.mark.django_db
def test_each_act_needs_its_level(municipality):
    reached, closed = PersonFactory(), PersonFactory(is_active=False)
    idporten = ProviderFactory(municipality=municipality)
    identified = IdentityFactory(provider=idporten).person
    elsewhere = IdentityFactory().person

    everybody = [None, AnonymousUser(), closed, reached, elsewhere, identified]
    assert [level_of(who, municipality) for who in everybody] == [0, 0, 0, 1, 1, 2]
    require_level(reached, Level.REACHABLE)
    require_level(identified, Level.IDENTIFIED, municipality)
    require_level(None, Level.ANONYMOUS)
    for who, level, refusal in [
        (AnonymousUser(), Level.REACHABLE, SignInNeeded),
        (closed, Level.REACHABLE, SignInNeeded),
        (reached, Level.IDENTIFIED, StrongerSignInNeeded),
        (elsewhere, Level.IDENTIFIED, StrongerSignInNeeded),
    ]:
        with pytest.raises(refusal):
            require_level(who, level, municipality)
    with pytest.raises(StrongerSignInNeeded):
        require_level(identified, Level.IDENTIFIED)  # an e-ID holds somewhere, never everywhere


def test_a_field_is_read_by_those_it_is_shown_to():
    owner, other = Person(pk=1), Person(pk=2)

    def read(reader, seen_by, *, works_with=False):
        return may_read_field(reader, owner, seen_by, works_with=works_with)

    assert all(read(owner, seen_by) for seen_by in ("private", "partners", "everyone"))
    assert not read(other, "private", works_with=True)
    assert not read(other, "partners")
    assert read(other, "partners", works_with=True)
    assert read(AnonymousUser(), "everyone")
    assert not read(AnonymousUser(), "partners")


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/ideas/7/?page=2", "/ideas/7/?page=2"),
        ("http://testserver/ideas/", "/ideas/"),
        ("http://evil.example/ideas/", "/"),
        ("//evil.example/", "/"),
        ("https:evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\\evil.example", "/"),
        ("http://testserver//evil.example/", "/evil.example/"),
        ("http://testserver/\\evil.example/", "/evil.example/"),
        ("http://testserver/\t/evil.example/", "/evil.example/"),
        ("", "/"),
    ],
)
def test_the_way_back_never_leaves_the_house(address, path):
    assert own_path(RequestFactory().get("/"), address) == path


def test_after_signing_in_one_is_back_at_the_page_or_at_the_form():
    asks = RequestFactory()

    read = sign_in_path(asks.get("/ideas/7/?page=2"))
    sent = sign_in_path(
        asks.post("/ideas/give/", headers={"referer": "http://testserver/ideas/7/"})
    )

    assert read == "/people/sign-in/?next=%2Fideas%2F7%2F%3Fpage%3D2"
    assert sent == "/people/sign-in/?next=%2Fideas%2F7%2F"
