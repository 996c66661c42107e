"""Initiatives that reach into another municipality: asked, answered, listed and mapped there."""

import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskap.initiatives.actions.sharing import answer_sharing, end_sharing, share
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.errors.sharing import (
    AskedAlready,
    NotAPlaceHere,
    NotShared,
    NotThisMunicipality,
    NotYoursToShare,
    SharedAnswerStands,
    SharedNoNeedsAReason,
)
from samskap.initiatives.errors.states import SayWhy
from samskap.initiatives.queries.initiatives import Filters, listed
from samskap.initiatives.queries.map import places_with, without_place
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory, SharingFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, person_with
from samskap.testing.factories.places import AreaFactory, BorderFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def neighbour(municipality):
    """The municipality on the other side of the fjord."""
    return MunicipalityFactory(short_name="Sundvik", slug="sundvik", host="sundvik.localhost")


@pytest.fixture
def leader(neighbour):
    """Who answers for the neighbour."""
    return person_with("leader", neighbour)


@pytest.fixture
def ferry(municipality):
    """An initiative that reaches across the fjord."""
    initiative = InitiativeFactory(municipality=municipality, title="The ferry", slug="the-ferry")
    initiative.areas.add(AreaFactory(municipality=municipality, name="Our quay", slug="quay"))
    return initiative


def asked(ferry, neighbour):
    """The neighbour, asked by whoever raised the ferry."""
    return share(
        initiative=ferry, municipality=neighbour, by=ferry.raised_by, message="It lands with you."
    )


def titles(municipality, **filters):
    """What the list of a municipality finds."""
    return [each.title for each in listed(municipality, Filters.read(filters))]


def test_nothing_is_shown_there_before_the_other_has_said_yes(ferry, neighbour, leader):
    sharing = asked(ferry, neighbour)
    told = Notice.objects.get(person=leader)
    before = titles(neighbour)

    answer_sharing(sharing=sharing, by=leader, accepted=True)

    assert (told.municipality, told.path) == (
        neighbour,
        reverse("initiatives:answer_sharing", args=[sharing.pk]),
    )
    assert (before, titles(neighbour)) == ([], ["The ferry"])
    answered = Notice.objects.get(person=ferry.raised_by)
    assert (answered.municipality, answered.path) == (
        ferry.municipality,
        "/initiatives/the-ferry/across/",
    )


def test_those_who_carry_it_ask_another_municipality_once(ferry, neighbour):
    with pytest.raises(NotYoursToChange):
        share(initiative=ferry, municipality=neighbour, by=PersonFactory(), message="")
    with pytest.raises(NotThisMunicipality):
        asked(ferry, ferry.municipality)
    with pytest.raises(NotThisMunicipality):
        asked(ferry, MunicipalityFactory(is_set_up=False))
    asked(ferry, neighbour)
    with pytest.raises(AskedAlready):
        asked(ferry, neighbour)


def test_only_those_who_answer_for_the_other_answer_once_and_name_their_own_places(
    ferry, neighbour, leader
):
    sharing = asked(ferry, neighbour)
    our_leader = person_with("leader", ferry.municipality)
    theirs = AreaFactory(municipality=neighbour)

    for stranger in (ferry.raised_by, our_leader, PersonFactory()):
        with pytest.raises(NotYoursToShare):
            answer_sharing(sharing=sharing, by=stranger, accepted=True)
    with pytest.raises(SharedNoNeedsAReason):
        answer_sharing(sharing=sharing, by=leader, accepted=False, answer=" ")
    with pytest.raises(NotAPlaceHere):
        answer_sharing(sharing=sharing, by=leader, accepted=True, areas=ferry.areas.all())
    answer_sharing(sharing=sharing, by=leader, accepted=True, areas=[theirs])
    with pytest.raises(SharedAnswerStands):
        answer_sharing(sharing=sharing, by=leader, accepted=False, answer="No.")

    assert list(sharing.areas.all()) == [theirs]


def test_either_end_ends_it_with_a_reason_and_may_be_asked_again(ferry, neighbour, leader):
    sharing = asked(ferry, neighbour)
    answer_sharing(sharing=sharing, by=leader, accepted=True)

    with pytest.raises(SayWhy):
        end_sharing(sharing=sharing, by=leader, reason="")
    with pytest.raises(NotYoursToShare):
        end_sharing(sharing=sharing, by=PersonFactory(), reason="Because.")
    end_sharing(sharing=sharing, by=leader, reason="The quay is closed.")
    with pytest.raises(NotShared):
        end_sharing(sharing=sharing, by=leader, reason="Again.")

    assert titles(neighbour) == []
    again = asked(ferry, neighbour)
    end_sharing(sharing=again, by=ferry.raised_by, reason="We found another quay.")
    with pytest.raises(SharedAnswerStands):
        answer_sharing(sharing=again, by=leader, accepted=True)


