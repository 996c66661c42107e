"""What the same person does twice at the same moment."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samskap.conversations.actions.moderating import report
from samskap.conversations.models import Comment, Report, Thread
from samskap.ledger.models import Contribution
from samskap.testing.factories.conversations import comment, subject
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 6


def at_once(act):
    """Do the same six times at the same moment, each in its own thread."""
    ready = Barrier(TIMES)

    def do(_number):
        try:
            ready.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as threads:
        return list(threads.map(do, range(TIMES)))


def test_a_form_sent_six_times_at_once_is_one_comment():
    about, ada, key = subject(), PersonFactory(), uuid.uuid4()
    hand = hand_of(ada, about.initiative.municipality)

    said = at_once(lambda: comment(about=about, hand=hand, form_key=key))

    assert {one.pk for one in said} == {Comment.objects.get().pk}
    assert Contribution.objects.filter(kind="comment").count() == 1
    assert Thread.objects.get().comments_shown == 1


def test_six_who_say_the_first_words_at_once_open_one_thread():
    about = subject()

    at_once(lambda: comment(about=about))

    assert Thread.objects.get().comments_shown == Comment.objects.count() == TIMES


def test_a_report_sent_six_times_at_once_is_one():
    said, ada = comment(), PersonFactory()

    at_once(lambda: report(comment=said, by=ada, ground="hate"))

    assert Report.objects.count() == 1
