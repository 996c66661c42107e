"""Two people press at the same moment."""

import threading

import pytest
from django.db import connection

from samskap.base.refusals import Refusal
from samskap.lottery.actions import drawing
from samskap.lottery.models import Step
from samskap.lottery.queries import round_of
from samskap.testing.factories.lottery import DICE, committed, steward_of, witness

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_witnesses_who_press_at_once_draw_once():
    lot = committed()
    drawing.type_numbers(lot=lot, by=steward_of(lot), typed=DICE)
    people, together, refused = [witness(lot), witness(lot)], threading.Barrier(2), []

    def press(person):
        """Type the numbers in, from a connection of one’s own."""
        together.wait()
        try:
            drawing.type_numbers(lot=lot, by=person, typed=DICE)
        except Refusal as refusal:
            refused.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert refused == ["lottery.not_at_this_step"]
    assert lot.steps.filter(what=Step.What.DRAWN).count() == 1
    assert round_of(lot).panel.count() == lot.size
