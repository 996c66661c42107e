from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from samskap.ledger.actions import withdraw
from samskap.rotas.actions.hours import confirm_hours
from samskap.rotas.cards import claim_of, costs_of, hours_chart
from samskap.rotas.models import Turn
from samskap.rotas.queries.figures import monday_of, work_out
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import NeedFactory, RotaFactory, ShiftFactory, TurnFactory

pytestmark = pytest.mark.django_db
WEEKS = 12


def weeks_ago(weeks, *, day, hour):
    monday = monday_of(timezone.localdate()) - timedelta(weeks=weeks)
    at = datetime.combine(monday + timedelta(days=day), datetime.min.time())
    return timezone.make_aware(at + timedelta(hours=hour))


@pytest.fixture
def library():
    """Twelve weeks of eleven shifts, 40 hours a week; three not covered, one by staff."""
    here = RotaFactory(hours_before=22, hours_wanted=40, cost_before_kr=900_000)
    duty = NeedFactory(shift__rota=here, shift__starts_at=timezone.now() + timedelta(days=3)).duty
    lengths = [4] * 7 + [3] * 4
    people = [PersonFactory() for _ in range(12)]
    number = 0
    for week in range(WEEKS, 0, -1):
        for at, length in enumerate(lengths):
            starts_at = weeks_ago(week, day=at % 6, hour=9 if at < 6 else 15)
            shift = ShiftFactory(
                rota=here, starts_at=starts_at, ends_at=starts_at + timedelta(hours=length)
            )
            need = NeedFactory(shift=shift, duty=duty)
            number += 1
            if number in (7, 40, 90):
                TurnFactory(need=need, person=people[0], status=Turn.Status.NO_SHOW)
                continue
            by_staff = number == 50
            turn = TurnFactory(
                need=need,
                person=people[number % 12],
                actor_kind="employee" if by_staff else "resident",
                is_staff_cover=by_staff,
            )
            Turn.objects.filter(pk=turn.pk).update(
                status="done", minutes=length * 60, settled_at=shift.ends_at
            )
    return here


def test_opening_hours_go_from_22_to_40_by_what_was_really_held(library):
    figures = work_out(library)

    assert (figures.hours.ordinary, figures.hours.weeks) == (40, WEEKS)
    assert figures.hours.average < 40
    assert claim_of(library, figures) == (
        "The library at Strand is open longer: 40 hours in an ordinary week, 22 before."
    )
    assert hours_chart(library, figures)["series"][0]["values"] == [22.0, 40.0, 40.0]


def test_cover_is_129_of_132_with_staff_cover_apart(library):
    cover = work_out(library).cover

    assert (cover.planned, cover.covered, cover.by_staff) == (132, 129, 1)


def test_hours_of_each_side_and_how_even_they_lie(library):
    figures = work_out(library)

    assert figures.people == 12
    assert figures.hours_staff == figures.hours_cover in (3, 4)
    assert figures.evenness < 0.5
    assert figures.largest_share < 0.25


def test_volunteers_hours_stand_beside_the_costs_and_are_no_money(library):
    lines = costs_of(library, work_out(library))

    assert [line["label"] for line in lines] == ["Cost a year before", "Volunteers’ hours so far"]
    assert lines[-1]["value"].endswith("hours")
    assert lines[-1]["note"] == "People gave them. They are not money saved."


def test_nothing_is_claimed_before_a_whole_week_was_held():
    here = RotaFactory()

    figures = work_out(here)

    assert (figures.hours, figures.cover.share, claim_of(here, figures)) == (None, None, "")


def test_of_fewer_than_five_people_nothing_is_said_about_how_even():
    here = RotaFactory()
    need = NeedFactory(shift__rota=here, shift__starts_at=timezone.now() - timedelta(days=9))
    TurnFactory(need=need, status="done", minutes=180, settled_at=timezone.now())

    assert work_out(here).evenness is None


def test_what_is_withdrawn_from_the_ledger_counts_no_more():
    here = RotaFactory()
    need = NeedFactory(shift__rota=here, shift__starts_at=timezone.now() - timedelta(days=9))
    turn = TurnFactory(need=need)
    confirm_hours(turn=turn, by=turn.person)
    turn.refresh_from_db()
    before = work_out(here)

    withdraw(contribution=turn.contribution, by=turn.person)

    assert (before.cover.covered, work_out(here).cover.covered) == (1, 0)
    assert work_out(here).hours_volunteers == 0


def test_a_shift_called_off_in_good_time_was_never_planned():
    here = RotaFactory()
    starts_at = timezone.now() - timedelta(days=9)
    for days in (10, 1):
        NeedFactory(
            shift__rota=here,
            shift__starts_at=starts_at,
            shift__cancelled_at=starts_at - timedelta(days=days),
        )

    assert work_out(here).cover.planned == 1


def test_the_figures_of_2000_shifts_ask_no_more_of_the_database(library, django_assert_num_queries):
    with django_assert_num_queries(2):
        work_out(library)
