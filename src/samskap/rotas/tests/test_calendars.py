from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.base.calendars import Entry, written
from samskap.rotas.actions.feeds import close_feed, feed_behind, hash_of, open_feed
from samskap.rotas.actions.shifts import add_series, call_off
from samskap.rotas.actions.turns import hand_back, take, take_series
from samskap.rotas.errors import NotYourFeed
from samskap.rotas.models import FeedKey, Shift
from samskap.testing.calendars import read_calendar
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import DutyFactory, RunningInitiativeFactory, a_need, rota

pytestmark = pytest.mark.django_db

OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def library(municipality):
    initiative = RunningInitiativeFactory(
        municipality=municipality, raised_by=PersonFactory(email="keeper@example.org")
    )
    return rota(initiative, title="Biblioteket på Åsen", place="Åsveien 3; 1. etasje")


def read(client, key):
    answer = client.get(reverse("rotas:calendar", args=[key]))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return read_calendar(answer.content.decode())


def events(calendar):
    return list(calendar.contents.get("vevent", []))


def entry(day, *, opens=16, hours=3, **more):
    starts_at = datetime.combine(day, time(opens), OSLO).astimezone(UTC)
    plain = {
        "uid": f"{day}@samskap",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=hours),
        "title": "Vakt",
        "place": "Her",
        "text": "",
        "url": "http://here/",
        "changed_at": datetime(2026, 1, 1, tzinfo=UTC),
    }
    return Entry(**plain | more)


@pytest.mark.parametrize("clocks_change_on", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_shift_at_four_stays_at_four_when_the_clocks_change(clocks_change_on):
    days = [clocks_change_on + timedelta(days=number) for number in (-1, 0, 1)]

    text = written(name="Vakter", zone="Europe/Oslo", entries=[entry(day) for day in days])
    found = events(read_calendar(text.decode()))

    assert [event.dtstart.value.hour for event in found] == [16, 16, 16]
    assert [event.dtstart.value.astimezone(UTC) for event in found] == [
        entry(day).starts_at for day in days
    ]
    offsets = {event.dtstart.value.utcoffset() for event in found}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


def test_a_shift_through_the_night_of_the_change_lasts_as_long_as_it_does():
    night = entry(date(2026, 3, 28), opens=22, hours=8)

    text = written(name="Natt", zone="Europe/Oslo", entries=[night])
    event = events(read_calendar(text.decode()))[0]

    assert event.dtend.value.astimezone(UTC) - event.dtstart.value.astimezone(UTC) == timedelta(
        hours=8
    )
    assert event.dtend.value.hour == 7  # the clock jumped over an hour


def test_a_calendar_says_its_zone_and_folds_long_lines():
    long = entry(date(2026, 6, 1), title="Å" * 80, place="Vei 1; hus, 2", text="To\nlinjer")

    text = written(name="Vakter", zone="Europe/Oslo", entries=[long])

    assert b"DTSTART;TZID=Europe/Oslo:20260601T160000\r\n" in text
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n" in text
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    event = events(read_calendar(text.decode()))[0]
    assert event.summary.value == "Å" * 80
    assert event.location.value == "Vei 1; hus, 2"
    assert event.description.value == "To\nlinjer"


def test_an_empty_calendar_is_a_calendar():
    calendar = read_calendar(written(name="Vakter", zone="Europe/Oslo", entries=[]).decode())

    assert calendar.version.value == "2.0"
    assert events(calendar) == []


def test_a_person_reads_their_own_turns_of_a_series(client, library):
    ada, keeper = PersonFactory(language="nb"), library.initiative.raised_by
    host = DutyFactory(rota=library, name="Vert")
    series = add_series(
        rota=library,
        by=keeper,
        rule="FREQ=WEEKLY;BYDAY=TU,TH",
        first_on=timezone.localdate() + timedelta(days=1),
        opens=time(16),
        closes=time(19),
        needs={host: 1},
        skips_holidays=False,
    )
    first = series.shifts.first()
    take_series(
        series=series, need=first.needs.get(), hand=hand_of(ada, library.municipality, "resident")
    )
    key = open_feed(person=ada, municipality=library.municipality)

    calendar = read(client, key)

    found = events(calendar)
    assert len(found) == Shift.objects.count() > 20
    assert {event.dtstart.value.strftime("%a %H:%M") for event in found} == {
        "Tue 16:00",
        "Thu 16:00",
    }
    assert found[0].summary.value == "Vert · Biblioteket på Åsen"
    assert found[0].location.value == "Åsveien 3; 1. etasje"
    assert found[0].url.value == f"http://testserver{first.get_absolute_url()}"
    assert len({event.uid.value for event in found}) == len(found)
    assert found[0].status.value == "CONFIRMED"
    assert found[0].sequence.value == "0"


def test_what_is_called_off_says_so_and_what_is_handed_back_is_gone(client, library):
    ada, keeper = PersonFactory(language="en"), library.initiative.raised_by
    hand = hand_of(ada, library.municipality, "resident")
    off, back = (a_need(rota=library, starts_at=soon(days)) for days in (2, 3))
    turns = [take(need=need, hand=hand) for need in (off, back)]
    key = open_feed(person=ada, municipality=library.municipality)
    before = {event.uid.value: event for event in events(read(client, key))}
    uid = f"turn-{turns[0].public_id}@samskap"

    call_off(shift=off.shift, by=keeper, because="The heating is broken")
    hand_back(turn=turns[1], by=ada)
    found = events(read(client, key))

    assert len(before) == 2
    assert [event.uid.value for event in found] == [uid]
    assert found[0].status.value == "CANCELLED"
    assert found[0].transp.value == "TRANSPARENT"
    assert found[0].description.value == "The heating is broken"
    assert found[0].summary.value.startswith("Called off: ")
    assert int(found[0].sequence.value) > int(before[uid].sequence.value)
    assert found[0].dtstamp.value >= before[uid].dtstamp.value  # whole seconds


def soon(days):
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(16)))


