"""Initiatives as open data."""

import csv
import io

import pytest

from samskap.initiatives.actions.frames import write_frame
from samskap.initiatives.actions.states import take_step
from samskap.testing.factories.initiatives import InitiativeFactory, InvitationFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.places import AreaFactory

pytestmark = pytest.mark.django_db
LIST = "/api/v1/initiatives/"


def test_the_list_is_paged(client, municipality):
    for number in range(101):
        InitiativeFactory(municipality=municipality, title=f"Number {number}")

    first = client.get(LIST).json()
    second = client.get(LIST, {"after": first["older"]}).json()

    assert (len(first["items"]), len(second["items"]), second["older"]) == (100, 1, "")
    assert second["items"][0]["title"] == "Number 0"


def test_the_list_obeys_the_filters_of_the_page(client, municipality):
    InitiativeFactory(municipality=municipality, title="Bench", rung="4")
    InitiativeFactory(municipality=municipality, title="Hall")

    found = client.get(LIST, {"rung": "4"}).json()["items"]

    assert [each["title"] for each in found] == ["Bench"]


def test_nothing_of_another_municipality_leaves_by_this_door(client, municipality):
    elsewhere = InitiativeFactory(municipality=MunicipalityFactory())

    assert client.get(LIST).json()["items"] == []
    assert client.get(f"{LIST}{elsewhere.slug}").status_code == 404


def test_one_initiative_tells_its_steps_and_frames_but_not_who(client, municipality):
    initiative = InitiativeFactory(municipality=municipality, raised_by__given_name="Hemmelig")
    ada = initiative.raised_by
    take_step(initiative=initiative, to="defining", by=ada)
    write_frame(initiative=initiative, by=ada, open="Everything")
    InvitationFactory(initiative=initiative)

    response = client.get(f"{LIST}{initiative.slug}")

    told = response.json()
    assert [step["after"] for step in told["steps"]] == ["defining", "idea"]
    assert [frame["open"] for frame in told["frames"]] == ["Everything"]
    assert [invitation["accepted"] for invitation in told["invitations"]] == [None]
    assert "Hemmelig" not in response.content.decode()


def test_what_is_unchanged_costs_nothing_to_ask(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)
    one = f"{LIST}{initiative.slug}"
    tags = {url: client.get(url).headers["ETag"] for url in (LIST, one)}

    same = [client.get(url, headers={"If-None-Match": tag}) for url, tag in tags.items()]
    take_step(initiative=initiative, to="defining", by=initiative.raised_by)
    new = [client.get(url, headers={"If-None-Match": tag}) for url, tag in tags.items()]

    assert [response.status_code for response in (*same, *new)] == [304, 304, 200, 200]


def test_the_table_holds_no_formula(client, municipality):
    area = AreaFactory(municipality=municipality)
    initiative = InitiativeFactory(municipality=municipality, title="=HYPERLINK(1)")
    initiative.areas.add(area)

    response = client.get(LIST, {"format": "csv"})

    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert [(row["title"], row["areas"], row["state"]) for row in rows] == [
        ("'=HYPERLINK(1)", area.slug, "idea")
    ]
