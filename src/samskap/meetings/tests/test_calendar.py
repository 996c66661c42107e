from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.meetings.models import Arrangement, Event
from samskap.meetings.queries.listing import month_of
from samskap.testing.calendars import read_calendar
from samskap.testing.factories.initiatives import InitiativeFactory, TopicFactory
from samskap.testing.factories.meetings import event
from samskap.testing.factories.places import AreaFactory

pytestmark = pytest.mark.django_db
OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality, title="The square")


def at(made, starts_at, hours):
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=hours)}
    Event.objects.filter(pk=made.pk).update(**times)
    return made


def test_a_month_shows_each_day_an_event_touches(client, initiative):
    night = at(
        event(initiative=initiative, title="A night"), datetime(2027, 2, 27, 18, tzinfo=OSLO), 14
    )
    at(
        event(initiative=initiative, title="Until midnight"),
        datetime(2027, 2, 3, 20, tzinfo=OSLO),
        4,
    )

    weeks = month_of(Event.objects.all(), date(2027, 2, 1))

    touched = {day.on.day: [each.title for each in day.events] for week in weeks for day in week}
    assert (len(weeks), len(weeks[0])) == (4, 7)  # February 2027 is four whole weeks
    assert {day: titles for day, titles in touched.items() if titles} == {
        3: ["Until midnight"],
        27: ["A night"],
        28: ["A night"],
    }
    page = client.get(reverse("meetings:list"), {"when": "month", "month": "2027-02"}).text
    assert page.count(f'<a href="{night.get_absolute_url()}"') == 2
    assert page.count('<th scope="col">') == 7
    assert "month=2027-01" in page
    assert "month=2027-03" in page


@pytest.mark.parametrize("said", ["", "2027-13", "0000-00", "x", "2027-1-1-1-1", "9999-12", "٣-٣"])
def test_a_month_that_cannot_be_is_this_month(client, municipality, said):
    page = client.get(reverse("meetings:list"), {"when": "month", "month": said})
    assert page.context["first"] == timezone.localdate().replace(day=1)


def test_the_list_is_narrowed_down_by_each_filter(client, initiative, municipality):
    topic = TopicFactory(municipality=municipality, slug="play")
    area = AreaFactory(municipality=municipality)
    initiative.topics.add(topic)
    initiative.areas.add(area)
    made = event(initiative=initiative, title="Games here", kind="games")
    Arrangement.objects.create(municipality=municipality, event=made, group="The square group")
    event(initiative=InitiativeFactory(municipality=municipality), title="Elsewhere", kind="visit")
    path = reverse("meetings:list")

    for name, said in (
        ("kind", "games"),
        ("topic", "play"),
        ("area", area.slug),
        ("group", "The square group"),
        ("initiative", initiative.slug),
    ):
        page = client.get(path, {name: said}).text
        assert "Games here" in page, name
        assert "Elsewhere" not in page, name
    assert "Elsewhere" in client.get(path).text


def test_a_calendar_subscribes_to_all_or_to_one_kind(client, initiative, municipality):
    games = event(initiative=initiative, title="Games here", kind="games")
    event(initiative=initiative, title="A visit", kind="visit")

    every = read_calendar(client.get(reverse("meetings:feed")).text)
    answer = client.get(reverse("meetings:feed"), {"kind": "games"})
    one = read_calendar(answer.text)

    assert {each.summary.value for each in every.vevent_list} == {"Games here", "A visit"}
    assert [each.uid.value for each in one.vevent_list] == [f"event-{games.public_id}@samskap"]
    assert one.vevent.transp.value == "TRANSPARENT"
    known = {"HTTP_IF_NONE_MATCH": answer.headers["ETag"]}
    assert client.get(reverse("meetings:feed"), {"kind": "games"}, **known).status_code == 304
    page = client.get(reverse("meetings:list"), {"kind": "games"}).text
    assert "webcal://" in page
    assert "events.ics?kind=games" in page


def test_a_month_asks_as_often_for_many_as_for_one(client, initiative):
    asked = []
    for _round in range(3):
        event(initiative=initiative)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("meetings:list"), {"when": "month"})
        asked.append(len(queries))
    assert asked[1] == asked[2]
