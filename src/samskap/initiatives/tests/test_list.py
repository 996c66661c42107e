"""The list of initiatives, the map, and what is looked for."""

import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.initiatives import Filters, listed
from samskap.initiatives.queries.map import places_with, without_place
from samskap.ledger.actions import give, open_account
from samskap.ledger.hands import hand
from samskap.ledger.models import Account
from samskap.testing.factories.initiatives import InitiativeFactory, TopicFactory
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.places import AreaFactory, BorderFactory

pytestmark = pytest.mark.django_db


def many(municipality, count):
    """A number of initiatives, written quickly."""
    accounts = Account.objects.bulk_create(Account(municipality=municipality) for _ in range(count))
    start = Initiative.objects.count()
    Initiative.objects.bulk_create(
        Initiative(
            municipality=municipality,
            account=account,
            slug=f"many-{start + place}",
            title=f"Many {start + place}",
            language="nb",
            dream="A dream.",
            raised_as="resident",
            raised_at=timezone.now() - timedelta(minutes=start + place),
        )
        for place, account in enumerate(accounts)
    )


@pytest.mark.parametrize("name", ["initiatives:list", "initiatives:map"])
def test_the_list_asks_as_often_for_a_thousand_as_for_one(client, municipality, name):
    area = BorderFactory(area=AreaFactory(municipality=municipality)).area
    client.force_login(PersonFactory())
    asked, rows = [], 0
    client.get(reverse(name))
    for wanted in (1, 3, 1000):
        many(municipality, wanted - rows)
        rows = wanted
        for initiative in Initiative.objects.all()[:20]:
            initiative.areas.add(area)
        caches["here"].clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse(name)).status_code == 200
        asked.append(len(queries))

    assert asked[0] == asked[1] == asked[2]
    assert asked[0] <= 12 + (name == "initiatives:map")
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(name))
    assert len(queries) <= 8


def test_the_map_names_the_newest_of_a_place_and_counts_the_others(client, municipality):
    area = BorderFactory(area=AreaFactory(municipality=municipality)).area
    for number in range(5):
        InitiativeFactory(municipality=municipality, title=f"Here {number}").areas.add(area)

    html = client.get(reverse("initiatives:map")).text

    assert "5 initiatives: Here 4, Here 3, Here 2 and 2 more" in html
    assert '"count": 5' in html
    assert "A pin stands for a place." in html


def test_the_list_is_leafed_through(client, municipality):
    many(municipality, 40)
    seen, address = [], reverse("initiatives:list")
    for _page in range(3):
        inside = client.get(address).context["inside"]
        seen += re.findall(r"Many \d+", inside)
        if older := re.search(r"after=[\w-]+", inside):
            address = f"{reverse('initiatives:list')}?{older.group()}"

    assert list(dict.fromkeys(seen)) == [f"Many {number}" for number in range(40)]


def titles(municipality, **filters):
    return [each.title for each in listed(municipality, Filters.read(filters))]


def test_filters_find_what_is_looked_for(municipality):
    village = AreaFactory(municipality=municipality)
    quay = AreaFactory(municipality=municipality, parent=village)
    topic = TopicFactory(municipality=municipality, slug="youth")
    make = {"municipality": municipality}
    bench = InitiativeFactory(title="Bench", state="designing", rung="4", **make)
    resting = InitiativeFactory(title="Resting", state="paused", state_before="designing", **make)
    stopped = InitiativeFactory(title="Stopped", state="scrapped", **make)
    bench.topics.add(topic)
    bench.areas.add(quay)
    hand_of_ada = hand(key="self:resident", by=PersonFactory(), municipality=municipality)
    give(account=resting.account, hand=hand_of_ada, phase="design", kind="idea")

    assert titles(municipality) == ["Resting", "Bench"]
    assert titles(municipality, phase="design") == ["Resting", "Bench"]
    assert titles(municipality, phase="define") == []
    assert titles(municipality, phase="ended") == [stopped.title]
    assert titles(municipality, topic="youth") == ["Bench"]
    assert titles(municipality, area=village.slug) == ["Bench"]
    assert titles(municipality, area=quay.slug) == ["Bench"]
    assert titles(municipality, side="resident") == ["Resting"]
    assert titles(municipality, side="business") == []
    assert titles(municipality, rung="4") == ["Bench"]
    assert titles(municipality, rung="none") == ["Resting"]
    assert titles(municipality, words="benc") == ["Bench"]


def test_what_makes_no_sense_is_left_out():
    assert Filters.read({"phase": "x", "side": "y", "rung": "9", "words": " a\x00 "}) == (
        Filters(words="a")
    )


def test_other_municipalities_are_not_listed(municipality):
    InitiativeFactory(title="Elsewhere")
    InitiativeFactory(title="Here", municipality=municipality)

    assert titles(municipality) == ["Here"]


def test_the_map_says_where_and_how_many(municipality):
    area = BorderFactory(area=AreaFactory(municipality=municipality)).area
    AreaFactory(municipality=municipality, name="Zero")
    for number in range(5):
        InitiativeFactory(municipality=municipality, title=f"Here {number}").areas.add(area)
    InitiativeFactory(municipality=municipality)

    found = listed(municipality, Filters())
    here, nowhere = places_with(municipality, found)

    assert (here.area, here.count, here.lat, here.lng) == (area, 5, 67.5, 14.5)
    assert here.titles == ["Here 4", "Here 3", "Here 2"]
    assert (nowhere.count, nowhere.shape) == (0, None)
    assert without_place(municipality, found) == 1


def test_the_list_is_new_when_something_happens(client, municipality):
    client.get(reverse("initiatives:list"))
    tag = client.get(reverse("initiatives:list")).headers["ETag"]
    ada = PersonFactory()
    client.force_login(ada)
    client.post(reverse("initiatives:raise"), {"dream": "A bench by the sea."})

    response = client.get(reverse("initiatives:list"), headers={"If-None-Match": tag})

    assert response.status_code == 200
    assert "A bench by the sea" in response.context["inside"]
    assert open_account(municipality=municipality).version == 0


def test_a_card_says_who_contributes_and_counts_nobody(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)
    ada = hand(key="self:resident", by=PersonFactory(), municipality=municipality)
    for _ in range(3):
        give(account=initiative.account, hand=ada, phase="define", kind="idea")

    (tile,) = client.get("/").context["newest"]

    assert tile["sides"] == [("resident", None)]
