"""Registering organisations, and changing what is said of them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samskap.base.models import Happening
from samskap.organisations.actions import change, register
from samskap.organisations.errors import (
    KindCrossesSides,
    KindsDoNotFit,
    MandateIsOver,
    MandateIsTooLong,
    NameIsTaken,
    NotYoursToLookAfter,
    NotYoursToRegister,
    NumberIsTaken,
    NumberIsWrong,
    ParentIsElsewhere,
    ParentMakesACircle,
)
from samskap.organisations.models import Organisation
from samskap.organisations.permissions import may_speak_for
from samskap.organisations.queries import root_of
from samskap.people.errors import SignInNeeded, StrongerSignInNeeded
from samskap.people.models import Level
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import AdministratorFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, person_with

Kind = Organisation.Kind
NUMBER, OTHER_NUMBER, DANISH_NUMBER = "999000002", "999000010", "99000007"
PUBLIC = sorted(Organisation.PUBLIC_KINDS)


def said(organisation, **changes):
    """What an organisation says of itself, with changes."""
    names = "name kind also_kinds number parent about language website".split()
    return {name: getattr(organisation, name) for name in names} | changes


def test_nobody_takes_a_name_with_a_sign_between_its_letters(municipality):
    OrganisationFactory(municipality=municipality, name="Åre vel")
    lookalike = "A\u030are\u200b ve\u202el"

    with pytest.raises(NameIsTaken):
        register(municipality=municipality, by=PersonFactory(), name=lookalike, kind="association")


def test_whoever_registers_looks_after_it_and_does_not_speak_for_it(municipality):
    ada = PersonFactory()

    shore = register(
        municipality=municipality, by=ada, name="  Strandens   venner ", kind="association"
    )

    assert (shore.name, shore.slug) == ("Strandens venner", "strandens-venner")
    (membership,) = shore.memberships.all()
    assert (membership.person, membership.is_administrator) == (ada, True)
    assert not may_speak_for(ada, shore)
    happened = Happening.objects.get(what="organisations.registered")
    assert (happened.by, happened.about) == (
        ada.pseudonym_key,
        f"organisations.Organisation:{shore.pk}",
    )


def test_a_mandate_of_ones_own_word_says_whose_word_it_is(municipality):
    ada, last_day = PersonFactory(), timezone.localdate() + timedelta(days=30)

    shore = register(
        municipality=municipality, by=ada, name="Shore", kind="association", speaks_until=last_day
    )

    membership = shore.memberships.get()
    assert (membership.given_by, membership.mandate_until) == (ada, last_day)
    assert may_speak_for(ada, shore, on=last_day)
    assert not may_speak_for(ada, shore, on=last_day + timedelta(days=1))


@pytest.mark.parametrize("kind", PUBLIC)
def test_only_administrators_register_what_is_public(municipality, kind):
    for role in ("resident", "employee", "leader", "politician", "facilitator"):
        by = person_with(role, municipality)
        with pytest.raises(NotYoursToRegister):
            register(municipality=municipality, by=by, name="Havnekontoret", kind=kind)
    assert not Organisation.objects.exists()

    administrator = person_with("administrator", municipality)
    made = register(municipality=municipality, by=administrator, name="Havnekontoret", kind=kind)

    assert made.is_public
    assert not made.memberships.exists()  # the municipality’s administrators look after it


def test_an_administrator_elsewhere_registers_nothing_public_here(municipality):
    stranger = person_with("administrator", MunicipalityFactory())
    with pytest.raises(NotYoursToRegister):
        register(municipality=municipality, by=stranger, name="Havnekontoret", kind="public_unit")


def test_a_name_cannot_be_taken_twice_in_one_municipality(municipality):
    OrganisationFactory(municipality=municipality, name="Strandens venner")
    OrganisationFactory(municipality=MunicipalityFactory(), name="Bakkens venner")
    ada = PersonFactory()

    with pytest.raises(NameIsTaken) as refusal:
        register(municipality=municipality, by=ada, name="strandens  Venner", kind="association")
    assert str(refusal.value) == (
        "“strandens Venner” is registered already. Ask to join it, or add what sets yours apart,"
        " such as the place."
    )
    assert register(municipality=municipality, by=ada, name="Bakkens venner", kind="association")


def test_names_and_addresses_that_are_taken_are_found_by_their_index(municipality):
    ada = PersonFactory()
    with CaptureQueriesContext(connection) as asked:
        register(municipality=municipality, by=ada, name="Strandens venner", kind="association")

    plans = []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # a small table is read whole else
        for each in asked:
            if 'FROM "organisations_organisation"' in each["sql"]:
                plan = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
                cursor.execute(f"{plan} {each['sql']}")
                plans.append(str(cursor.fetchall()).lower())
    by_name = "lower((name)" if connection.vendor == "postgresql" else "<expr>=?"
    by_slug = "slug)" if connection.vendor == "postgresql" else "slug=?"
    assert len(plans) == 2
    assert by_slug in plans[0]
    assert by_name in plans[1]


def test_two_names_of_one_address_get_two_addresses(municipality):
    ada = PersonFactory()
    names = ["Åse og Øya", "Ase og Oya", "Mine", "Settings"]
    made = [
        register(municipality=municipality, by=ada, name=name, kind="association").slug
        for name in names
    ]
    assert made == ["ase-og-oya", "ase-og-oya-2", "mine-2", "settings-2"]


@pytest.mark.parametrize(
    ("country", "written", "kept"),
    [
        ("NO", "NO 999 000 002 MVA", NUMBER),
        ("NO", " ", ""),
        ("DK", "DK-99 00 00 07", DANISH_NUMBER),
    ],
)
def test_a_number_is_read_as_people_write_it(db, country, written, kept):
    here = MunicipalityFactory(country=country)
    made = register(
        municipality=here, by=PersonFactory(), name="Shop", kind="business", number=written
    )
    assert made.number == kept


@pytest.mark.parametrize(
    ("country", "written"),
    [("NO", "999000003"), ("NO", DANISH_NUMBER), ("DK", NUMBER), ("DK", "99000008"), ("NO", "x")],
)
def test_a_number_must_be_one_of_the_country(db, country, written):
    here = MunicipalityFactory(country=country)
    with pytest.raises(NumberIsWrong):
        register(
            municipality=here, by=PersonFactory(), name="Shop", kind="business", number=written
        )


def test_a_number_is_registered_once_and_the_refusal_says_as_what(municipality):
    OrganisationFactory(municipality=municipality, name="Old shop", number=NUMBER)
    with pytest.raises(NumberIsTaken) as refusal:
        register(
            municipality=municipality,
            by=PersonFactory(),
            name="Shop",
            kind="business",
            number=NUMBER,
        )
    assert "as “Old shop”" in str(refusal.value)


def test_a_hybrid_is_several_kinds_and_stands_on_one_side(municipality):
    shop = register(
        municipality=municipality,
        by=PersonFactory(),
        name="Café by the shore",
        kind="association",
        also_kinds=["social_entrepreneur", "business"],
    )
    assert shop.also_kinds == ["business", "social_entrepreneur"]
    assert shop.kinds_display == "Association · Business · Social entrepreneur"
    assert not shop.is_public


@pytest.mark.parametrize(
    ("kind", "also"),
    [
        ("association", ["association"]),
        ("association", ["public_unit"]),
        ("association", ["council"]),
        ("association", ["circus"]),
        ("council", ["business"]),
        ("committee", ["association"]),
    ],
)
def test_some_kinds_do_not_go_together(municipality, kind, also):
    by = person_with("administrator", municipality)
    with pytest.raises(KindsDoNotFit):
        register(municipality=municipality, by=by, name="Mixed", kind=kind, also_kinds=also)


def test_nobody_registers_who_is_not_signed_in(municipality):
    nobody = PersonFactory(level=Level.ANONYMOUS)
    with pytest.raises((SignInNeeded, StrongerSignInNeeded)):
        register(municipality=municipality, by=nobody, name="Shop", kind="business")


@pytest.mark.parametrize(
    ("days", "refusal"), [(-1, MandateIsOver), (4 * 366 + 1, MandateIsTooLong)]
)
def test_a_first_mandate_ends_neither_in_the_past_nor_too_late(municipality, days, refusal):
    with pytest.raises(refusal):
        register(
            municipality=municipality,
            by=PersonFactory(),
            name="Shop",
            kind="business",
            speaks_until=timezone.localdate() + timedelta(days=days),
        )
    assert not Organisation.objects.exists()


# ── Parents ──────────────────────────────────────────────────────────────────


def test_a_parent_decides_with_whom_it_counts_as_one_party(municipality):
    roof = OrganisationFactory(municipality=municipality)
    middle = OrganisationFactory(municipality=municipality, parent=roof)
    leaf = register(
        municipality=municipality,
        by=PersonFactory(),
        name="Leaf",
        kind="association",
        parent=middle,
    )
    assert [root_of(each) for each in (roof, middle, leaf)] == [roof, roof, roof]


def test_no_parent_makes_a_circle(municipality):
    roof = AdministratorFactory(organisation__municipality=municipality).organisation
    middle = OrganisationFactory(municipality=municipality, parent=roof)
    leaf = OrganisationFactory(municipality=municipality, parent=middle)
    ada = roof.memberships.get().person

    for parent in (roof, middle, leaf):
        with pytest.raises(ParentMakesACircle):
            change(organisation=roof, by=ada, **said(roof, parent=parent))

    roof.refresh_from_db()
    assert roof.parent is None


def test_a_circle_in_the_database_has_one_root_from_wherever_one_asks(municipality):
    first, second, third = OrganisationFactory.create_batch(3, municipality=municipality)
    tail = OrganisationFactory(municipality=municipality, parent=third)
    for each, parent in ((first, second), (second, third), (third, first)):
        Organisation.objects.filter(pk=each.pk).update(parent=parent)

    roots = {root_of(Organisation.objects.get(pk=each.pk)) for each in (first, second, third, tail)}

    assert roots == {first}


def test_a_parent_lives_in_the_same_municipality(municipality):
    elsewhere = OrganisationFactory(municipality=MunicipalityFactory())
    with pytest.raises(ParentIsElsewhere):
        register(
            municipality=municipality,
            by=PersonFactory(),
            name="Leaf",
            kind="association",
            parent=elsewhere,
        )


# ── Changing ─────────────────────────────────────────────────────────────────


def test_its_own_administrator_changes_it_and_its_address_stays(municipality):
    membership = AdministratorFactory(organisation__municipality=municipality)
    shore = membership.organisation
    other = OrganisationFactory(municipality=municipality)

    changed = change(
        organisation=shore,
        by=membership.person,
        **said(shore, name="New name", number=OTHER_NUMBER, parent=other, also_kinds=["academia"]),
    )

    changed.refresh_from_db()
    assert (changed.name, changed.number, changed.parent) == ("New name", OTHER_NUMBER, other)
    assert changed.slug == shore.slug
    assert Happening.objects.get(what="organisations.changed").by == membership.person.pseudonym_key


def test_others_do_not_change_it_the_municipality_least_of_all(municipality):
    shore = AdministratorFactory(organisation__municipality=municipality).organisation
    for by in (PersonFactory(), person_with("administrator", municipality)):
        with pytest.raises(NotYoursToLookAfter):
            change(organisation=shore, by=by, **said(shore, name="Taken over"))
    shore.refresh_from_db()
    assert shore.name != "Taken over"


def test_no_organisation_changes_sides(municipality):
    membership = AdministratorFactory(organisation__municipality=municipality)
    unit = OrganisationFactory(municipality=municipality, kind=Kind.PUBLIC_UNIT)
    administrator = person_with("administrator", municipality)

    with pytest.raises(KindCrossesSides):
        change(
            organisation=membership.organisation,
            by=membership.person,
            **said(membership.organisation, kind="public_unit"),
        )
    with pytest.raises(KindCrossesSides):
        change(organisation=unit, by=administrator, **said(unit, kind="association"))


def test_a_public_unit_does_not_make_itself_the_council(municipality):
    unit = OrganisationFactory(municipality=municipality, kind=Kind.PUBLIC_UNIT)
    head = AdministratorFactory(organisation=unit).person
    with pytest.raises(NotYoursToRegister):
        change(organisation=unit, by=head, **said(unit, kind="council"))
