"""Voting: one person is one participant, the last vote counts, and nobody pretends to be many."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.base.memory import Happening
from samskap.deliberation.actions import taking_part
from samskap.deliberation.actions.keeping import share_place
from samskap.deliberation.actions.taking_part import MOST_FROM_ONE_PLACE
from samskap.deliberation.actions.voting import vote
from samskap.deliberation.errors import NotOpenNow, StatementIsGone
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Participant, Vote
from samskap.deliberation.personal import old_sources
from samskap.deliberation.queries.asking import asked_next
from samskap.ledger.models import Contribution
from samskap.people.errors import SignInNeeded
from samskap.people.models import Level
from samskap.testing.factories import deliberation as made
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

AGREE, PASS, DISAGREE = 1, 0, -1


@pytest.fixture
def asked():
    """A deliberation with two statements."""
    asked = made.deliberation()
    made.statement(asked)
    made.statement(asked)
    return asked


def first_of(deliberation):
    """Its first statement, as it reads now."""
    return deliberation.statements.order_by("number")[0]


def sums(statement):
    """How many said what."""
    statement.refresh_from_db()
    return statement.agrees, statement.disagrees, statement.passes


def say(deliberation, voter, value=AGREE, statement=None):
    """Vote on the first statement, unless another is named."""
    return vote(
        deliberation=deliberation,
        statement=statement or first_of(deliberation),
        value=value,
        voter=voter,
    )


def test_the_last_vote_of_a_person_counts_and_only_one_row_stands(asked):
    person = PersonFactory()
    for value in (AGREE, AGREE, PASS, DISAGREE):
        say(asked, Voter(person=person), value)

    assert [row.value for row in Vote.objects.all()] == [DISAGREE]
    assert sums(first_of(asked)) == (0, 1, 0)


def test_one_row_of_the_ledger_stands_for_a_participant_however_often_they_vote(asked):
    person = PersonFactory()
    for statement in asked.statements.all():
        say(asked, Voter(person=person), statement=statement)

    rows = Contribution.objects.filter(kind="vote")
    assert [(row.units, row.giver.person) for row in rows] == [(0, person)]


def test_nothing_that_is_remembered_says_who_voted_what(asked):
    say(asked, Voter(person=PersonFactory()))
    say(asked, Voter(cookie="a", address="192.0.2.1"))

    happened = Happening.objects.filter(what__startswith="deliberation.")
    assert {each.what for each in happened} == {"deliberation.joined"}


def test_a_cookie_is_one_participant_here_and_another_elsewhere(asked):
    other = made.deliberation(asked.initiative)
    made.statement(other)
    known = Voter(cookie="a", address="192.0.2.1")
    one, again, elsewhere = say(asked, known), say(asked, known, PASS), say(other, known)

    assert one == again
    assert one.key != elsewhere.key
    assert "192.0.2.1" not in one.source


def test_beyond_so_many_from_one_network_nobody_is_counted(asked):
    for number in range(MOST_FROM_ONE_PLACE + 3):
        say(asked, Voter(cookie=f"{number}", address="192.0.2.1"))
    say(asked, Voter(cookie="elsewhere", address="192.0.2.2"), DISAGREE)

    assert Participant.objects.filter(set_aside=True).count() == 3
    assert sums(first_of(asked)) == (MOST_FROM_ONE_PLACE, 1, 0)
    assert Contribution.objects.filter(kind="vote").count() == MOST_FROM_ONE_PLACE + 1


def test_a_network_is_compared_until_the_deliberation_is_over_and_no_longer(asked):
    say(asked, Voter(cookie="a", address="192.0.2.1"))
    today = timezone.now()
    Participant.objects.update(joined_at=today - timedelta(days=30))
    assert not old_sources(today).exists()

    asked.closes_at = today - timedelta(hours=1)
    asked.save()

    assert [each.key for each in old_sources(today)] == [Participant.objects.get().key]


def test_those_who_keep_it_can_count_a_class_after_all(asked):
    for number in range(MOST_FROM_ONE_PLACE + 3):
        say(asked, Voter(cookie=f"{number}", address="192.0.2.1"))
    source = Participant.objects.filter(set_aside=True)[0].source

    counted = taking_part.count_after_all(
        deliberation=asked, source=source, by=asked.initiative.raised_by
    )

    assert counted == 3
    assert sums(first_of(asked)) == (MOST_FROM_ONE_PLACE + 3, 0, 0)


def test_at_a_shared_place_more_are_counted(asked):
    share_place(
        deliberation=asked,
        by=asked.initiative.raised_by,
        name="The library",
        address="192.0.2.1",
        most=MOST_FROM_ONE_PLACE + 1,
    )
    asked.refresh_from_db()
    for number in range(MOST_FROM_ONE_PLACE + 2):
        say(asked, Voter(cookie=f"{number}", address="192.0.2.1"))

    assert Participant.objects.filter(set_aside=True).count() == 1
    assert set(Participant.objects.values_list("channel", flat=True)) == {"kiosk"}


def test_votes_without_an_account_join_those_of_the_account_and_the_last_counts(asked):
    first, second = asked.statements.order_by("number")
    person = PersonFactory()
    unknown = Voter(cookie="a", address="192.0.2.1")
    say(asked, Voter(person=person), AGREE, first)
    say(asked, unknown, DISAGREE, first)
    say(asked, unknown, AGREE, second)

    taking_part.join(deliberation=asked, voter=Voter(person=person, cookie="a"))

    assert [one.person for one in Participant.objects.all()] == [person]
    assert (sums(first), sums(second)) == ((0, 1, 0), (1, 0, 0))


def test_whoever_may_not_vote_without_an_account_is_asked_to_sign_in(asked):
    asked.least = Level.REACHABLE

    with pytest.raises(SignInNeeded):
        say(asked, Voter(cookie="a", address="192.0.2.1"))
    assert not Vote.objects.exists()


def test_a_closed_deliberation_and_a_hidden_statement_take_no_votes(asked):
    first = first_of(asked)
    first.state = "set_aside"
    with pytest.raises(StatementIsGone):
        say(asked, Voter(person=PersonFactory()), statement=first)
    asked.closes_at = timezone.now()
    with pytest.raises(NotOpenNow):
        say(asked, Voter(person=PersonFactory()))
    assert not Vote.objects.exists()


def test_before_the_first_map_whichever_has_the_fewest_votes_is_asked_the_oldest_first(asked):
    first, second = asked.statements.order_by("number")
    person = made.participant(asked)

    def next_one():
        return asked_next(asked, person, pseudonym="p", weights={}).statement

    assert next_one() == first
    asked.statements.filter(pk=first.pk).update(agrees=1)
    assert next_one() == second
    made.vote(person, second)
    assert next_one() == first
    made.vote(person, first)
    assert next_one() is None


def test_after_it_statements_are_drawn_by_how_much_a_vote_tells_and_new_ones_are_not_forgotten(
    asked,
):
    third = made.statement(asked)
    weights = {1: 0.0, 2: 0.0}  # drawn before the third was written: it weighs as the heaviest

    def asked_of(pseudonym, weights):
        return asked_next(asked, None, pseudonym=pseudonym, weights=weights).statement.number

    assert {asked_of(f"{n}", {1: 0.0, 2: 5.0, 3: 0.0}) for n in range(9)} == {2}
    assert third.number in {asked_of(f"{n}", weights) for n in range(30)}
    assert asked_of("one", weights) == asked_of("one", weights)
