from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.initiatives.models.initiative import State
from samskap.ledger.hands import paper_hand
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.rotas.actions.line import leave_line, stand_in_line
from samskap.rotas.actions.rotas import see
from samskap.rotas.actions.shifts import add_series, call_off, make_shifts
from samskap.rotas.actions.turns import hand_back, take, take_series
from samskap.rotas.errors import (
    AlreadyOnShift,
    CollidesWithAnother,
    ForStaff,
    NotYoursToEnter,
    NotYourTurn,
    RequirementIsMissing,
    RotaIsClosed,
    SayWhy,
    ShiftIsCalledOff,
    ShiftIsFull,
    ShiftIsOver,
    ThereIsRoom,
    TooMany,
    TurnIsSettled,
)
from samskap.rotas.models import Helper, InLine, Shift, Turn, Wish
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    DutyFactory,
    NeedFactory,
    RequirementFactory,
    RotaFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)

pytestmark = pytest.mark.django_db


def taken_by(person, need, actor_kind="resident", **more):
    return take(need=need, hand=hand_of(person, need.municipality, actor_kind), **more)


def holders(need):
    return list(
        need.turns.filter(status__in=Turn.HOLDS).order_by("number").values_list("person", "number")
    )


def test_a_turn_is_taken_and_whoever_takes_it_is_with_the_rota():
    need, ada = a_need(people=2), PersonFactory()

    turn = taken_by(ada, need)

    assert holders(need) == [(ada.pk, 1)]
    assert (turn.side, turn.is_staff_cover, turn.status) == ("non_public", False, "taken")
    assert Helper.objects.get().person == ada


def test_a_full_shift_refuses_and_says_what_to_do():
    need = a_need(rota=RotaFactory(title="Soup kitchen"))
    TurnFactory(need=need)

    with pytest.raises(ShiftIsFull) as refusal:
        taken_by(PersonFactory(), need)

    assert str(refusal.value) == (
        "“Soup kitchen” has everyone it needs for this shift. Stand in line, or see if another"
        " shift needs you."
    )


def test_nobody_is_on_a_shift_twice():
    need, ada = a_need(people=2), PersonFactory()
    taken_by(ada, need)

    with pytest.raises(AlreadyOnShift):
        taken_by(ada, need)


def test_nobody_is_at_two_places_at_once():
    first, ada = a_need(), PersonFactory()
    second = a_need(
        starts_at=first.shift.starts_at + timedelta(hours=2),
        rota=RotaFactory(initiative__municipality=first.municipality),
    )
    after = a_need(rota=first.shift.rota, starts_at=first.shift.ends_at)
    taken_by(ada, first)

    with pytest.raises(CollidesWithAnother) as refusal:
        taken_by(ada, second)
    taken_by(ada, after)

    assert "16:00–19:00" in str(refusal.value)
    assert Turn.objects.filter(person=ada).count() == 2


def test_a_shift_that_is_over_or_called_off_takes_nobody():
    over = a_need(starts_at=timezone.now() - timedelta(hours=4))
    off = a_need(cancelled_at=timezone.now())

    with pytest.raises(ShiftIsOver):
        taken_by(PersonFactory(), over)
    with pytest.raises(ShiftIsCalledOff):
        taken_by(PersonFactory(), off)


@pytest.mark.parametrize("closed", [{"closed_at": timezone.now()}, {"initiative__state": "paused"}])
def test_a_closed_rota_takes_nobody(closed):
    state = {"initiative__state_before": State.DRIVING} if "initiative__state" in closed else {}
    need = a_need(rota=RotaFactory(**closed, **state))

    with pytest.raises(RotaIsClosed):
        taken_by(PersonFactory(), need)


def test_the_duty_of_staff_is_for_staff():
    need = NeedFactory(duty__is_staff=True)

    with pytest.raises(ForStaff):
        taken_by(PersonFactory(), need)
    turn = taken_by(PersonFactory(), need, "employee")

    assert (turn.side, turn.is_staff_cover) == ("public", False)


def test_staff_on_a_volunteers_place_are_staff_cover():
    turn = taken_by(PersonFactory(), a_need(), "employee")

    assert turn.is_staff_cover


def test_what_a_duty_takes_must_have_been_seen_and_hold_on_the_day():
    need, ada = a_need(), PersonFactory()
    key = RequirementFactory(rota=need.shift.rota, name="The key")
    need.duty.requirements.add(key)
    keeper = PersonFactory()
    need.shift.rota.coordinators.add(keeper)
    see(requirement=key, person=ada, by=keeper, holds_until=need.shift.day - timedelta(days=1))

    with pytest.raises(RequirementIsMissing) as refusal:
        taken_by(ada, need)
    see(requirement=key, person=ada, by=keeper, holds_until=need.shift.day)
    taken_by(ada, need)

    assert "The key" in str(refusal.value)
    assert holders(need) == [(ada.pk, 1)]


def test_a_group_takes_its_places_together_or_not_at_all():
    need, ada = a_need(people=4), PersonFactory()

    with pytest.raises(ShiftIsFull):
        taken_by(ada, need, companions=4)
    with pytest.raises(TooMany):
        taken_by(ada, need, companions=20)
    taken_by(ada, need, companions=2)

    assert [turn.is_companion for turn in need.turns.order_by("number")] == [False, True, True]


def test_a_group_hands_its_places_back_together():
    need, ada = a_need(people=4), PersonFactory()
    turn = taken_by(ada, need, companions=2)

    hand_back(turn=turn, by=ada)

    assert holders(need) == []


