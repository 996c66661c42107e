"""What many do at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from samskap.base.refusals import Refusal
from samskap.rotas.actions.line import stand_in_line
from samskap.rotas.actions.shifts import add_series
from samskap.rotas.actions.turns import hand_back, take, take_series
from samskap.rotas.errors import ShiftIsFull
from samskap.rotas.models import InLine, Turn
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import DutyFactory, RotaFactory, a_need, rota

pytestmark = pytest.mark.django_db(transaction=True)
TAKERS, THREADS, PLACES = 200, 40, 7


def at_once(act, things, threads):
    """Do the same with each thing, so many at the very same moment, each in its own thread."""
    ready = Barrier(threads)

    def do(thing):
        try:
            ready.wait(timeout=60)
            return act(thing)
        except Refusal as no:
            return no
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(do, things))


def test_two_hundred_takers_at_once_never_overbook():
    need = a_need(people=PLACES)
    hands = [hand_of(PersonFactory(), need.municipality) for _ in range(TAKERS)]

    came = at_once(lambda hand: take(need=need, hand=hand), hands, THREADS)

    held = Turn.objects.filter(need=need, status__in=Turn.HOLDS)
    assert sorted(held.values_list("number", flat=True)) == list(range(1, PLACES + 1))
    assert sum(isinstance(each, Turn) for each in came) == PLACES
    assert {type(each) for each in came} == {Turn, ShiftIsFull}


def test_one_person_takes_two_shifts_of_one_time_only_once():
    first = a_need()
    others = [
        a_need(
            starts_at=first.shift.starts_at,
            rota=RotaFactory(initiative=first.shift.rota.initiative),
        )
        for _ in range(7)
    ]
    hand = hand_of(PersonFactory(), first.municipality)

    at_once(lambda need: take(need=need, hand=hand), [first, *others], 8)

    assert Turn.objects.filter(giver=hand.giver, status__in=Turn.HOLDS).count() == 1


def test_places_handed_back_at_once_go_to_the_first_in_line():
    need = a_need(people=4)
    turns = [take(need=need, hand=hand_of(PersonFactory(), need.municipality)) for _ in range(4)]
    line = [PersonFactory() for _ in range(6)]
    for person in line:
        stand_in_line(need=need, hand=hand_of(person, need.municipality))

    at_once(lambda turn: hand_back(turn=turn, by=turn.person), turns, 4)

    held = Turn.objects.filter(need=need, status__in=Turn.HOLDS)
    assert {turn.person for turn in held} == set(line[:4])
    assert sorted(turn.number for turn in held) == [1, 2, 3, 4]
    assert [each.person for each in InLine.objects.all()] == line[4:]


def test_whole_series_taken_at_once_neither_overbook_nor_block_each_other():
    here = rota()
    series = add_series(
        rota=here,
        by=here.initiative.raised_by,
        rule="FREQ=DAILY;COUNT=6",
        first_on=timezone.localdate() + timedelta(days=1),
        opens=time(16),
        closes=time(18),
        needs={DutyFactory(rota=here): 3},
        skips_holidays=False,
    )
    need = series.shifts.last().needs.get()
    hands = [hand_of(PersonFactory(), here.municipality) for _ in range(8)]

    def act(hand):
        if hand in hands[4:]:
            return take(need=need, hand=hand)
        return take_series(series=series, need=need, hand=hand)

    at_once(act, hands, 8)

    for shift in series.shifts.all():
        held = shift.turns.filter(status__in=Turn.HOLDS)
        assert sorted(held.values_list("number", flat=True)) == [1, 2, 3]


def test_two_lines_of_the_same_people_move_up_at_once():
    first, second = PersonFactory(), PersonFactory()
    turns = []
    for order in ((first, second), (second, first)):
        need = a_need(starts_at=timezone.now() + timedelta(days=2 + len(turns)))
        turns.append(take(need=need, hand=hand_of(PersonFactory(), need.municipality)))
        for person in order:
            stand_in_line(need=need, hand=hand_of(person, need.municipality))

    came = at_once(lambda turn: hand_back(turn=turn, by=turn.person), turns, 2)

    assert came == [None, None]
    held = Turn.objects.filter(status=Turn.Status.TAKEN)
    assert {turn.person for turn in held} == {first, second}
    assert InLine.objects.count() == 2
