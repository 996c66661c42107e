from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.notices.models import Notice
from samskap.rotas.actions.moving import move_shift
from samskap.rotas.actions.shifts import make_shifts
from samskap.rotas.actions.turns import hand_back
from samskap.rotas.errors import (
    NewTimeHasPassed,
    NotYoursToKeep,
    SayWhyItChanges,
    ShiftHasBegun,
    ShiftIsCalledOff,
)
from samskap.rotas.models import InLine, Move, Turn
from samskap.testing.factories.ledger import giver_for
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    RequirementFactory,
    RunningInitiativeFactory,
    SeriesFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(municipality):
    return rota(
        RunningInitiativeFactory(municipality=municipality, raised_by=PersonFactory()),
        title="Library",
    )


@pytest.fixture
def keeper(here):
    return here.initiative.raised_by


def later(shift, **more):
    """Moving a shift from four to six o’clock on the same day."""
    to = {"day": shift.day, "opens": time(18), "closes": time(21), "because": "A concert."}
    return {"shift": shift, **to, **more}


def test_who_is_on_it_keeps_the_turn_hears_why_and_hands_it_back_with_one_press(
    client, here, keeper
):
    need = a_need(rota=here, people=2)
    ada, bo, cy = (PersonFactory(language="en") for _number in range(3))
    turn = TurnFactory(need=need, person=ada, reminded_at=timezone.now())
    TurnFactory(need=need, person=bo, number=2, status=Turn.Status.CONFIRMED)
    TurnFactory(
        need=a_need(rota=rota(title="Café"), starts_at=tomorrow_at(17)),
        person=bo,
        giver=need.turns.get(person=bo).giver,
    )
    InLine.objects.create(
        municipality=here.municipality,
        need=need,
        person=cy,
        giver=giver_for(cy, here.municipality),
        side=turn.side,
        actor_kind=turn.actor_kind,
    )

    move = move_shift(**later(need.shift), by=keeper)

    need.shift.refresh_from_db()
    assert (need.shift.starts_at, need.shift.ends_at) == (tomorrow_at(18), tomorrow_at(21))
    assert (move.began_at, move.ended_at, move.by) == (tomorrow_at(16), tomorrow_at(19), keeper)
    texts = {notice.person: notice.text for notice in Notice.objects.filter(kind="rotas.moved")}
    assert texts.keys() == {ada, bo, cy}
    assert texts[ada].startswith("A concert.\n\nIt was ")
    assert texts[ada].endswith("If it does not suit, hand it back there with one press.")
    assert "You are on another shift then: “Café”" in texts[bo]
    assert texts[cy].endswith("Leave it if the new time does not suit.")
    turns = need.turns.all()
    assert {each.status for each in turns} == {Turn.Status.TAKEN}
    assert {each.reminded_at for each in turns} == {None}

    client.force_login(ada)
    told = Notice.objects.get(kind="rotas.moved", person=ada)
    assert reverse("rotas:hand_back", args=[turn.pk]) in client.get(told.path).text
    hand_back(turn=turn, by=ada)
    assert need.turns.get(status=Turn.Status.TAKEN, person=cy)


def test_what_is_not_moved(here, keeper):
    shift = a_need(rota=here).shift
    begun = a_need(rota=here, starts_at=timezone.now() - timedelta(minutes=5)).shift
    off = a_need(rota=here, cancelled_at=timezone.now()).shift

    with pytest.raises(NotYoursToKeep):
        move_shift(**later(shift), by=PersonFactory())
    with pytest.raises(SayWhyItChanges):
        move_shift(**later(shift, because=" "), by=keeper)
    with pytest.raises(ShiftHasBegun):
        move_shift(**later(begun), by=keeper)
    with pytest.raises(ShiftIsCalledOff):
        move_shift(**later(off), by=keeper)
    with pytest.raises(NewTimeHasPassed):
        move_shift(**later(shift, day=timezone.localdate() - timedelta(days=1)), by=keeper)
    assert move_shift(**later(shift, opens=time(16), closes=time(19)), by=keeper) is None
    assert not Move.objects.exists()


def test_on_another_day_it_leaves_the_series_which_makes_its_own_shift_there(here, keeper):
    today = timezone.localdate()
    first_on = today + timedelta(days=1)
    series = SeriesFactory(rota=here, rule="FREQ=DAILY", first_on=first_on, skips_holidays=False)
    make_shifts(series=series, until=today + timedelta(days=3))
    same_day, other_day, _third = series.shifts.all()
    not_made_yet = today + timedelta(days=5)

    move_shift(**later(same_day), by=keeper)
    move_shift(**later(other_day, day=not_made_yet), by=keeper)
    make_shifts(series=series, until=not_made_yet)

    assert {shift.day: shift.pk for shift in series.shifts.all()}[same_day.day] == same_day.pk
    assert here.shifts.filter(day=not_made_yet).count() == 2
    assert not series.shifts.filter(pk=other_day.pk).exists()


def test_a_coordinator_looks_first_who_cannot_come_and_sees_it_afterwards(client, here, keeper):
    need = a_need(rota=here, people=2)
    need.duty.requirements.add(key := RequirementFactory(rota=here, name="The red key"))
    ada = PersonFactory(given_name="Adelheid", family_name="", language="en")
    turn = TurnFactory(need=need, person=ada)
    TurnFactory(
        need=a_need(rota=rota(title="Secret society"), starts_at=tomorrow_at(19)),
        person=ada,
        giver=turn.giver,
    )
    url = reverse("rotas:move", args=[need.shift_id])
    client.force_login(keeper)
    to = {"day": need.shift.day.isoformat(), "opens": "18:00", "closes": "21:00"}

    looked = client.post(url, to | {"look": "yes"})
    silent = client.post(url, to)
    assert not Move.objects.exists()
    moved = client.post(url, to | {"because": "A concert"}, follow=True)

    for page in (looked, moved):
        assert "is on another shift then." in page.text
        assert f"lacks this on that day: {key.name}." in page.text
        assert "Secret society" not in page.text
    assert silent.context["form"].errors.keys() == {"because"}
    assert "A concert" in moved.text
    client.force_login(PersonFactory())
    shown = client.get(need.shift.get_absolute_url()).text
    assert "Moved to another time" in shown
    assert "is on another shift then." not in shown
    assert client.get(url).status_code == 409
