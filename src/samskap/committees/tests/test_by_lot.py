"""Members drawn by lot: the pool, the targets, and every outcome on record."""

import pytest

from samskap.base.queue.engine import engine
from samskap.committees.actions.by_lot import seat_drawn, start
from samskap.committees.actions.calling import close_call
from samskap.committees.actions.choosing import choose
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.team import (
    CallIsStillOpen,
    NobodyToDraw,
    NotDrawnYet,
    NotYoursToChoose,
)
from samskap.committees.models import Choice, State
from samskap.committees.models.team import Way
from samskap.committees.queries.by_lot import key_of, lot_of
from samskap.lottery.actions import planning
from samskap.lottery.models import Lot
from samskap.testing.factories.committees import (
    charter,
    committee,
    open_call_of,
    registration,
    seat,
)
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.lottery import committed, drawn
from samskap.testing.factories.lottery import lot as another_lot
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(db):
    """A call for four seats, two of them for the young, to which eight have registered."""
    made = committee(state=State.RECRUITING)
    charter(made)
    for name in ("Young", "Young", "Runs a business", "Lives far out"):
        seat(made, perspective=name)
    call = open_call_of(made, way=Way.LOT)
    for number in range(8):
        registration(
            call,
            sex="woman" if number % 2 else "man",
            perspectives=[("Young", "Runs a business", "Lives far out", "Young")[number // 2]],
        )
    registration(call, is_open=False)
    return call


def test_nobody_chooses_in_the_place_of_the_lot(call):
    by = call.committee.facilitator
    with pytest.raises(NotYoursToChoose):
        choose(registration=call.registrations.first(), outcome="member", reason="I like her.",
               by=by)  # fmt: skip
    with pytest.raises(NotYoursToKeep):
        start(call=call, by=PersonFactory())
    with pytest.raises(CallIsStillOpen):
        start(call=call, by=by)
    close_call(call=call, by=by)
    with pytest.raises(NotDrawnYet):
        seat_drawn(call=call, by=by)
    seat(call.committee, perspective="Nobody brings this")
    for each in call.registrations.all()[:5]:
        each.giver.declarations.all().delete()
    with pytest.raises(NobodyToDraw):
        start(call=call, by=by)


def test_a_lot_elsewhere_never_takes_the_place_of_the_draw(call):
    another_lot(InitiativeFactory(), public_id=key_of(call))
    assert lot_of(call) is None, "of another initiative"

    Lot.objects.update(initiative=call.committee.initiative)
    assert lot_of(call) is None, "with another pool"


def test_those_who_were_drawn_are_seated_and_every_outcome_is_on_record(call):
    by = call.committee.facilitator
    close_call(call=call, by=by)
    lot = start(call=call, by=by)
    assert start(call=call, by=by) == lot == lot_of(call)
    assert (lot.size, lot.entrants.count()) == (4, 8), "who has not declared is not in the pool"
    planning.plan(lot=lot, by=by)
    engine().work_off()
    lot.refresh_from_db()
    drawn(committed(lot))

    seated = seat_drawn(call=call, by=by)

    sitting = call.committee.members.sitting().select_related("seat")
    assert seated == sitting.count() == 4
    assert sorted(member.seat.perspective for member in sitting) == [
        "Lives far out",
        "Runs a business",
        "Young",
        "Young",
    ]
    assert {member.perspectives[0] for member in sitting} >= {"Runs a business", "Lives far out"}
    assert sorted(member.sex for member in sitting) == ["man", "man", "woman", "woman"]
    assert {member.way for member in sitting} == {Way.LOT}
    outcomes = list(Choice.objects.values_list("outcome", flat=True))
    assert (outcomes.count("member"), outcomes.count("not_chosen")) == (4, 4)
    assert not Choice.objects.filter(reason="").exists()
    assert seat_drawn(call=call, by=by) == 0, "pressing again seats nobody twice"
