"""What is refused: too late, twice, or by whoever lost an appeal."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from samskap.deliberation.actions import reading, taking_part
from samskap.deliberation.actions.cards import write_card
from samskap.deliberation.actions.keeping import start_deliberation
from samskap.deliberation.actions.stating import state
from samskap.deliberation.actions.voting import write_vote
from samskap.deliberation.errors import NotOpenNow, SomebodyElseDecides
from samskap.deliberation.forms import polis
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Participant, Vote
from samskap.initiatives.models import Initiative
from samskap.testing.factories import deliberation as made
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """A deliberation with one statement."""
    asked = made.deliberation()
    made.statement(asked)
    return asked


def test_an_initiative_that_is_paused_takes_neither_statements_nor_cards(asked, monkeypatch):
    monkeypatch.setattr(Initiative, "is_open", property(lambda initiative: False))

    with pytest.raises(NotOpenNow):
        state(deliberation=asked, text="More", language="en", voter=Voter(person=PersonFactory()))
    with pytest.raises(NotOpenNow):
        write_card(deliberation=asked, by=asked.initiative.raised_by, card="1", votes={1: 1})
    assert asked.statements.count() == 1
    assert not asked.participants.exists()


def test_votes_that_are_not_counted_are_joined_to_no_account_once_it_is_over(asked):
    voter = Voter(cookie="a", address="192.0.2.1")
    participant = taking_part.participant_for(asked, voter)
    write_vote(participant, asked.statements.get(), Vote.Value.AGREE)
    asked.participants.update(set_aside=True)
    asked.closes_at = timezone.now() - timedelta(minutes=1)

    with pytest.raises(NotOpenNow):
        taking_part.join(deliberation=asked, voter=Voter(person=PersonFactory(), cookie="a"))
    assert asked.participants.get().set_aside


def test_a_vote_counts_of_whoever_was_counted_after_all_a_moment_ago(asked):
    participant = made.participant(asked, set_aside=True)
    Participant.objects.filter(pk=participant.pk).update(set_aside=False)

    write_vote(participant, asked.statements.get(), Vote.Value.AGREE)

    assert asked.statements.get().agrees == 1


def test_whoever_lost_an_appeal_does_not_set_the_statement_aside_again(asked):
    statement, keeper = asked.statements.get(), asked.initiative.raised_by
    another = RoleFactory(municipality=asked.municipality).person
    reading.set_aside(statement=statement, by=keeper, reason="Off topic")
    asked.statements.update(appeal="It is not.", appealed_at=timezone.now())
    reading.decide_appeal(statement=statement, by=another, shows=True, answer="It is not.")

    with pytest.raises(SomebodyElseDecides):
        reading.set_aside(statement=statement, by=keeper, reason="Still")
    assert asked.statements.get().state == "shown"


def test_statements_to_start_with_that_say_the_same_are_written_once():
    initiative = InitiativeFactory()

    begun = start_deliberation(
        initiative=initiative,
        by=initiative.raised_by,
        question="Buses?",
        language="en",
        seeds=["Foo", "foo", "Bar"],
    )

    assert [*begun.statements.values_list("text", flat=True)] == ["Foo", "Bar"]


@pytest.mark.parametrize("is_signed_in", [True, False])
@pytest.mark.parametrize("name", ["like", "state"])
def test_whoever_looks_for_what_is_alike_too_often_waits(
    client, municipality, settings, rates_are_kept, name, is_signed_in
):
    settings.RATES = {"vote": (2, 60), "voters_from_one_place": (2, 60)}
    asked = made.deliberation(InitiativeFactory(municipality=municipality))
    if is_signed_in:
        client.force_login(PersonFactory())
    path = reverse(f"deliberation:{name}", args=[asked.pk])

    codes = [client.post(path, {"text": "Buses", "look": "yes"}).status_code for _n in range(3)]

    assert codes == [200, 200, 429]


@pytest.mark.parametrize("bound", ["MOST_STATEMENTS", "MOST_VOTERS", "MOST_VOTES"])
def test_a_conversation_that_is_too_large_is_refused_kindly(bound, monkeypatch):
    monkeypatch.setattr(polis, bound, 1)
    files = {
        "comments": "comment-id,comment-body\n0,More buses\n1,No buses\n",
        "votes": "voter-id,comment-id,vote\n3,0,1\n4,1,-1\n",
    }

    form = polis.PolisForm(
        {}, {name: SimpleUploadedFile(f"{name}.csv", text.encode()) for name, text in files.items()}
    )

    [wrong] = form.non_field_errors()
    assert wrong.startswith("This conversation is too large")


@pytest.mark.parametrize("bound", ["MOST_STATEMENTS", "MOST_VOTES"])
def test_a_conversation_that_is_too_large_is_refused_before_it_is_read_whole(bound, monkeypatch):
    monkeypatch.setattr(polis, bound, 1)
    files = {
        "comments": "comment-id,comment-body\n0,More buses\nno number at all,\n",
        "votes": "voter-id,comment-id,vote\n3,0,1\nno number at all,,\n",
    }

    form = polis.PolisForm(
        {}, {name: SimpleUploadedFile(f"{name}.csv", text.encode()) for name, text in files.items()}
    )

    assert form.non_field_errors()[0].startswith("This conversation is too large")
