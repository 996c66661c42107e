import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskap.meetings.actions.notes import turn_into_contribution
from samskap.meetings.models import Note
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meeting_tables import note, workshop
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator(municipality):
    return RoleFactory(municipality=municipality, role="facilitator").person


@pytest.fixture
def event(municipality):
    return workshop(initiative=InitiativeFactory(municipality=municipality, title="The square"))


def test_a_note_goes_from_a_phone_to_an_idea_and_back_to_its_table(client, event, facilitator):
    table, page = event.tables.get(number=2), reverse("meetings:tables", args=[event.pk])
    phone = reverse("meetings:table", args=[table.key])
    assert client.get(phone).headers["X-Robots-Tag"] == "noindex"

    client.post(phone, {"title": "A bench by the water", "kind": "idea", "text": "By the ferry."})
    assert "A bench by the water" in client.get(phone).text
    assert "A bench by the water" not in client.get(page).text  # nobody has gone through it
    assert "1 note waits to be gone through." in client.get(page).text

    client.force_login(facilitator)
    assert "A bench by the water" in client.get(page).text
    assert "A bench by the water" in client.get(reverse("desk:desk")).text
    wanted = Note.objects.get()
    settle = reverse("meetings:settle_note", args=[wanted.pk])
    answer = client.post(settle, {"become": "contribution"})
    assert answer.url == table.get_absolute_url()

    client.logout()
    found = client.get(page).text
    assert "1 note was gone through: 1 contribution came of it." in found
    idea = client.get(Note.objects.get().contribution.standing.path).text
    assert "Table 2, What the square needs" in idea  # the table is the author


def test_a_workshop_on_one_line_is_not_refused_but_one_table_is(
    client, event, settings, rates_are_kept
):
    settings.RATES = {**settings.RATES, "post": (1, 600), "notes_at_one_table": (2, 600)}
    first, second = (
        reverse("meetings:table", args=[each.key]) for each in event.tables.order_by("number")[:2]
    )
    said = {"title": "A bench", "kind": "idea"}

    answers = [client.post(path, said).status_code for path in (first, first, second, first)]

    assert answers == [302, 302, 302, 429]


def test_whoever_has_the_address_hosts_the_table(client, event):
    table, ada = event.tables.first(), PersonFactory(given_name="Adalmina")
    phone = reverse("meetings:table", args=[table.key])
    client.post(phone, {"host": "yes"})
    assert table.host is None  # nobody was signed in
    client.force_login(ada)
    assert "You host this table." in client.post(phone, {"host": "yes"}, follow=True).text

    client.force_login(event.giver.person)
    kept = client.get(reverse("meetings:keep_table", args=[table.pk])).text
    assert "Adalmina hosts it." in kept
    assert "Adalmina" not in client.get(reverse("meetings:tables", args=[event.pk])).text


def test_what_a_way_lacks_is_said_in_the_form_and_stays_in_it(client, event, facilitator):
    client.force_login(facilitator)
    first, second = (note(table=event.tables.first(), title=word) for word in ("One", "Two"))
    turn_into_contribution(note=first, by=facilitator)
    path = reverse("meetings:settle_note", args=[second.pk])

    assert "Choose the note that says the same." in client.post(path, {"become": "same"}).text
    assert "Write why it is set aside." in client.post(path, {"become": "aside"}).text
    client.post(path, {"become": "same", "other": first.pk})

    assert (
        "Said at another table too" in client.get(reverse("meetings:tables", args=[event.pk])).text
    )


def test_a_sheet_that_does_not_add_up_is_not_lost(client, event):
    client.force_login(event.giver.person)
    path = reverse("meetings:keep_table", args=[event.tables.first().pk])

    page = client.post(path, {"lines": "One\nTwo", "counted": 3, "kind": "idea"}).text

    assert "You counted 3 notes on the sheet and typed 2 lines." in page
    assert "One\nTwo" in page
    client.post(path, {"lines": "One\nTwo", "counted": 2, "kind": "story"})
    assert list(Note.objects.values_list("title", "kind")) == [("One", "story"), ("Two", "story")]


def test_who_sat_at_a_table_is_told_in_numbers_that_point_at_nobody(client, event):
    client.force_login(event.giver.person)
    path = reverse("meetings:keep_table", args=[event.tables.first().pk])
    facts = {"actor_kind": "resident", "seated": 9, "seated_new": 6, "from_public": 2}

    wrong = client.post(path, facts | {"seated_new": 10}).text
    assert "Those are among those who sat there." in wrong
    client.post(path, facts | {"name": "Benches", "listened": "on"})

    found = client.get(reverse("meetings:tables", args=[event.pk])).text
    says = "9 sat there · 6 for the first time · fewer than 5 from the municipality and the council"
    assert f"{says}, who listened · Resident" in found


def test_how_it_was_run_stands_on_the_page(client, event):
    client.force_login(event.giver.person)
    path = reverse("meetings:running", args=[event.pk])

    client.post(path, {"method": "world_cafe", "staff_before": "10", "volunteers_during": "1.5"})

    page = client.get(reverse("meetings:tables", args=[event.pk])).text
    assert "World Café" in page
    assert "10 before, 0 during, 0 after" in page
    assert "0 before, 1.5 during, 0 after" in page
    assert client.get(reverse("api:list_events")).json()["items"][0]["method"] == "world_cafe"


def test_what_became_of_it_says_where_it_was_heard_and_by_which_method(client, event, facilitator):
    client.force_login(facilitator)
    client.post(reverse("meetings:running", args=[event.pk]), {"method": "world_cafe"})
    given = turn_into_contribution(note=note(table=event.tables.first()), by=facilitator)

    page = client.get(reverse("insight:trace", args=[given.public_id])).text

    assert "It came up at:" in page
    assert "(World Café)" in page


def test_only_those_who_may_keep_and_settle(client, event):
    client.force_login(PersonFactory())
    waiting = note(table=event.tables.first())
    for name, key in (
        ("keep_table", waiting.table_id),
        ("settle_note", waiting.pk),
        ("running", event.pk),
    ):
        assert client.get(reverse(f"meetings:{name}", args=[key])).status_code == 409


def test_the_page_asks_as_often_for_many_notes_as_for_one(client, event, facilitator):
    asked = []
    for _round in range(3):
        for table in event.tables.all():
            wanted = note(table=table)
            note(table=table)
            turn_into_contribution(note=wanted, by=facilitator)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("meetings:tables", args=[event.pk]))
        asked.append(len(queries))
    assert asked[1] == asked[2]