def test_the_list_finds_it_by_the_places_of_each_municipality(ferry, neighbour, leader):
    shore = AreaFactory(municipality=neighbour, name="Their shore", slug="shore")
    AreaFactory(municipality=neighbour, slug="quay")
    answer_sharing(sharing=asked(ferry, neighbour), by=leader, accepted=True, areas=[shore])

    assert titles(neighbour, area="shore") == ["The ferry"]
    assert titles(neighbour, area="quay") == []
    assert titles(ferry.municipality, area="quay") == ["The ferry"]
    assert titles(ferry.municipality, area="shore") == []


def test_it_stands_on_both_maps(ferry, neighbour, leader):
    shore = BorderFactory(area=AreaFactory(municipality=neighbour, name="Their shore")).area
    sharing = asked(ferry, neighbour)
    answer_sharing(sharing=sharing, by=leader, accepted=True, areas=[shore])

    ours, theirs = listed(ferry.municipality, Filters()), listed(neighbour, Filters())
    (there,) = places_with(neighbour, theirs)
    (here,) = places_with(ferry.municipality, ours)

    assert (there.area, there.titles) == (shore, ["The ferry"])
    assert (here.area.name, here.titles) == ("Our quay", ["The ferry"])
    assert (without_place(neighbour, theirs), without_place(ferry.municipality, ours)) == (0, 0)
    sharing.areas.clear()
    assert without_place(neighbour, theirs) == 1


def test_the_card_says_where_it_is_at_home_and_leads_there(client, ferry, neighbour, leader):
    answer_sharing(sharing=asked(ferry, neighbour), by=leader, accepted=True)

    inside = client.get(reverse("initiatives:list"), headers={"host": "sundvik.localhost"}).context[
        "inside"
    ]

    home = ferry.municipality
    assert f"At home in {home.short_name}" in inside
    assert re.search(r'href="http://testserver(:\d+)?/initiatives/the-ferry/"', inside)


def test_people_act_where_it_is_at_home(client, ferry, neighbour, leader):
    answer_sharing(sharing=asked(ferry, neighbour), by=leader, accepted=True)
    client.force_login(leader)

    there = client.get("/initiatives/the-ferry/", headers={"host": "sundvik.localhost"})

    assert there.status_code == 404


def test_the_open_data_says_where_it_is_at_home(client, ferry, neighbour, leader):
    shore = AreaFactory(municipality=neighbour, slug="shore")
    answer_sharing(sharing=asked(ferry, neighbour), by=leader, accepted=True, areas=[shore])

    (there,) = client.get(
        reverse("api:list_initiatives"), headers={"host": "sundvik.localhost"}
    ).json()["items"]
    (here,) = client.get(reverse("api:list_initiatives")).json()["items"]

    assert (there["home"], there["areas"]) == (ferry.municipality.slug, ["shore"])
    assert re.fullmatch(r"http://testserver(:\d+)?/initiatives/the-ferry/", there["address"])
    assert (here["home"], here["areas"]) == (ferry.municipality.slug, ["quay"])
    assert here["address"] == "/initiatives/the-ferry/"


def test_asking_and_answering_are_pages(client, ferry, neighbour, leader):
    client.force_login(ferry.raised_by)
    client.post(
        reverse("initiatives:across", args=["the-ferry"]),
        {"municipality": "sundvik", "message": "It lands with you."},
    )
    sharing = ferry.sharings.get()
    client.force_login(leader)
    there = {"host": "sundvik.localhost"}
    address = reverse("initiatives:answer_sharing", args=[sharing.pk])

    no_reason = client.post(address, {"accepted": "no"}, headers=there)
    listed_before = client.get(reverse("initiatives:shared"), headers=there).context["asked"]
    client.post(address, {"accepted": "yes", "answer": "Gladly."}, headers=there)
    shown = client.get(reverse("initiatives:shared"), headers=there).context["rows"]

    assert no_reason.context["form"].errors == {"answer": ["Write why you say no."]}
    assert [row["sharing"] for row in listed_before] == [sharing]
    assert [row["sharing"] for row in shown] == [sharing]
    page = client.get(reverse("initiatives:initiative", args=["the-ferry"])).content.decode()
    assert neighbour.name in page


def test_what_is_asked_is_read_by_those_who_answer_only(client, ferry, neighbour):
    sharing = asked(ferry, neighbour)
    there = {"host": "sundvik.localhost"}
    client.force_login(PersonFactory())

    read = client.get(reverse("initiatives:answer_sharing", args=[sharing.pk]), headers=there)
    page = client.get(reverse("initiatives:shared"), headers=there)

    assert read.status_code == 403
    assert page.context["asked"] == []
    assert sharing.message not in page.content.decode()


@pytest.mark.parametrize("name", ["initiatives:list", "initiatives:map", "initiatives:shared"])
def test_as_many_questions_to_the_database_for_many_shared_as_for_one(
    client, municipality, neighbour, name
):
    numbers = []
    client.get(reverse(name))
    for more in (1, 2, 12):
        for _ in range(more):
            sharing = SharingFactory(
                municipality=municipality, accepted=True, initiative__municipality=neighbour
            )
            sharing.areas.add(AreaFactory(municipality=municipality))
        caches["here"].clear()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(name)).status_code == 200
        numbers.append(len(queries))

    assert numbers[0] == numbers[1] == numbers[2], numbers
