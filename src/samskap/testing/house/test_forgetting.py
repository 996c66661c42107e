"""Nothing in the house leads back to somebody who has deleted their account."""

from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from samskap.base.queue.engine import engine
from samskap.ideas.actions import support
from samskap.initiatives.actions.frames import confirm_frame
from samskap.initiatives.models import Voice
from samskap.ledger import actions as ledger
from samskap.people.actions import delete_account
from samskap.people.models import Person
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import FrameFactory, InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.partnership import (
    DecisionFactory,
    PartnerFactory,
    organisation_partner,
)
from samskap.testing.factories.people import (
    ConsentFactory,
    ProfileFactory,
    RoleFactory,
    people_by_role,
)
from samskap.testing.house.test_floors import our_models
from samskap.testing.routes import all_samples

pytestmark = pytest.mark.django_db

# Who held an office stays on record, as an account that is empty and says nobody’s name.
STAYS = {"people.Role.person"}

# Of the person: never to be read anywhere once the account is gone.
MARKS = {
    "email": "marked-address@example.org",
    "given_name": "Markedfirst",
    "family_name": "Markedlast",
    "pseudonym": "Markedpseudonym",
    "household": "MARKEDHOUSE",
}
FIELDS = {name: f"Marked{name}" for name in ("needs", "goals", "wishes", "resources")}


def pointing_at_people() -> list[tuple[type[models.Model], models.Field[Any, Any]]]:
    """Every field of the house that leads to a person, those between many and many included."""
    return [
        (model, field)
        for model in our_models()
        for field in model._meta.concrete_fields
        if field.related_model is Person
    ]


def point_all_at(person: Person) -> set[str]:
    """Let a row of every table lead to a person, by every field that can; name those fields."""
    reached = set()
    for model, field in pointing_at_people():
        label = f"{model._meta.label}.{field.name}"
        rows = model._base_manager
        if rows.filter(**{field.name: person}).exists():
            reached.add(label)
        for row in rows.exclude(**{field.name: person}).values_list("pk", flat=True):
            try:
                with transaction.atomic():
                    rows.filter(pk=row).update(**{field.name: person})
            except IntegrityError:
                continue
            reached.add(label)
            break
    return reached


@pytest.fixture
def leaving(municipality, people):
    """Someone who did everything here, and whom every table knows."""
    for mark, value in MARKS.items():
        setattr(people["facilitator"], mark, value)
    people["facilitator"].save()
    person = people["facilitator"]
    ProfileFactory(person=person, **FIELDS)
    ConsentFactory(municipality=municipality, person=person)
    RoleFactory(municipality=municipality, person=people["employee"], given_by=person)
    all_samples(municipality, people | dict.fromkeys(("resident", "facilitator"), person))
    initiative = InitiativeFactory(municipality=municipality)
    initiative.facilitators.add(person)
    PartnerFactory(initiative=initiative, person=person)
    confirm_frame(frame=FrameFactory(initiative=initiative), by=person)
    decision = DecisionFactory(initiative=initiative)
    partner = organisation_partner(initiative, by=person)
    voiced = {"municipality": municipality, "decision": decision, "partner": partner}
    Voice.objects.create(side=partner.side, stance="for", by=person, **voiced)
    given = idea(initiative=initiative, person=person)
    support(idea=given, hand=hand_of(person, municipality))
    ledger.settle(contribution=given.contribution, status="read", by=person)
    return person


@pytest.fixture
def people(municipality):
    """One person for each role."""
    return people_by_role(municipality)


def test_no_row_leads_to_whoever_deleted_their_account(leaving):
    reached = point_all_at(leaving)
    labels = {f"{model._meta.label}.{field.name}" for model, field in pointing_at_people()}
    assert labels - reached == set(), "there is nothing to leak: let a factory make a row"

    delete_account(by=leaving, is_sure=True)

    still = {
        f"{model._meta.label}.{field.name}"
        for model, field in pointing_at_people()
        if model._base_manager.filter(**{field.name: leaving.pk}).exists()
    }
    assert still == STAYS


def test_no_word_about_whoever_deleted_their_account_is_kept(leaving, client):
    client.force_login(leaving)
    point_all_at(leaving)
    marks = {*MARKS.values(), *FIELDS.values(), str(leaving.pseudonym_key)}
    assert len(found_in_tables(marks)) > len(MARKS)

    delete_account(by=leaving, is_sure=True)
    engine().work_off()  # a letter on its way names the address; sent, it is gone

    found = found_in_tables(marks - {str(leaving.pseudonym_key)})
    assert found == {}


def found_in_tables(marks: set[str]) -> dict[str, str]:
    """Look for words in every column of every table: where found → the word."""
    found = {}
    tables = apps.get_models(include_auto_created=True)
    wanted = {mark.casefold() for mark in marks} | {m.replace("-", "").casefold() for m in marks}
    with connection.cursor() as cursor:
        for model in tables:
            table = connection.ops.quote_name(model._meta.db_table)
            for column in model._meta.concrete_fields:
                name = connection.ops.quote_name(column.column)
                cursor.execute(f"SELECT DISTINCT {name} FROM {table}")  # noqa: S608
                for (value,) in cursor.fetchall():
                    said = str(value).casefold()
                    found |= {
                        f"{model._meta.label}.{column.name}": mark
                        for mark in wanted
                        if mark in said
                    }
    return found
