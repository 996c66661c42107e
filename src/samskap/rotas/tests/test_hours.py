from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Contribution
from samskap.notices.models import Notice
from samskap.rotas.actions import reminding
from samskap.rotas.actions.hours import (
    check_in,
    confirm_all,
    confirm_hours,
    miss,
    write_down,
)
from samskap.rotas.errors import (
    AlreadyOnShift,
    NotAnHour,
    NotTheTime,
    NotYoursToEnter,
    NotYourTurn,
    TurnIsSettled,
)
from samskap.rotas.models import Turn
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import TurnFactory, a_need, rota, tomorrow_at

pytestmark = pytest.mark.django_db


def hours_ago(hours):
    return timezone.now() - timedelta(hours=hours)


@pytest.fixture
def over():
    """A shift of three hours that ended two hours ago."""
    return a_need(rota=rota(), starts_at=hours_ago(5), people=2)


def test_one_confirmation_puts_the_hours_into_the_ledger(over):
    turn = TurnFactory(need=over)

    confirm_hours(turn=turn, by=turn.person)

    turn.refresh_from_db()
    row = Contribution.objects.get()
    assert (turn.status, turn.minutes, turn.contribution) == ("done", 180, row)
    assert (row.kind, row.amount, row.side, row.phase, row.is_independent) == (
        "work",
        Decimal("3.00"),
        "non_public",
        "drive",
        False,
    )
    assert row.at == over.shift.ends_at
    with pytest.raises(TurnIsSettled):
        confirm_hours(turn=turn, by=turn.person)


def test_the_hours_of_staff_stand_on_the_public_side(over):
    turn = TurnFactory(need=over, actor_kind="employee")

    confirm_hours(turn=turn, by=turn.person)

    assert Contribution.objects.get().side == "public"


def test_a_coordinator_confirms_and_the_giver_is_thanked(over):
    turn = TurnFactory(need=over)

    confirm_hours(turn=turn, by=over.shift.rota.initiative.raised_by, minutes=90)

    row = Contribution.objects.get()
    assert (row.amount, row.entered_on_behalf) == (Decimal("1.50"), True)
    assert Notice.objects.get(kind="rotas.thanks").person == turn.person


def test_strangers_do_not_confirm_and_nobody_confirms_too_early_or_nonsense(over):
    turn = TurnFactory(need=over)
    ahead = TurnFactory(need=a_need(rota=over.shift.rota))

    with pytest.raises(NotYourTurn):
        confirm_hours(turn=turn, by=PersonFactory())
    with pytest.raises(NotTheTime):
        confirm_hours(turn=ahead, by=ahead.person)
    for minutes in (0, 14, 24 * 60 + 1):
        with pytest.raises(NotAnHour):
            confirm_hours(turn=turn, by=turn.person, minutes=minutes)
    assert not Contribution.objects.exists()


def test_many_are_confirmed_with_one_press_and_none_of_them_twice(over):
    turns = [TurnFactory(need=over, number=number) for number in (1, 2)]
    keeper = over.shift.rota.initiative.raised_by
    confirm_hours(turn=turns[0], by=turns[0].person)

    assert confirm_all(turns=turns, by=keeper) == 1
    assert Contribution.objects.count() == 2


def test_whoever_checks_in_need_do_no_more():
    need = a_need(starts_at=hours_ago(2))
    turn = TurnFactory(need=need)

    check_in(turn=turn, by=turn.person)
    assert reminding.settle_checked_in() == 0
    need.shift.ends_at = hours_ago(0)
    need.shift.save()
    settled = [reminding.settle_checked_in() for _ in range(2)]

    turn.refresh_from_db()
    assert (settled, turn.status, turn.minutes) == ([1, 0], "done", 120)
    assert Contribution.objects.count() == 1


def test_nobody_checks_in_the_day_before():
    turn = TurnFactory(need=a_need())

    with pytest.raises(NotTheTime) as refusal:
        check_in(turn=turn, by=turn.person)

    assert "15:00" in str(refusal.value)


def test_whoever_could_not_come_is_missed_and_not_blamed(over):
    turn = TurnFactory(need=over)

    miss(turn=turn, by=over.shift.rota.initiative.raised_by)

    turn.refresh_from_db()
    told = Notice.objects.get(kind="rotas.missed")
    assert turn.status == "no_show"
    assert told.text.startswith("Something came between; that happens to everyone.")
    assert not Contribution.objects.exists()


def test_staff_who_stepped_in_are_written_down_afterwards_as_cover(over):
    keeper = over.shift.rota.initiative.raised_by
    TurnFactory(need=over, status=Turn.Status.NO_SHOW)
    staff = hand_of(PersonFactory(), over.municipality, "employee")
    by_keeper = paper_hand(
        by=keeper, municipality=over.municipality, reach="1", actor_kind="employee"
    )

    with pytest.raises(NotYoursToEnter):
        write_down(need=over, hand=staff)
    turn = write_down(need=over, hand=by_keeper)
    with pytest.raises(AlreadyOnShift):
        write_down(need=over, hand=by_keeper)

    assert (turn.number, turn.is_staff_cover, turn.status) == (1, True, "done")
    assert Contribution.objects.get().side == "public"


def test_one_more_than_were_needed_gets_a_place_of_their_own(over):
    keeper = over.shift.rota.initiative.raised_by
    for number in (1, 2):
        TurnFactory(need=over, number=number)

    turn = write_down(need=over, hand=paper_hand(by=keeper, municipality=over.municipality))

    assert turn.number == 3


def test_everybody_is_reminded_of_tomorrow_once():
    soon = TurnFactory(need=a_need(starts_at=timezone.now() + timedelta(hours=20)))
    TurnFactory(need=a_need(starts_at=tomorrow_at(16, days=3)))

    reminded = [reminding.remind_ahead() for _ in range(2)]

    told = Notice.objects.get(kind="rotas.reminder")
    assert (reminded, told.person) == ([1, 0], soon.person)
    assert told.path == soon.shift.get_absolute_url()


def test_everybody_is_asked_afterwards_once(over):
    turn = TurnFactory(need=over)

    asked = [reminding.ask_after() for _ in range(2)]

    assert asked == [1, 0]
    assert Notice.objects.get(kind="rotas.were_you_there").person == turn.person
