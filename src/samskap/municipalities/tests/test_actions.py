"""Municipalities are set up by the rules, and every change is remembered."""

from datetime import date

import pytest
from django.utils import translation

from samskap.base.models import Happening
from samskap.municipalities import actions, first_run
from samskap.municipalities.errors import (
    HostIsNotAName,
    HostIsTaken,
    InstanceIsInUse,
    LadderIsLooser,
    LanguageIsNotKnown,
    LastHostName,
    NotAnAdministrator,
    NumberIsWrong,
    TokenIsNotValid,
)
from samskap.municipalities.models import HostName, Municipality
from samskap.municipalities.permissions import may_administer
from samskap.municipalities.presets import DENMARK, NORWAY
from samskap.municipalities.queries import primary_host
from samskap.testing.factories.municipalities import HostNameFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db

FIRST = {
    "name": "Bodø kommune",
    "country": "NO",
    "host": "samskap.bodo.example",
    "administrator": "Ada@Bodo.example",
}


def test_the_first_run_opens_a_municipality_with_its_administrator(django_user_model):
    bodo = actions.begin(token=first_run.new_token(), **FIRST)

    ada = django_user_model.objects.get(email="ada@bodo.example")
    assert (bodo.short_name, bodo.slug, bodo.languages) == ("Bodø", "bodo", ["nb", "nn", "en"])
    assert primary_host(bodo) == "samskap.bodo.example"
    assert may_administer(ada, bodo)


def test_the_first_run_happens_once():
    actions.begin(token=first_run.new_token(), **FIRST)

    with pytest.raises(InstanceIsInUse):
        actions.begin(token=first_run.new_token(), **{**FIRST, "host": "other.example"})
    assert Municipality.objects.count() == 1


def test_a_wrong_key_opens_nothing():
    with pytest.raises(TokenIsNotValid):
        actions.begin(token=f"{first_run.new_token()}x", **FIRST)
    assert not Municipality.objects.exists()


def test_a_key_is_too_old_after_a_day(monkeypatch):
    token = first_run.new_token()
    monkeypatch.setattr(first_run, "LASTS", -1)

    assert not first_run.is_valid(token)


def test_two_municipalities_of_one_name_get_different_addresses():
    first = actions.open_municipality(name="Nes kommune", country="NO", host="a.example")
    second = actions.open_municipality(name="Nes", country="NO", host="b.example")

    assert [first.slug, second.slug] == ["nes", "nes-2"]


def test_the_country_gives_languages_and_ages():
    hedensted = actions.open_municipality(name="Hedensted Kommune", country="DK", host="h.example")

    assert (hedensted.short_name, hedensted.default_language) == ("Hedensted", "da")
    assert hedensted.preset.consent_age(date(2026, 1, 1)) == 15
    assert DENMARK.consent_age(date(2023, 12, 31)) == 13
    assert NORWAY.consent_age(date(2026, 1, 1)) == 13
    assert NORWAY.sensitive_age(date(2026, 1, 1)) == 18


def test_an_administrator_of_another_municipality_changes_nothing(municipality, administrator):
    other = MunicipalityFactory(name="Other kommune")

    with pytest.raises(NotAnAdministrator):
        actions.set_look(
            municipality=other, by=administrator, colour="#000000", accent_colour="#111111"
        )
    other.refresh_from_db()
    assert other.colour == "#0b4f5c"


def test_an_administrator_no_longer_is_one_after_the_last_day(municipality, administrator):
    administrator.roles.update(until=date(2020, 1, 1), since=date(2019, 1, 1))

    assert not may_administer(administrator, municipality)


def test_every_change_is_remembered(municipality, administrator):
    actions.set_profile(
        municipality=municipality, by=administrator, name="Fjordvik kommune", short_name="Fjordvik"
    )
    actions.set_languages(
        municipality=municipality, by=administrator, languages=["nn", "en"], default_language="nn"
    )

    happened = Happening.objects.filter(municipality_key=municipality.pk).order_by("pk")
    assert [(line.what, line.by) for line in happened] == [
        ("municipalities.profile_changed", administrator.pseudonym_key),
        ("municipalities.languages_changed", administrator.pseudonym_key),
    ]


