import pytest

from samskap.notices.models import Notice
from samskap.rotas.actions.swaps import accept_swap, ask_swap, decline_swap, withdraw_swap
from samskap.rotas.actions.turns import hand_back
from samskap.rotas.errors import (
    CollidesWithAnother,
    NotAskedOfYou,
    NotYourTurn,
    RequirementIsMissing,
    SwapIsAnswered,
    SwapIsAsked,
    TurnIsSettled,
)
from samskap.rotas.models import Turn
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    RequirementFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine():
    """Ada’s turn tomorrow."""
    return TurnFactory(need=a_need(rota=rota()))


@pytest.fixture
def theirs(mine):
    """Bo’s turn in three days, on the same rota."""
    need = a_need(rota=mine.shift.rota, starts_at=tomorrow_at(16, days=3))
    return TurnFactory(need=need)


def hand(turn_or_person, of):
    return hand_of(getattr(turn_or_person, "person", turn_or_person), of.municipality)


def who_holds(turn):
    return turn.need.turns.get(status__in=Turn.HOLDS).person


def test_anybody_may_take_what_is_offered_to_all(mine):
    swap = ask_swap(turn=mine, by=mine.person, words="I am ill.")
    cille = PersonFactory()

    new = accept_swap(swap=swap, hand=hand(cille, mine))

    mine.refresh_from_db()
    assert (mine.status, new.number, who_holds(mine)) == ("swapped", 1, cille)
    assert Notice.objects.get(kind="rotas.swap").person == mine.person


def test_two_turns_change_hands(mine, theirs):
    swap = ask_swap(turn=mine, by=mine.person, in_return=theirs)

    accept_swap(swap=swap, hand=hand(theirs, mine))

    assert (who_holds(mine), who_holds(theirs)) == (theirs.person, mine.person)


def test_the_turn_stays_until_somebody_says_yes(mine, theirs):
    swap = ask_swap(turn=mine, by=mine.person, asked=theirs.person)

    decline_swap(swap=swap, by=theirs.person)

    assert who_holds(mine) == mine.person
    with pytest.raises(SwapIsAnswered):
        accept_swap(swap=swap, hand=hand(theirs, mine))


def test_only_whoever_is_asked_answers(mine, theirs):
    swap = ask_swap(turn=mine, by=mine.person, asked=theirs.person)

    with pytest.raises(NotAskedOfYou):
        accept_swap(swap=swap, hand=hand(PersonFactory(), mine))
    with pytest.raises(NotAskedOfYou):
        decline_swap(swap=swap, by=PersonFactory())
    with pytest.raises(NotAskedOfYou):
        accept_swap(swap=swap, hand=hand(mine, mine))


def test_only_ones_own_turn_is_offered_and_only_once_at_a_time(mine, theirs):
    with pytest.raises(NotYourTurn):
        ask_swap(turn=mine, by=theirs.person)
    swap = ask_swap(turn=mine, by=mine.person)
    with pytest.raises(SwapIsAsked):
        ask_swap(turn=mine, by=mine.person)
    with pytest.raises(NotYourTurn):
        withdraw_swap(swap=swap, by=theirs.person)

    withdraw_swap(swap=swap, by=mine.person)
    ask_swap(turn=mine, by=mine.person)

    assert mine.swaps.count() == 2


def test_a_swap_that_would_collide_or_that_one_is_not_cleared_for_is_refused(mine, theirs):
    swap = ask_swap(turn=mine, by=mine.person)
    busy, other = PersonFactory(), PersonFactory()
    TurnFactory(need=a_need(rota=rota(mine.shift.rota.initiative)), person=busy)
    mine.need.duty.requirements.add(RequirementFactory(rota=mine.shift.rota))

    with pytest.raises(RequirementIsMissing):
        accept_swap(swap=swap, hand=hand(other, mine))
    mine.need.duty.requirements.clear()
    with pytest.raises(CollidesWithAnother):
        accept_swap(swap=swap, hand=hand(busy, mine))

    assert who_holds(mine) == mine.person


def test_a_turn_that_was_handed_back_is_offered_no_more(mine):
    swap = ask_swap(turn=mine, by=mine.person)

    hand_back(turn=mine, by=mine.person)

    swap.refresh_from_db()
    assert swap.status == "withdrawn"
    with pytest.raises(TurnIsSettled):
        ask_swap(turn=mine, by=mine.person)
