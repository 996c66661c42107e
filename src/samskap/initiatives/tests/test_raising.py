"""Raising an initiative."""

from uuid import uuid4

import pytest
from django.urls import reverse

from samskap.base.models import Happening
from samskap.initiatives.actions.raising import raise_initiative, title_from
from samskap.initiatives.errors.initiative import DreamIsMissing
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import hand, paper_hand
from samskap.ledger.models import Contribution
from samskap.people.models import Level
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, born_ago, person_with

pytestmark = pytest.mark.django_db


def raise_by(person, municipality, key="self:resident", **answers):
    answers = {"dream": "A place to meet.", **answers}
    return raise_initiative(
        municipality=municipality,
        by=person,
        hand=hand(key=key, by=person, municipality=municipality),
        **answers,
    )


def test_a_dream_becomes_an_initiative_a_ledger_row_and_a_memory():
    municipality, ada = MunicipalityFactory(answer_days=21), PersonFactory()

    initiative = raise_by(ada, municipality, dream="Et møtested på Strand.\nFor alle.")

    row = Contribution.objects.get(account=initiative.account)
    assert (initiative.title, initiative.slug, initiative.state) == (
        "Et møtested på Strand",
        "et-motested-pa-strand",
        "idea",
    )
    assert (row.kind, row.phase, row.is_input, row.is_independent, row.units) == (
        "problem_statement",
        "define",
        True,
        True,
        1,
    )
    assert row.standing.path == initiative.get_absolute_url()
    assert (row.standing.answer_due_on - row.at.date()).days in (21, 22)
    assert [change.after for change in initiative.changes.all()] == ["idea"]
    assert Happening.objects.get(what="initiatives.raised").about == (
        f"initiatives.Initiative:{initiative.pk}"
    )


def test_what_the_public_side_raises_waits_for_no_answer_from_itself():
    municipality = MunicipalityFactory()
    bo = person_with("facilitator", municipality)

    initiative = raise_by(bo, municipality, key="self:facilitator")

    row = initiative.account.contributions.get()
    assert (row.side, row.is_input, row.standing.answer_due_on) == ("public", False, None)


def test_a_dream_on_paper_belongs_to_whoever_told_it():
    municipality = MunicipalityFactory()
    bo = person_with("facilitator", municipality)
    told = paper_hand(by=bo, municipality=municipality, name="Olga", reach="22 22 22 22")

    initiative = raise_initiative(
        municipality=municipality, by=bo, hand=told, dream="A bench by the bus stop."
    )

    row = initiative.account.contributions.get()
    assert (initiative.raised_by, initiative.raised_as) == (None, "resident")
    assert (row.entered_on_behalf, row.channel, row.side) == (True, "paper", "non_public")


def test_two_with_the_same_title_get_two_addresses():
    municipality, ada = MunicipalityFactory(), PersonFactory()

    slugs = [raise_by(ada, municipality, title="Map").slug for _ in range(3)]

    assert slugs == ["map-2", "map-3", "map-4"]


def test_the_same_button_pressed_twice_raises_one():
    municipality, ada = MunicipalityFactory(), PersonFactory()
    key = uuid4()

    first = raise_by(ada, municipality, public_id=key)
    second = raise_by(ada, municipality, public_id=key)

    assert first == second
    assert Contribution.objects.count() == 1


def test_the_key_of_somebody_else_gives_nothing_away():
    municipality, ada, bo = MunicipalityFactory(), PersonFactory(), PersonFactory()
    key = uuid4()
    hers = raise_by(ada, municipality, public_id=key)

    his = raise_by(bo, municipality, public_id=key)

    assert his != hers
    assert his.public_id != key


def test_an_empty_dream_is_refused_and_leaves_nothing():
    municipality, ada = MunicipalityFactory(), PersonFactory()

    with pytest.raises(DreamIsMissing):
        raise_by(ada, municipality, dream="  \n ")

    assert not Initiative.objects.exists()


def test_a_child_of_fifteen_may_raise_a_challenge():
    municipality = MunicipalityFactory()
    eli = PersonFactory(born_on=born_ago(15), level=Level.REACHABLE)

    assert raise_by(eli, municipality).raised_by == eli


@pytest.mark.parametrize(
    ("dream", "title"),
    [
        ("A bench.", "A bench"),
        ("\n\n**A** bench\nby the sea", "A bench"),
        ("word " * 40, ("word " * 16).strip() + "…"),
    ],
)
def test_the_title_is_the_first_line(dream, title):
    assert title_from(dream) == title


def test_the_municipality_says_what_money_there_is_when_it_opens_a_challenge(client, municipality):
    leader = person_with("leader", municipality)

    page = reverse("initiatives:raise")
    asks = "what money is there?"
    client.force_login(PersonFactory())
    assert asks not in client.get(page).text
    client.force_login(leader)
    assert asks in client.get(page).text
    sent = {"dream": "Buses that come.", "hand": "self:leader", "channel": "web"}
    client.post(page, sent | {"kind": "resident", "money": "900 000 kroner, until 2028"})

    raised = Initiative.objects.get()
    assert raised.frames.get().money == "900 000 kroner, until 2028"
    shown = client.get(raised.get_absolute_url()).text
    assert "What money there is" in shown
    assert "Nobody has said yet what money there is." not in shown


def test_that_nobody_has_said_what_money_there_is_is_said(client, municipality):
    raised = raise_by(PersonFactory(), municipality, money="I wish for a million")

    assert not raised.frames.exists()  # only the municipality can say what it has
    assert "Nobody has said yet what money there is." in client.get(raised.get_absolute_url()).text