def test_the_calendar_of_a_rota_says_what_is_missing_and_names_nobody(client, library):
    need = a_need(rota=library, people=2)
    ada = PersonFactory(given_name="Adelheid")
    take(need=need, hand=hand_of(ada, library.municipality, "resident"))
    key = open_feed(person=PersonFactory(language="en"), municipality=library.municipality,
                    rota=library)  # fmt: skip

    calendar = read(client, key)

    assert calendar.contents["x-wr-calname"][0].value == "Biblioteket på Åsen"
    assert [event.summary.value for event in events(calendar)] == ["Biblioteket på Åsen · 1 needed"]
    assert "Adelheid" not in calendar.serialize()


def test_a_calendar_costs_the_same_with_one_shift_and_with_many(
    client, library, django_assert_max_num_queries
):
    key = open_feed(person=PersonFactory(), municipality=library.municipality, rota=library)
    a_need(rota=library)
    read(client, key)  # marks the day
    counts = []
    for more in (1, 30):
        for number in range(more):
            a_need(rota=library, starts_at=soon(5 + number))
        with django_assert_max_num_queries(30) as asked:
            read(client, key)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_program_that_asks_again_hears_that_nothing_has_changed(client, library):
    ada = PersonFactory()
    key = open_feed(person=ada, municipality=library.municipality)
    address = reverse("rotas:calendar", args=[key])
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""

    take(need=a_need(rota=library), hand=hand_of(ada, library.municipality, "resident"))
    changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["Cache-Control"] == "private, no-cache"


def test_a_key_is_kept_nowhere_and_a_new_one_closes_the_old(client, library):
    ada = PersonFactory()

    old = open_feed(person=ada, municipality=library.municipality)
    new = open_feed(person=ada, municipality=library.municipality)

    kept = FeedKey.objects.get(revoked_at=None)
    assert kept.key_hash == hash_of(new) != new
    assert client.get(reverse("rotas:calendar", args=[old])).status_code == 404
    assert client.get(reverse("rotas:calendar", args=[new])).status_code == 200
    kept.refresh_from_db()
    assert kept.read_on == timezone.localdate()


def test_a_closed_address_a_wrong_one_and_another_municipality_find_nothing(client, library):
    ada = PersonFactory()
    key = open_feed(person=ada, municipality=library.municipality)
    neighbour = MunicipalityFactory(host="neighbour.localhost", slug="neighbour")

    assert feed_behind(key, neighbour) is None
    assert client.get(reverse("rotas:calendar", args=["wrong"])).status_code == 404
    feed = FeedKey.objects.get()
    with pytest.raises(NotYourFeed):
        close_feed(feed=feed, by=PersonFactory())
    client.force_login(ada)
    client.post(reverse("rotas:close_calendar", args=[feed.pk]))
    client.logout()
    assert client.get(reverse("rotas:calendar", args=[key])).status_code == 404


def test_the_address_is_shown_once(client, library):
    client.force_login(PersonFactory())

    made = client.post(reverse("rotas:open_calendar"))
    shown = made.context["address"]

    assert shown.startswith("http://testserver/")
    assert f'value="{shown}"' in made.content.decode()
    assert made.headers["Cache-Control"] == "no-store"
    assert shown not in client.get(reverse("rotas:calendars")).content.decode()
    assert read_calendar(client.get(shown.removeprefix("http://testserver")).content.decode())


def test_somebody_else_cannot_close_an_address(client, library):
    open_feed(person=PersonFactory(), municipality=library.municipality)
    client.force_login(PersonFactory())

    answer = client.post(reverse("rotas:close_calendar", args=[FeedKey.objects.get().pk]))

    assert answer.status_code == 404
    assert FeedKey.objects.get().revoked_at is None