def test_a_coordinator_puts_somebody_on_who_telephoned():
    need = a_need(rota=rota())
    keeper = need.shift.rota.initiative.raised_by
    by_phone = {
        "municipality": need.municipality,
        "name": "Astrid",
        "reach": "12 34 56 78",
        "channel": "phone",
    }

    with pytest.raises(NotYoursToEnter):
        take(need=need, hand=paper_hand(by=PersonFactory(), **by_phone))
    turn = take(need=need, hand=paper_hand(by=keeper, **by_phone))

    assert (turn.person, turn.giver.name, turn.channel) == (None, "Astrid", "phone")
    assert turn.entered_by == keeper


def test_whoever_is_first_in_line_moves_up_and_hears_of_it():
    need, ada, bo, cille = a_need(), *PersonFactory.create_batch(3)
    turn = taken_by(ada, need)
    for person in (bo, cille):
        stand_in_line(need=need, hand=hand_of(person, need.municipality))
    stand_in_line(need=need, hand=hand_of(bo, need.municipality))

    hand_back(turn=turn, by=ada)

    assert holders(need) == [(bo.pk, 1)]
    assert InLine.objects.get().person == cille
    assert Notice.objects.get(kind="rotas.moved_up").person == bo


def test_whoever_cannot_come_any_more_is_passed_over_in_line():
    need, ada, bo, cille = a_need(), *PersonFactory.create_batch(3)
    other = a_need(
        starts_at=need.shift.starts_at, rota=RotaFactory(initiative=need.shift.rota.initiative)
    )
    turn = taken_by(ada, need)
    for person in (bo, cille):
        stand_in_line(need=need, hand=hand_of(person, need.municipality))
    taken_by(bo, other)

    hand_back(turn=turn, by=ada)

    assert holders(need) == [(cille.pk, 1)]


def test_nobody_waits_where_there_is_room():
    need = a_need()

    with pytest.raises(ThereIsRoom):
        stand_in_line(need=need, hand=hand_of(PersonFactory(), need.municipality))


def test_one_can_leave_the_line():
    need, bo = a_need(), PersonFactory()
    TurnFactory(need=need)
    stand_in_line(need=need, hand=hand_of(bo, need.municipality))

    leave_line(need=need, by=bo)

    assert not InLine.objects.exists()


def test_only_ones_own_turn_can_be_handed_back_and_only_once():
    need, ada = a_need(), PersonFactory()
    turn = taken_by(ada, need)

    with pytest.raises(NotYourTurn):
        hand_back(turn=turn, by=PersonFactory())
    hand_back(turn=turn, by=ada)
    with pytest.raises(TurnIsSettled):
        hand_back(turn=turn, by=ada)


def test_a_whole_series_is_taken_but_for_what_collides():
    need = a_need(rota=rota(), starts_at=tomorrow_at(17, days=7))
    here, ada = need.shift.rota, PersonFactory()
    series = add_series(
        rota=here,
        by=here.initiative.raised_by,
        rule="FREQ=DAILY;COUNT=14",
        first_on=timezone.localdate() + timedelta(days=1),
        opens=tomorrow_at(16).time(),
        closes=tomorrow_at(18).time(),
        needs={need.duty: 1},
        skips_holidays=False,
    )
    taken_by(ada, need)
    first = series.shifts.first().needs.get()

    joined = take_series(series=series, need=first, hand=hand_of(ada, need.municipality))

    assert joined.taken == 13
    assert [shift.day for shift, _why in joined.refused] == [need.shift.day]
    assert Wish.objects.get().series == series


def test_a_shift_that_is_called_off_lets_everybody_know_why():
    need, ada, bo = a_need(rota=rota()), PersonFactory(), PersonFactory()
    keeper = need.shift.rota.initiative.raised_by
    turn = taken_by(ada, need)
    stand_in_line(need=need, hand=hand_of(bo, need.municipality))

    with pytest.raises(SayWhy):
        call_off(shift=need.shift, by=keeper, because=" ")
    call_off(shift=need.shift, by=keeper, because="The heating is broken.")

    turn.refresh_from_db()
    assert turn.status == "cancelled"
    told = Notice.objects.filter(kind="rotas.called_off")
    assert {notice.person for notice in told} == {ada, bo}
    assert {notice.text for notice in told} == {"The heating is broken."}


def test_whoever_deletes_their_account_hands_back_and_what_was_held_stays():
    ada = PersonFactory()
    ahead, bo = taken_by(ada, a_need(rota=rota())), PersonFactory()
    stand_in_line(need=ahead.need, hand=hand_of(bo, ahead.municipality))
    done = TurnFactory(
        need=a_need(rota=ahead.shift.rota, starts_at=timezone.now() - timedelta(days=2)),
        person=ada,
        status="done",
        minutes=180,
        settled_at=timezone.now(),
    )

    delete_account(by=ada, is_sure=True)

    ahead.refresh_from_db()
    done.refresh_from_db()
    assert holders(ahead.need) == [(bo.pk, 1)]
    assert (ahead.status, ahead.person, done.status, done.person) == (
        "handed_back",
        None,
        "done",
        None,
    )


def test_the_shifts_of_a_series_are_made_once():
    here = rota()
    host = DutyFactory(rota=here)
    add = {"rota": here, "by": here.initiative.raised_by, "needs": {host: 2}}
    series = add_series(
        rule="FREQ=WEEKLY",
        first_on=timezone.localdate(),
        opens=tomorrow_at(16).time(),
        closes=tomorrow_at(19).time(),
        skips_holidays=False,
        **add,
    )
    again = make_shifts(series=series, until=timezone.localdate() + timedelta(weeks=13))
    later = make_shifts(series=series, until=timezone.localdate() + timedelta(weeks=15))

    assert (again, later, Shift.objects.count()) == (0, 2, 16)
