import threading

import pytest
from django.db import connection, transaction

from samskap.base.models import Happening
from samskap.base.snapshots import one_moment
from samskap.testing.factories.base import HappeningFactory


def in_another_thread(act):
    """Do something on a connection of its own, and wait for it."""

    def run():
        try:
            act()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=60)
    assert not thread.is_alive()


@pytest.mark.django_db(transaction=True)
def test_what_is_written_meanwhile_is_not_seen_and_nobody_waits():
    HappeningFactory()
    with one_moment():
        before = Happening.objects.count()
        in_another_thread(HappeningFactory)
        after = Happening.objects.count()

    assert (before, after, Happening.objects.count()) == (1, 1, 2)


@pytest.mark.django_db(transaction=True)
def test_afterwards_the_connection_writes_as_before():
    mode = getattr(connection, "transaction_mode", None)
    with one_moment():
        Happening.objects.count()

    assert getattr(connection, "transaction_mode", None) == mode
    with transaction.atomic():
        HappeningFactory()
    assert Happening.objects.count() == 1
