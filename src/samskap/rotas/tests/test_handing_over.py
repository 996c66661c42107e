import pytest
from django.urls import reverse

from samskap.notices.models import Notice
from samskap.rotas.actions.handing_over import offer_turns
from samskap.rotas.actions.swaps import accept_swap, withdraw_swap
from samskap.rotas.errors import NothingToOffer, NotYoursToKeep, NotYourTurn
from samskap.rotas.models import InLine, Swap, Turn
from samskap.rotas.queries.planner import handover_of
from samskap.testing.factories.ledger import giver_for, hand_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    HelperFactory,
    RunningInitiativeFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(municipality):
    return rota(
        RunningInitiativeFactory(municipality=municipality, raised_by=PersonFactory()),
        title="Library",
    )


@pytest.fixture
def keeper(here):
    return here.initiative.raised_by


@pytest.fixture
def ada(here):
    """Somebody who has all turns of the next days."""
    person = PersonFactory(given_name="Adelheid", family_name="", language="en")
    HelperFactory(rota=here, person=person)
    for days in (1, 2, 3):
        TurnFactory(need=a_need(rota=here, starts_at=tomorrow_at(16, days=days)), person=person)
    return person


def test_turns_stay_hers_until_somebody_takes_them_and_she_hears_both(here, keeper, ada):
    first, second, _third = ada.turns.all()
    bo, cy = PersonFactory(language="en"), PersonFactory(language="en")
    InLine.objects.create(
        municipality=here.municipality,
        need=first.need,
        person=cy,
        giver=giver_for(cy, here.municipality),
        side=first.side,
        actor_kind=first.actor_kind,
    )

    offered = offer_turns(
        rota=here, person=ada, turns=[first, second], by=keeper, words="Let us share."
    )

    assert {turn.status for turn in ada.turns.all()} == {Turn.Status.TAKEN}
    told = Notice.objects.get(person=ada)
    assert told.label == "2 turns of yours are open to others: “Library”."
    assert told.text.startswith("Let us share.\n\nA coordinator offers them")
    assert Notice.objects.get(person=cy).label.startswith("A turn is open to you: “Library”, ")
    assert [turn.is_offered for turn in handover_of(here, ada).turns] == [True, True, False]

    new = accept_swap(swap=offered[0], hand=hand_of(bo, here.municipality))
    withdraw_swap(swap=offered[1], by=ada)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (new.person, first.status, second.status) == (bo, "swapped", "taken")
    assert Notice.objects.filter(person=ada, label__contains="takes your turn").exists()


def test_what_is_not_offered(here, keeper, ada):
    turn = ada.turns.first()
    others = TurnFactory(need=a_need(rota=here))
    elsewhere = TurnFactory(need=a_need(), person=ada)

    with pytest.raises(NotYoursToKeep):
        offer_turns(rota=here, person=ada, turns=[turn], by=ada)
    with pytest.raises(NothingToOffer):
        offer_turns(rota=here, person=ada, turns=[others, elsewhere], by=keeper)
    [swap] = offer_turns(rota=here, person=ada, turns=[turn], by=keeper)
    with pytest.raises(NothingToOffer):
        offer_turns(rota=here, person=ada, turns=[turn], by=keeper)
    with pytest.raises(NotYourTurn):
        withdraw_swap(swap=swap, by=others.person)
    withdraw_swap(swap=swap, by=keeper)
    assert Swap.objects.get().status == Swap.Status.WITHDRAWN


def test_an_offered_turn_stands_among_what_others_can_take(client, here, keeper, ada):
    first, second, _third = ada.turns.all()
    [swap] = offer_turns(rota=here, person=ada, turns=[first], by=keeper, words="Between us")
    url, take = reverse("rotas:to_take"), reverse("rotas:accept_swap", args=[swap.pk])
    bo = PersonFactory()

    assert first.shift.get_absolute_url() not in client.get(url).text
    client.force_login(ada)
    assert first.shift.get_absolute_url() not in client.get(url).text
    client.force_login(bo)
    page = client.get(url).text
    assert take in page
    assert second.shift.get_absolute_url() not in page
    assert "Adelheid" not in page
    assert "Between us" not in page
    client.post(take)
    assert first.need.turns.get(status=Turn.Status.TAKEN).person == bo


def test_the_planner_offers_them_from_the_plan(client, here, keeper, ada):
    TurnFactory(need=a_need(rota=here, starts_at=tomorrow_at(9, days=4)))
    url = reverse("rotas:planner", args=[here.slug])
    offer = reverse("rotas:offer_turns", args=[here.slug, ada.helps.get().pk])
    keys = list(ada.turns.values_list("pk", flat=True))
    client.force_login(keeper)

    page = client.get(url)
    none = client.post(offer, {"words": "Let us share"})
    done = client.post(offer, {"turns": keys[:2]}, follow=True)

    assert f'action="{offer}"' in page.text
    assert none.context["handovers"][0]["form"].errors.keys() == {"turns"}
    assert "Let us share" in none.text
    assert "2 turns are open to others now." in done.text
    assert "Open to others already:" in done.text
    client.force_login(ada)
    assert client.post(offer, {"turns": keys}).status_code == 409
