"""What the same person does twice at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samskap.ideas import actions
from samskap.ideas.models import Idea, Support
from samskap.ledger.models import Contribution, Fate
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 8


def at_once(act):
    """Do the same eight times at the same moment, each in its own thread."""
    ready = Barrier(TIMES)

    def do(_number):
        try:
            ready.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as threads:
        return list(threads.map(do, range(TIMES)))


def test_support_pressed_eight_times_at_once_is_one_support():
    given, ada = idea(), PersonFactory()
    hand = hand_of(ada, given.municipality)

    at_once(lambda: actions.support(idea=given, hand=hand))

    given.refresh_from_db()
    assert given.supports == Support.objects.filter(idea=given).count() == 1
    assert Contribution.objects.filter(kind="support").count() == 1


def test_support_taken_back_eight_times_at_once_is_taken_back_once():
    given, ada = idea(), PersonFactory()
    for person in (ada, PersonFactory(), PersonFactory()):
        actions.support(idea=given, hand=hand_of(person, given.municipality))

    at_once(lambda: actions.stop_supporting(idea=given, by=ada))

    assert Idea.objects.get(pk=given.pk).supports == Support.objects.count() == 2
    assert Fate.objects.filter(status="withdrawn").count() == 1
