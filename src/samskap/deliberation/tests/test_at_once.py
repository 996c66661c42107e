"""What one person does twice at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samskap.deliberation.actions.voting import vote
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Participant, Vote
from samskap.ledger.models import Contribution
from samskap.testing.factories import deliberation as made

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 8


def test_a_vote_pressed_eight_times_at_once_is_one_vote_of_one_participant():
    asked = made.deliberation()
    statement = made.statement(asked)
    ready, voter = Barrier(TIMES), Voter(cookie="one", address="192.0.2.1")

    def press(number):
        try:
            ready.wait()
            vote(deliberation=asked, statement=statement, value=number % 2, voter=voter)
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as threads:
        list(threads.map(press, range(TIMES)))

    statement.refresh_from_db()
    [stands] = Vote.objects.all()
    assert (statement.agrees, statement.passes) == ((1, 0) if stands.value else (0, 1))
    assert Participant.objects.count() == Contribution.objects.filter(kind="vote").count() == 1
