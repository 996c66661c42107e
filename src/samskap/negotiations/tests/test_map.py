from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.models.initiative import State
from samskap.meetings.models import Attendance, Event
from samskap.negotiations.actions import mapping
from samskap.negotiations.errors import NotYoursToMap, NotYoursToStart, OnTheMapAlready
from samskap.negotiations.queries.mapping import map_of
from samskap.negotiations.queries.suggesting import suggestions
from samskap.organisations.models import Organisation
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import event
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.negotiations import negotiation, party, seated
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.places import AreaFactory

pytestmark = pytest.mark.django_db


def why_of(found):
    return {str(each.name): str(each.why) for each in found}


def test_eleven_of_fourteen_groups_are_a_coverage_of_79_percent(client):
    place = MunicipalityFactory(host="testserver", default_language="en")
    table = negotiation(municipality=place)
    groups = [party(table, f"Group {n}") for n in range(14)]
    for group in groups:
        mapping.invite(party=group, by=table.mediator, how="by letter")
    for group in groups[:11]:
        mapping.change_party(party=group, by=table.mediator, came_on=timezone.localdate())

    found = map_of(table)
    page = client.get(reverse("negotiations:map", args=[table.initiative.slug]))

    assert (found.percent, len(found.active), len(found.missing)) == (79, 11, 3)
    assert "79 %" in page.text
    row = client.get(reverse("api:list_negotiations")).json()
    assert "0.7857" in str(row)
    assert "11 of 14 groups took part; 3 were asked and are missing." in page.text


def test_whoever_comes_to_a_meeting_has_taken_part_and_who_stays_away_is_silent():
    table = negotiation()
    ada, bo = PersonFactory(), PersonFactory()
    first, second = seated(table, "First", person=ada), seated(table, "Second", person=bo)
    for group in (first, second):
        type(group).objects.filter(pk=group.pk).update(joined_on="2026-01-01", came_on="2026-01-01")
    for days in (9, 2):
        start = timezone.now() - timedelta(days=days)
        held = event(initiative=table.initiative)
        Event.objects.filter(pk=held.pk).update(starts_at=start, ends_at=start + timedelta(hours=2))
        Attendance.objects.create(
            municipality=table.municipality, event=held, person=ada, came=True
        )

    found = map_of(table)

    assert [group.name for group in found.silent] == ["Second"]
    assert len(found.came[first.pk]) == 2


def test_a_list_of_three_organised_parties_shows_who_knows_it_and_was_not_asked(client):
    initiative = InitiativeFactory(
        title="Young people and crime at Innvik centre", dream="Safe streets for young people."
    )
    place = initiative.municipality
    for name in ("The municipality", "The police", "The school"):
        OrganisationFactory(municipality=place, name=name, kind=Organisation.Kind.PUBLIC_UNIT)
    OrganisationFactory(
        municipality=place, name="Night patrol", about="We walk the streets with young people."
    )
    AreaFactory(municipality=place, name="Innvik centre")
    OrganisationFactory(municipality=place, name="Chess club", about="Young at Innvik centre.")
    gave = OrganisationFactory(municipality=place, name="Red Cross")
    for _each in range(5):
        idea(initiative=initiative, person=PersonFactory())
    table = negotiation(
        initiative=initiative, first=["The municipality", "The police", "The school"]
    )
    known = party(table, "Parents who walk at night", organisation=None)
    type(known).objects.filter(pk=known.pk).update(sort="other")
    event(initiative=initiative, for_whom="Families with children")

    parties = list(table.parties.all())
    found = why_of(suggestions(table, parties))

    assert map_of(table).first == 3
    assert list(found) == [
        "Parents who walk at night",
        "Those whom it is about",
        "Families with children",
        "Residents who wrote about it",
        "Night patrol",
    ]
    assert gave.name not in found
    assert found["Night patrol"] == (
        "What it writes of itself and the initiative share these words: people, streets, young."
    )


def test_only_those_who_carry_the_initiative_draw_its_map_and_each_group_stands_once():
    table = negotiation()
    with pytest.raises(NotYoursToMap):
        mapping.add_party(negotiation=table, by=PersonFactory(), name="Anybody")
    with pytest.raises(NotYoursToStart):
        negotiation(by=PersonFactory())
    party(table, "The villages")

    with pytest.raises(OnTheMapAlready) as refusal:
        party(table, "The villages")

    assert str(refusal.value) == (
        "“The villages” is on the map already. Change that entry, or choose another name."
    )


def test_the_map_asks_as_much_for_3_as_for_200_groups(client):
    place = MunicipalityFactory(host="testserver", default_language="en")
    table = negotiation(municipality=place)
    path = reverse("negotiations:map", args=[table.initiative.slug])
    client.force_login(table.mediator)
    asked = {}
    for many in (3, 200):
        rows = range(table.parties.count(), many)
        table.parties.model.objects.bulk_create(
            table.parties.model(municipality=place, negotiation=table, name=f"G{n}", knows=True)
            for n in rows
        )
        asked[many] = queries_of(client, path)

    assert asked[3] == asked[200]


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_what_is_missing_says_what_to_do_next(client):
    place = MunicipalityFactory(host="testserver", default_language="en")
    initiative = InitiativeFactory(municipality=place, state=State.DESIGNING)
    table = negotiation(initiative=initiative)
    villages = party(table, "The villages")
    mapping.invite(party=villages, by=table.mediator, how="by letter")
    client.force_login(table.mediator)

    page = client.get(reverse("negotiations:map", args=[initiative.slug])).text

    assert "Hold a meeting of their own" in page
    assert "Write down what came by telephone" in page
