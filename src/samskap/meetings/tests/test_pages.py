from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.meetings.models import Event
from samskap.rotas.actions.feeds import open_feed
from samskap.testing.calendars import read_calendar
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import adopted_idea, event, past_event
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality, title="The library at Strand")


def filled(**more):
    return {
        "title": "Gaming night",
        "kind": "games",
        "day": (timezone.localdate() + timedelta(days=9)).isoformat(),
        "opens": "18:00",
        "closes": "21:00",
        "place": "The library at Strand",
        "language": "en",
    } | more


def test_anybody_announces_an_event_that_grew_out_of_an_adopted_idea(client, initiative):
    given = adopted_idea(initiative, title="A night for the young").contribution
    client.force_login(PersonFactory())
    path = reverse("meetings:announce", args=[initiative.slug])
    assert "A night for the young" in client.get(path).text

    answer = client.post(path, filled(grown_from=given.pk, capacity=30))

    made = Event.objects.get()
    assert answer.url == made.get_absolute_url()
    page = client.get(answer.url).text
    assert "It grew out of an idea" in page
    assert "There is room for 30 more." in page
    assert (made.ends_at - made.starts_at) == timedelta(hours=3)
    assert "Gaming night" in client.get(initiative.get_absolute_url()).text


@pytest.mark.parametrize(("country", "is_told"), [("NO", True), ("DK", False)])
def test_the_norwegian_law_on_meetings_is_told_in_norway_only(client, initiative, country, is_told):
    initiative.municipality.country = country
    initiative.municipality.save()
    client.force_login(PersonFactory())
    path = reverse("meetings:announce", args=[initiative.slug])
    form = client.get(path).text
    assert ('name="by_law"' in form, "§ 11-5" in form) == (is_told, is_told)

    client.post(path, filled(closed_because="Personal matters."))
    closed = Event.objects.get()
    assert "The meeting is closed: Personal matters." in client.get(closed.get_absolute_url()).text

    made = event(initiative=initiative, arranged={"by_law": True})
    pages = [made.get_absolute_url(), reverse("meetings:agenda", args=[made.pk])]
    assert ["kommuneloven" in client.get(page).text for page in pages] == [is_told] * 2


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"day": "2020-05-17"}, "This time has passed. Choose one that is still ahead."),
        ({"capacity": "0"}, "Write a number from 1 to 10000, or leave it empty."),
        ({"title": ""}, "This field is required."),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(client, initiative, wrong, says):
    client.force_login(PersonFactory())

    page = client.post(
        reverse("meetings:announce", args=[initiative.slug]), filled(place="At mine", **wrong)
    )

    assert says in page.text
    assert "At mine" in page.text
    assert not Event.objects.exists()


def test_coming_shows_numbers_and_never_names(client, initiative):
    made, ada = event(initiative=initiative), PersonFactory(given_name="Adalina")
    client.force_login(ada)

    page = client.post(reverse("meetings:come", args=[made.pk]), follow=True).text
    assert "1 person is coming." in page
    assert "You are coming. Only the number is shown, never your name." in page
    client.logout()
    page = client.get(made.get_absolute_url()).text
    assert "1 person is coming." in page
    assert "Adalina" not in page

    client.force_login(ada)
    client.post(reverse("meetings:stay_away", args=[made.pk]))
    assert not made.comings.exists()


def test_the_calendar_file_is_read_by_an_independent_parser(client, initiative):
    made = event(initiative=initiative, title="Culture evening; with a choir, and cake")

    answer = client.get(reverse("meetings:calendar", args=[made.pk]))

    read = read_calendar(answer.text).vevent
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert read.summary.value == "Culture evening; with a choir, and cake"
    assert read.dtstart.value == made.starts_at.replace(microsecond=0)
    assert read.status.value == "CONFIRMED"


def test_what_one_comes_to_stands_in_ones_own_calendar_with_its_link(client, initiative):
    link, ada = "https://meet.example.org/strand", PersonFactory()
    made = event(initiative=initiative, kind="meeting", place="", arranged={"online_url": link})
    event(initiative=initiative, title="Not hers")
    client.force_login(ada)
    client.post(reverse("meetings:come", args=[made.pk]))
    key = open_feed(person=ada, municipality=initiative.municipality)

    answer = client.get(reverse("rotas:calendar", args=[key]))

    (read,) = read_calendar(answer.content.decode()).contents["vevent"]
    assert read.summary.value == made.title
    assert link in read.description.value
    assert link not in client.get(reverse("meetings:calendar", args=[made.pk])).text


def test_how_it_was_stands_on_the_page_and_few_people_are_not_counted_out(client, initiative):
    holder = PersonFactory()
    made = past_event(initiative=initiative, person=holder)
    client.force_login(holder)
    assert made.title in client.get(reverse("desk:desk")).text

    client.post(
        reverse("meetings:how_it_was", args=[made.pk]),
        {"came": 23, "came_new": 3, "changed": "The young have a night here.", "hours": "6"},
    )

    page = client.get(made.get_absolute_url()).text
    assert "23 people came, fewer than 5 of them for the first time." in page
    assert "The young have a night here." in client.get(initiative.get_absolute_url()).text
    rows = client.get(reverse("api:list_events")).json()["items"]
    assert [(row["came"], row["came_new"]) for row in rows] == [(23, None)]


def test_more_new_ones_than_came_is_said_in_the_form(client, initiative):
    holder = PersonFactory()
    made = past_event(initiative=initiative, person=holder)
    client.force_login(holder)

    page = client.post(
        reverse("meetings:how_it_was", args=[made.pk]), {"came": 3, "came_new": 4}
    ).text

    assert "Those who are new are among those who came." in page


def test_a_list_asks_as_often_for_many_as_for_one(client, initiative):
    asked = []
    for _ in range(3):
        event(initiative=initiative)
        past_event(initiative=initiative)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("meetings:list"))
            client.get(reverse("meetings:list"), {"when": "past"})
            client.get(reverse("meetings:list"), {"initiative": initiative.slug})
        asked.append(len(queries))
    assert asked[1] == asked[2]


def test_bringing_an_idea_leads_to_its_page_and_back(client, initiative):
    made = past_event(initiative=initiative)
    client.force_login(PersonFactory())

    answer = client.post(reverse("meetings:idea", args=[made.pk]), {"title": "A shelf of games"})

    assert answer.url.startswith("/ideas/")
    page = client.get(made.get_absolute_url()).text
    assert f'<a href="{answer.url}">A shelf of games</a>' in page
