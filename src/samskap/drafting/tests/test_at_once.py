"""Fifty people who write the same paragraph at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samskap.drafting import actions
from samskap.drafting.actions import Clash
from samskap.drafting.errors import ChangeIsDecided
from samskap.drafting.models import Change, Wording
from samskap.drafting.queries.texts import wording_now
from samskap.ledger.models import Contribution, Fate
from samskap.testing.factories.drafting import change, document, paragraph, writer_of
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, ALIKE = 50, 10  # of them so many word the same place


def at_once(act, times):
    """Do the same so often at the same moment, each in its own thread."""
    ready = Barrier(times)

    def do(number):
        try:
            ready.wait()
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(do, range(times)))


def test_fifty_who_write_one_paragraph_at_once_lose_no_word_of_each_other():
    text = document()
    people = PersonFactory.create_batch(WRITERS)
    text.writers.add(*people)
    hands = [hand_of(person, text.municipality) for person in people]
    lines = [f"Line {number} is empty." for number in range(WRITERS)]
    joint = paragraph(text, "\n".join(lines))
    clashes = []

    def write(number):
        """Word one’s own line, or the last one as ten others do; press twice."""
        old = lines[number if number < WRITERS - ALIKE else -1]
        mine = "\n".join(lines).replace(old, old.replace("empty", f"word{number}"))
        base = 1
        for _press in range(2):
            said = actions.write(
                paragraph=joint, hand=hands[number], text=mine, why="Mine.", base_version=base
            )
            while isinstance(said, Clash):  # reads what stands there now, and puts both together
                clashes.append(said)
                mine, base = f"{said.now.text} And word{number}.", said.now.version
                said = actions.write(
                    paragraph=joint, hand=hands[number], text=mine, why="Mine.", base_version=base
                )

    at_once(write, WRITERS)

    joint.refresh_from_db()
    now = wording_now(joint).text
    assert [n for n in range(WRITERS) if f"word{n}." not in now] == []
    assert now.count("word") == WRITERS
    versions = Wording.objects.filter(paragraph=joint).values_list("version", flat=True)
    assert sorted(versions) == list(range(1, WRITERS + 2))
    assert len(clashes) >= ALIKE - 1
    assert Contribution.objects.filter(kind="draft").count() == WRITERS + 1


def test_a_change_that_ten_accept_at_once_is_taken_in_once():
    text = document()
    bus, by = paragraph(text), writer_of(text).by
    open_one = change(bus)

    def decide(_number):
        try:
            actions.decide_change(change=open_one, by=by, state=Change.State.ACCEPTED)
        except ChangeIsDecided:
            return 0
        return 1

    assert sum(at_once(decide, 10)) == 1
    assert Fate.objects.filter(status="used").count() == 1
    assert Wording.objects.filter(paragraph=bus).count() == 2
