from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.insight.voices import voices_in
from samskap.kernels.answers import Figure
from samskap.kernels.new_voices import Band
from samskap.ledger import actions as ledger
from samskap.meetings.actions.notes import turn_into_contribution
from samskap.meetings.models import Attendance, Event, Table
from samskap.meetings.queries.voices import voices_at
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meeting_tables import note, workshop
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(municipality):
    """A workshop to which eleven came, five of whom had given something before."""
    made = workshop(initiative=InitiativeFactory(municipality=municipality), tables=2)
    elsewhere = InitiativeFactory(municipality=municipality)
    for number in range(11):
        person = PersonFactory()
        Attendance.objects.create(municipality=municipality, event=made, person=person, came=True)
        if number < 5:
            before = timezone.now() - timedelta(days=300)
            idea(initiative=elsewhere, person=person, at=before)
    absent = PersonFactory()
    Attendance.objects.create(municipality=municipality, event=made, person=absent, came=False)
    return made


def adopt(given, by):
    ledger.adopt(
        contribution=given, phase=given.phase, decision_key="initiatives.Decision:1", by=by
    )


def test_new_voices_of_an_event_and_what_of_theirs_was_adopted(client, held, municipality):
    facilitator = RoleFactory(municipality=municipality, role="facilitator").person
    first, second = held.tables.all()
    Table.objects.filter(pk=first.pk).update(seated=6, seated_new=4)
    for table in (first, second):
        adopt(turn_into_contribution(note=note(table=table), by=facilitator), facilitator)

    found = voices_at(held)

    assert (found.new, found.first_time) == (Figure(6 / 11, 11), 6)
    assert found.influence == Figure(0.5, 2)
    assert (found.band, found.is_unheard) == (Band.HIGH, False)
    Event.objects.filter(pk=held.pk).update(ends_at=timezone.now() - timedelta(minutes=5))
    page = client.get(held.get_absolute_url()).text
    assert "55 %" in page
    assert "of 11 people" in page


def test_so_few_that_one_could_be_known_are_not_shown(client, held):
    known = Attendance.objects.filter(event=held, came=True).order_by("pk")[:4]
    Attendance.objects.filter(pk__in=[each.pk for each in known]).update(came=False)
    Event.objects.filter(pk=held.pk).update(ends_at=timezone.now() - timedelta(minutes=5))

    assert voices_at(held).new == Figure(6 / 7, 7)  # one of seven was known before
    assert "new voices" not in client.get(held.get_absolute_url()).text


def test_an_initiative_counts_who_gave_and_who_came_once(client, held):
    initiative = held.initiative
    came = held.attendances.filter(came=True).first().person
    idea(initiative=initiative, person=came)
    given = idea(initiative=initiative, person=PersonFactory()).contribution
    adopt(given, came)

    found = voices_in(initiative)

    assert found.new == Figure(7 / 12, 12)
    assert found.influence == Figure(1.0, 1)
    page = client.get(reverse("insight:evidence", args=[initiative.slug])).text
    assert "Were new voices heard?" in page
    assert "58 %" in page


def test_many_voices_cost_as_many_questions_as_few(held):
    voices_at(held)  # what the event leads to is read now
    with CaptureQueriesContext(connection) as few:
        voices_at(held)
    for _person in range(5):
        Attendance.objects.create(
            municipality=held.municipality, event=held, person=PersonFactory(), came=True
        )
    with CaptureQueriesContext(connection) as many:
        voices_at(held)
    assert len(many) == len(few)
