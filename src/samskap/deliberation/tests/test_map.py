"""Drawing the map of opinions: from which votes, when, and what is kept of it."""

import hashlib
import json
import random
from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from samskap.deliberation.actions import drawing, voting
from samskap.deliberation.actions.drawing import draw_map, draw_what_changed
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Drawing, Standing, State, Vote
from samskap.deliberation.queries.map import (
    evidence_of,
    last_drawing,
    needed_for,
    place_of,
    published_drawing,
    weights_of,
)
from samskap.deliberation.tasks import latest_half_minute
from samskap.kernels.opinion_map.document import recompute
from samskap.testing.factories import deliberation as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """A deliberation in which two halves of twenty see things the other way round."""
    found = made.deliberation()
    made.two_camps(found, people=20)
    return found


def vote_of(deliberation, value=1, **voter):
    stated = deliberation.statements.order_by("number").first()
    return voting.vote(
        deliberation=deliberation, statement=stated, value=value, voter=Voter(**voter)
    )


def flip_one(deliberation):
    """Let one participant change their mind, as the pages do it."""
    cast = Vote.objects.filter(participant__deliberation=deliberation, value=1).first()
    voting.write_vote(cast.participant, cast.statement, Vote.Value.DISAGREE)


def test_a_map_is_drawn_from_the_votes_and_anybody_draws_it_again(asked):
    drawn = draw_map(asked)

    assert (drawn.number, drawn.figures["participants"], drawn.figures["in_groups"]) == (1, 20, 20)
    assert [group["size"] for group in drawn.figures["groups"]] == [10, 10]
    assert drawn.sha256 == hashlib.sha256(drawn.text).hexdigest()
    again = recompute(json.loads(drawn.text))
    assert again.holds
    assert [told["statement"] for told in drawn.figures["common"]] == [1, 4, 7]
    assert json.dumps(again.drawing) == json.dumps(drawn.content["drawing"])


def test_the_same_votes_are_drawn_once_and_new_ones_once_more(asked):
    assert (draw_what_changed(), draw_what_changed()) == (1, 0)

    flip_one(asked)

    assert (draw_what_changed(), draw_what_changed()) == (1, 0)
    assert last_drawing(asked).number == 2


def test_a_map_that_another_worker_drew_meanwhile_is_not_drawn_twice(asked, monkeypatch):
    quicker = drawing.drawn_from

    def while_another_draws(evidence):
        monkeypatch.setattr(drawing, "drawn_from", quicker)
        assert draw_map(asked)
        return quicker(evidence)

    monkeypatch.setattr(drawing, "drawn_from", while_another_draws)

    assert draw_map(asked) is None
    assert asked.drawings.count() == 1


def test_groups_keep_their_numbers_from_one_map_to_the_next(asked):
    first = draw_map(asked)
    Drawing.objects.update(groups={number: 1 - name for number, name in first.groups.items()})
    flip_one(asked)

    second = draw_map(asked)

    kept = [second.groups[number] != name for number, name in first.groups.items()]
    assert all(kept)
    assert recompute(second.content).holds


def test_rows_stand_in_another_order_in_each_map(asked):
    orders = [evidence_of(asked, number=number, before={})[1] for number in (1, 2)]

    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]


def test_one_map_is_kept_of_each_day_and_the_last(asked):
    for days in (2, 2, 1, 0, 0):
        drawn = draw_map(asked)
        Drawing.objects.filter(pk=drawn.pk).update(at=timezone.now() - timedelta(days=days))
        flip_one(asked)

    draw_map(asked)

    assert [*asked.drawings.values_list("number", flat=True)] == [6, 3, 2]


def test_single_votes_are_published_a_day_late_or_when_all_is_over(asked):
    today = draw_map(asked)
    assert published_drawing(asked) is None

    asked.state = State.CLOSED
    assert published_drawing(asked) == today

    asked.state = State.OPEN
    Drawing.objects.update(at=timezone.now() - timedelta(days=1))
    assert published_drawing(asked) == today

    Drawing.objects.update(figures=today.figures | {"in_groups": 14})
    assert published_drawing(asked) is None


def test_a_thousand_votes_of_one_person_count_as_the_last_of_them(asked):
    calm = evidence_of(asked, number=1, before={})[0].votes.tolist()
    cast = Vote.objects.filter(participant__deliberation=asked).first()
    before = cast.value

    for turn in range(40):
        voting.write_vote(cast.participant, cast.statement, Vote.Value(turn % 3 - 1))
    voting.write_vote(cast.participant, cast.statement, Vote.Value(before))

    assert evidence_of(asked, number=1, before={})[0].votes.tolist() == calm