def test_the_first_language_is_always_among_the_languages(municipality, administrator):
    changed = actions.set_languages(
        municipality=municipality, by=administrator, languages=["nb"], default_language="nn"
    )

    assert changed.languages == ["nn", "nb"]
    with pytest.raises(LanguageIsNotKnown):
        actions.set_languages(
            municipality=municipality, by=administrator, languages=["fr"], default_language="nn"
        )


def test_a_text_is_said_in_the_readers_language_or_another(municipality):
    texts = {"nn": "Velkomen", "da": "Velkommen hertil"}
    municipality.default_language = "nn"
    with translation.override("da"):
        assert municipality.said(texts) == "Velkommen hertil"
    with translation.override("en"):
        assert municipality.said(texts) == "Velkomen"
        assert municipality.language_of(texts) == "nn"
        assert municipality.said({}) == ""


def test_the_ladder_is_made_stricter_and_never_looser(municipality, administrator):
    changed = actions.set_promises(
        municipality=municipality,
        by=administrator,
        answer_days=14,
        ladder_strictness={"parties": 3, "joint_decisions": 0.6},
    )
    assert changed.ladder_strictness == {"parties": 3, "joint_decisions": 0.6}

    for looser in ({"parties": 1}, {"fidelity": 1.5}, {"unheard_of": 1}):
        with pytest.raises(LadderIsLooser):
            actions.set_promises(
                municipality=municipality,
                by=administrator,
                answer_days=14,
                ladder_strictness=looser,
            )


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://Samskap.Bodo.example:8000/om", "samskap.bodo.example"),
        ("bodø.example", "xn--bod-2na.example"),
        ("nord.localhost", "nord.localhost"),
    ],
)
def test_a_host_name_is_taken_out_of_what_was_written(written, host):
    assert actions.as_host(written) == host


@pytest.mark.parametrize("written", ["", "two words", "-a.example", "a..b", "x" * 64, "a_b"])
def test_what_is_no_host_name_is_refused(written):
    with pytest.raises(HostIsNotAName):
        actions.as_host(written)


def test_a_host_name_leads_to_one_municipality(municipality, administrator):
    MunicipalityFactory(host="taken.example")

    with pytest.raises(HostIsTaken):
        actions.add_host(municipality=municipality, host="taken.example", by=administrator)


def test_nobody_takes_the_address_at_which_another_is_found_by_its_slug(
    municipality, administrator
):
    MunicipalityFactory(slug="next-door", host="")

    with pytest.raises(HostIsTaken):
        actions.add_host(municipality=municipality, host="next-door.localhost", by=administrator)


def test_the_last_address_stays_and_another_becomes_the_primary(municipality, administrator):
    first = HostName.objects.get(municipality=municipality)
    with pytest.raises(LastHostName):
        actions.remove_host(host=first, by=administrator)

    second = HostNameFactory(municipality=municipality)
    actions.remove_host(host=first, by=administrator)
    second.refresh_from_db()
    assert second.is_primary


def test_another_address_is_made_the_primary(municipality, administrator):
    second = HostNameFactory(municipality=municipality, host="second.example")

    actions.make_primary(host=second, by=administrator)

    assert primary_host(municipality) == "second.example"
    assert HostName.objects.filter(municipality=municipality, is_primary=True).count() == 1


@pytest.mark.parametrize(
    ("chosen", "name"), [("", "NLOD 2.0"), ("CC-BY-4.0", "CC BY 4.0"), ("NLOD-2.0", "NLOD 2.0")]
)
def test_open_data_are_given_under_the_licence_that_was_chosen(
    municipality, administrator, chosen, name
):
    changed = actions.set_open_data(
        municipality=municipality,
        by=administrator,
        licence=chosen,
        organisation_number="972 418 013",
    )

    assert (changed.open_licence.name, changed.organisation_number) == (name, "972418013")


def test_a_number_with_a_wrong_digit_is_refused(municipality, administrator):
    with pytest.raises(NumberIsWrong):
        actions.set_open_data(
            municipality=municipality,
            by=administrator,
            licence="",
            organisation_number="972418014",
        )
