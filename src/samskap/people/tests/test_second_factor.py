"""Two-factor sign-in: set up, shown, lost, and asked for by a municipality."""

import re
import time
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from samskap.base.models import Happening
from samskap.base.queue.worker import work_off
from samskap.people import actions, totp
from samskap.people.errors import NoFactorThere, WrongCode
from samskap.people.models import SecondFactor
from samskap.people.queries import strong_roles_of
from samskap.people.sealed import unseal
from samskap.people.tests.test_sign_in import newest_code
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import (
    SECRET_OF_APP,
    PersonFactory,
    RoleFactory,
    SecondFactorFactory,
    person_with,
)

pytestmark = pytest.mark.django_db

FACTOR, STEP = "/people/me/second-factor/", "/people/sign-in/second-step/"


def app_shows(secret=SECRET_OF_APP, later=0) -> str:
    return totp.code_at(secret, int(time.time() // totp.SECONDS) + later)


def type_mail_code(client, person):
    client.post("/people/sign-in/", {"email": person.email})
    return client.post("/people/sign-in/code/", {"code": newest_code()})


def who(client):
    return get_user(client)


@pytest.mark.parametrize(
    ("at", "code"),  # RFC 6238, appendix B, the last six digits
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_standard(at, code):
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 - “12345678901234567890”

    assert totp.code_at(secret, at // 30) == code
    assert totp.step_of(secret, code, after=0, at=at + 30) == at // 30, "a slow clock"
    assert totp.step_of(secret, code, after=0, at=at + 61) is None
    assert totp.step_of(secret, code, after=at // 30, at=at) is None, "used before"


def test_somebody_sets_it_up_and_shows_it_from_then_on(client, municipality):
    ada = PersonFactory()
    client.force_login(ada)
    other = Client()
    other.force_login(ada)
    client.post(f"{FACTOR}begin/")
    page = client.get(FACTOR).text
    secret = unseal(SecondFactor.objects.get().sealed_secret)
    assert "otpauth://totp/" in page
    assert " ".join(re.findall("....", secret)) in page
    assert secret not in SecondFactor.objects.get().sealed_secret

    page = client.post(FACTOR, {"code": app_shows(secret)}).text

    codes = re.findall(r"<code>(\w{5}-\w{5})</code>", page)
    assert len(set(codes)) == 10
    assert who(client) == ada
    assert who(other).is_anonymous, "what has shown less is over"
    client.post("/people/sign-out/")
    assert type_mail_code(client, ada).url == STEP
    assert who(client).is_anonymous, "a code from a letter is not enough"
    client.post(STEP, {"code": app_shows(secret, later=1)})
    assert who(client) == ada


def test_a_secret_that_somebody_saw_before_is_never_the_one_that_is_turned_on(client, municipality):
    client.force_login(ada := PersonFactory())
    client.post(f"{FACTOR}begin/")
    seen = unseal(SecondFactor.objects.get().sealed_secret)
    mine = Client()
    mine.force_login(ada)

    assert "It is off" in mine.get(FACTOR).text
    assert "It is off" in mine.post(FACTOR, {"code": app_shows(seen)}).text
    session = client.session
    session["people_factor_begun"] -= 901
    session.save()
    assert "It is off" in client.get(FACTOR).text
    mine.post(f"{FACTOR}begin/")

    newest = SecondFactor.objects.get()
    assert newest.confirmed_at is None
    assert unseal(newest.sealed_secret) != seen
    assert mine.post(FACTOR, {"code": app_shows(seen)}).status_code == 409


def test_a_wrong_first_code_turns_nothing_on(client, municipality):
    client.force_login(PersonFactory())
    client.post(f"{FACTOR}begin/")

    assert client.post(FACTOR, {"code": "000000"}).status_code == 409

    assert SecondFactor.objects.get().confirmed_at is None


def test_each_code_is_good_once(municipality):
    factor, shown = SecondFactorFactory(), app_shows()
    codes = actions.renew_recovery_codes(by=factor.person, code=shown)

    for code in (shown, "000000", "", codes[0].lower() + "X"):
        with pytest.raises(WrongCode):
            actions.show_second_factor(person=factor.person, code=code)
    actions.show_second_factor(person=factor.person, code=codes[0].lower())
    with pytest.raises(WrongCode):
        actions.show_second_factor(person=factor.person, code=codes[0])
    with pytest.raises(WrongCode):
        actions.show_second_factor(person=SecondFactorFactory().person, code=codes[1])
    assert len(SecondFactor.objects.get(person=factor.person).recovery) == 9


def test_a_code_from_paper_lets_one_in(client, municipality):
    ada = SecondFactorFactory().person
    code = actions.renew_recovery_codes(by=ada, code=app_shows())[0]
    type_mail_code(client, ada)

    page = client.post(STEP, {"code": "WRONG-CODE1"}).text
    assert "This is not the code, or it was used before." in page
    client.post(STEP, {"code": code})

    assert who(client) == ada


def test_guesses_are_few(client, municipality, rates_are_kept):
    ada = SecondFactorFactory().person
    type_mail_code(client, ada)

    answers = [client.post(STEP, {"code": "000000"}).status_code for _guess in range(6)]

    assert answers == [200] * 5 + [429]
    assert client.post(STEP, {"code": app_shows()}).status_code == 429


def test_nobody_comes_to_the_second_step_without_the_first(client, municipality):
    SecondFactorFactory()

    assert client.post(STEP, {"code": app_shows()}).url == "/people/sign-in/"


def test_the_second_step_is_taken_where_the_first_was(client, municipality):
    MunicipalityFactory(host="neighbour.localhost")
    ada = SecondFactorFactory().person
    type_mail_code(client, ada)

    there = client.post(STEP, {"code": app_shows()}, headers={"host": "neighbour.localhost"})

    assert there.url == "/people/sign-in/"
    assert who(client).is_anonymous
    client.post(STEP, {"code": app_shows()})
    assert who(client) == ada


@pytest.fixture
def strict(settings):
    settings.STRONG_ROLES = ("administrator",)


def test_a_role_that_needs_it_sleeps_until_it_is_shown(client, municipality, strict):
    ada = person_with("administrator", municipality)  # for thirty days
    client.force_login(ada)

    assert client.get("/people/roles/").url == FACTOR
    assert client.get("/municipalities/settings/").url == FACTOR
    assert "Your role needs it" in client.get(FACTOR).text
    assert client.get("/people/me/").status_code == 200, "nothing else changes"
    client.post(f"{FACTOR}begin/")
    secret = unseal(SecondFactor.objects.get().sealed_secret)
    client.post(FACTOR, {"code": app_shows(secret)})

    assert client.get("/people/roles/").status_code == 200


def test_there_are_two_weeks_to_set_it_up_and_one_is_told(client, municipality, strict):
    ada = PersonFactory(last_login=timezone.now())
    RoleFactory(
        person=ada, municipality=municipality, role="administrator", since=timezone.localdate()
    )

    assert type_mail_code(client, ada).url == f"{FACTOR}?next=%2F"
    assert client.get("/people/roles/").status_code == 200

    ada.roles.update(since=timezone.localdate() - timedelta(days=14))
    assert client.get("/people/roles/").status_code == 302


def test_other_roles_are_left_alone(client, municipality, strict):
    client.force_login(person_with("facilitator", municipality))

    assert client.get("/people/said-yes/news/").status_code == 200


def test_a_municipality_decides_which_roles_need_it(client, municipality, settings):
    settings.STRONG_ROLES = ("administrator", "data_protection_officer")
    boss = person_with("administrator", municipality)
    SecondFactorFactory(person=boss)
    type_mail_code(client, boss)
    client.post(STEP, {"code": app_shows()})

    client.post("/people/roles/two-factor/", {"roles": ["facilitator"]})

    helper = person_with("facilitator", municipality)
    [(role, day)] = strong_roles_of(helper, municipality)
    assert (role, day) == ("Facilitator", timezone.localdate() + timedelta(days=14))
    assert strong_roles_of(boss, municipality) == []


@pytest.mark.parametrize("role", ["resident", "facilitator"])
def test_only_administrators_decide_who_needs_it(client, municipality, role):
    client.force_login(person_with(role, municipality))

    assert client.get("/people/roles/two-factor/").status_code == 403


def test_another_administrator_helps_whoever_lost_everything(client, municipality):
    ada = SecondFactorFactory().person
    held = RoleFactory(person=ada, municipality=municipality)
    gone = Client()
    gone.force_login(ada)
    client.force_login(boss := person_with("administrator", municipality))
    assert f"Take two-factor sign-in of {ada.email} away" in client.get("/people/roles/").text

    client.post(f"/people/roles/{held.pk}/reset-factor/")
    work_off()

    assert not SecondFactor.objects.exists()
    assert who(gone).is_anonymous
    assert [letter.to for letter in mail.outbox] == [[ada.email]]
    noted = Happening.objects.get(what="people.second_factor_reset")
    assert (noted.by, noted.municipality_key) == (boss.pseudonym_key, municipality.pk)


def test_an_administrator_takes_no_factor_away_that_another_municipality_relies_on(
    client, municipality
):
    ada = SecondFactorFactory().person
    mine = RoleFactory(person=ada, municipality=municipality)
    theirs = RoleFactory(person=ada, municipality=MunicipalityFactory())
    client.force_login(person_with("administrator", municipality))

    assert client.post(f"/people/roles/{mine.pk}/reset-factor/").status_code == 403
    assert client.post(f"/people/roles/{theirs.pk}/reset-factor/").status_code == 404
    assert SecondFactor.objects.exists()

    call_command("reset_second_factor", ada.email, at=municipality.slug)
    assert not SecondFactor.objects.exists()


def test_nobody_takes_their_own_away_without_a_code(client, municipality):
    boss = person_with("administrator", municipality)
    SecondFactorFactory(person=boss)
    client.force_login(boss)

    assert client.post(f"/people/roles/{boss.roles.get().pk}/reset-factor/").status_code == 403
    assert client.post(f"{FACTOR}turn-off/", {"code": "000000"}).status_code == 409
    client.post(f"{FACTOR}turn-off/", {"code": app_shows()})
    with pytest.raises(NoFactorThere):
        actions.show_second_factor(person=boss, code=app_shows())