def test_a_crowd_from_one_place_moves_nothing(asked):
    """The rule counts so many from one place; the others vote, and the map stays byte for byte."""
    for number in range(20):
        vote_of(asked, -1, cookie=f"first {number}", address="203.0.113.7")
    before = draw_map(asked)

    for number in range(100):
        vote_of(asked, -1, cookie=f"later {number}", address="203.0.113.7")

    assert asked.participants.filter(set_aside=True).count() == 100
    assert draw_map(asked) is None
    Drawing.objects.all().delete()
    assert draw_map(asked).sha256 == before.sha256


def test_a_thousand_votes_of_one_network_over_evenings_change_no_group_nor_agreement(monkeypatch):
    """A brigade votes as one camp, but against what unites people, beside three hundred others."""
    asked, chance = made.deliberation(), random.Random(1)  # noqa: S311 - the same each time
    made.two_camps(asked, people=300, statements=20)
    votes = Vote.objects.filter(participant__deliberation=asked).order_by("pk")
    unlike = [pk for pk in votes.values_list("pk", flat=True) if chance.random() < 0.1]
    votes.filter(pk__in=unlike).update(value=-1 * F("value"))  # nobody is of one camp in all
    before, stated = draw_map(asked), list(asked.statements.order_by("number"))

    for evening in range(3):
        day = timezone.now().date() + timedelta(days=evening)
        monkeypatch.setattr(timezone, "localdate", lambda *_moment, day=day: day)
        for number in range(20):
            voter = Voter(cookie=f"{evening} {number}", address="203.0.113.7")
            for place, each in enumerate(stated):
                said = Vote.Value.DISAGREE if place % 3 == 0 else Vote.Value.AGREE
                voting.vote(deliberation=asked, statement=each, value=said, voter=voter)
    monkeypatch.undo()

    after = draw_map(asked)
    assert Vote.objects.filter(participant__number__gt=300).count() == 1200
    assert asked.participants.filter(set_aside=True).count() == 40
    assert {number: after.groups[number] for number in before.groups} == before.groups
    for drawn in (before, after):
        assert len(drawn.figures["groups"]) == 2
        assert {told["statement"] for told in drawn.figures["common"]} == {1, 4, 7, 10, 13, 16, 19}


def test_a_statement_that_was_set_aside_moves_nobody_and_one_that_waits_is_not_there():
    asked = made.deliberation()
    made.two_camps(asked, people=20, statements=10)
    two, three = asked.statements.filter(number__in=(2, 3))
    two.state, three.state = Standing.SET_ASIDE, Standing.AWAITING
    two.save()
    three.save()

    drawn = draw_map(asked)

    numbers = [told["number"] for told in drawn.content["statements"]]
    assert (numbers, drawn.figures["left_out"]) == ([1, 2, *range(4, 11)], [2])
    axes = {told["number"]: told["axes"] for told in drawn.figures["statements"]}
    assert axes[2] == [0.0, 0.0]


def test_so_few_that_nothing_can_be_shown_get_no_map_and_hear_what_is_needed():
    few = made.deliberation()
    assert draw_map(few) is None
    made.two_camps(few, people=8)

    assert draw_map(few) is None
    needed = needed_for(few)
    assert (needed.votes, needed.people, needed.come) == (7, 10, 8)


def test_somebody_stands_where_their_own_votes_put_them(asked):
    drawn = draw_map(asked)
    one, other = asked.participants.order_by("number")[:2]

    here, there = place_of(drawn, one), place_of(drawn, other)
    assert here.group != there.group
    assert here.group == drawn.groups[str(one.number)]
    Vote.objects.filter(participant=one, value=1).update(value=-1)
    moved = place_of(drawn, one)
    assert (moved.x, moved.y) != (here.x, here.y)


def test_what_splits_people_is_asked_before_what_everybody_agrees_on(asked):
    assert weights_of(asked) == {}
    draw_map(asked)

    weights = weights_of(asked)
    assert weights[2] > weights[1]


def test_votes_are_looked_at_each_half_minute():
    now = timezone.now()
    slot = latest_half_minute(now)

    assert timedelta(0) <= now - slot < timedelta(seconds=30)
    assert latest_half_minute(slot) == slot
