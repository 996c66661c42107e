import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from samskap.insight.document import document_of
from samskap.insight.queries import placement_of
from samskap.kernels import ladder
from samskap.ledger import actions as ledger
from samskap.ledger.models import FateStatus
from samskap.notices.models import Notice
from samskap.rotas.actions.correcting import correct_hours
from samskap.rotas.actions.hours import confirm_hours, miss
from samskap.rotas.errors import (
    NotAnHour,
    NothingToCorrect,
    NotYourTurn,
    SayWhyItIsCorrected,
)
from samskap.rotas.models import Turn
from samskap.rotas.queries.certificate import certificate_of
from samskap.rotas.queries.figures import work_out
from samskap.rotas.queries.planner import carried
from samskap.rotas.queries.shifts import done_by, minutes_done
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import RunningInitiativeFactory, TurnFactory, a_need, rota

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(municipality):
    return rota(
        RunningInitiativeFactory(municipality=municipality, raised_by=PersonFactory(language="en")),
        title="Library",
    )


@pytest.fixture
def keeper(here):
    return here.initiative.raised_by


@pytest.fixture
def ada():
    return PersonFactory(given_name="Ada", family_name="", language="en")


@pytest.fixture
def done(here, ada):
    """Three hours that Ada confirmed yesterday."""
    need = a_need(rota=here, starts_at=timezone.now() - timedelta(days=1), people=2)
    return confirm_hours(turn=TurnFactory(need=need, person=ada), by=ada)


def units_of(here):
    """Units of work in the running sums."""
    return sum(each.units for each in here.initiative.account.sums.filter(kind="work"))


def test_wrong_hours_are_withdrawn_and_written_anew_and_every_sum_is_right(here, keeper, ada, done):
    old = done.contribution
    done.refresh_from_db()

    correction = correct_hours(turn=done, by=keeper, minutes=90, because="We closed early.")

    turn = Turn.objects.select_related("contribution").get(pk=done.pk)
    new = turn.contribution
    assert (turn.status, turn.minutes, new.amount) == (Turn.Status.DONE, 90, 1.5)
    assert (new.at, new.phase, new.side, new.actor_kind) == (
        *(old.at, old.phase, old.side, old.actor_kind),
    )
    old.standing.refresh_from_db()
    assert (old.standing.status, old.standing.reason) == (FateStatus.WITHDRAWN, "We closed early.")
    assert (correction.row, correction.minutes_before, correction.minutes_after) == (old, 180, 90)
    assert units_of(here) == new.units
    assert work_out(here).hours_volunteers == 1.5
    assert minutes_done(ada, here.municipality) == certificate_of(here, ada).minutes == 90
    call_command("check_ledger")
    document = json.loads("".join(document_of(here.initiative)))
    assert ladder.recompute(document) == placement_of(here.initiative)
    told = Notice.objects.get(kind="rotas.hours_corrected")
    assert (told.person, told.path) == (ada, reverse("rotas:correct", args=[done.pk]))
    assert told.label.startswith("Your hours are corrected: “Library”, ")
    assert told.text == (
        "We closed early.\n\nBefore: 3 hours. Now: 1.5 hours. If it is wrong, correct it there."
    )


def test_the_helper_corrects_too_and_the_coordinators_hear_it(here, keeper, ada, done):
    correct_hours(turn=done, by=ada, minutes=None, because="I was ill, and pressed the wrong one.")

    done.refresh_from_db()
    assert (done.status, done.minutes, done.contribution) == (Turn.Status.NO_SHOW, None, None)
    assert units_of(here) == work_out(here).hours_volunteers == 0
    told = Notice.objects.get(kind="rotas.hours_corrected")
    assert told.person == keeper
    assert told.label.startswith("Ada corrected hours: “Library”, ")
    assert "Now: not there." in told.text

    correct_hours(turn=done, by=keeper, minutes=120, because="You were there for two hours.")
    done.refresh_from_db()
    assert (done.status, done.minutes) == (Turn.Status.DONE, 120)
    assert work_out(here).hours_volunteers == 2
    call_command("check_ledger")


def test_whoever_was_said_not_to_be_there_gets_a_place_beside_who_stood_in(here, keeper, ada):
    need = a_need(rota=here, starts_at=timezone.now() - timedelta(days=1))
    turn = TurnFactory(need=need, person=ada)
    miss(turn=turn, by=keeper)
    confirm_hours(turn=TurnFactory(need=need), by=keeper)

    correct_hours(turn=turn, by=ada, minutes=60, because="I came late.")

    assert sorted(need.turns.values_list("number", "status")) == [(1, "done"), (2, "done")]


def test_what_is_not_corrected(here, keeper, ada, done):
    ahead = TurnFactory(need=a_need(rota=here), person=ada)

    with pytest.raises(NotYourTurn):
        correct_hours(turn=done, by=PersonFactory(), minutes=60, because="So")
    with pytest.raises(NothingToCorrect):
        correct_hours(turn=ahead, by=ada, minutes=60, because="So")
    with pytest.raises(SayWhyItIsCorrected):
        correct_hours(turn=done, by=ada, minutes=60, because=" ")
    with pytest.raises(NotAnHour):
        correct_hours(turn=done, by=ada, minutes=5, because="So")
    assert correct_hours(turn=done, by=ada, minutes=180, because="So") is None


def test_hours_that_are_withdrawn_in_the_ledger_are_in_no_figure_and_can_come_back(
    here, keeper, ada, done
):
    ledger.withdraw(contribution=done.contribution, by=ada)

    assert work_out(here).hours_volunteers == units_of(here) == 0
    assert minutes_done(ada, here.municipality) == certificate_of(here, ada).minutes == 0
    assert not done_by(ada, here.municipality).exists()
    assert carried(here).carriers == []

    correct_hours(turn=done, by=keeper, minutes=180, because="Ada asked for it.")
    assert work_out(here).hours_volunteers == minutes_done(ada, here.municipality) / 60 == 3


def test_both_see_on_the_page_what_was_changed_by_whom_and_why(client, here, keeper, ada, done):
    url = reverse("rotas:correct", args=[done.pk])
    client.force_login(keeper)
    assert url in client.get(done.shift.get_absolute_url()).text
    wrong = client.post(url, {"hours": "25", "because": ""})
    client.post(url, {"hours": "2.25", "because": "We closed early."})

    assert wrong.context["form"].errors.keys() == {"hours", "because"}
    for reader in (keeper, ada):
        client.force_login(reader)
        text = " ".join(client.get(url).text.split())
        assert f"by {keeper.shown_name}" in text
        assert "Before: 3 hours. Now: 2.25 hours.<br>We closed early." in text
    assert url in client.get(done.shift.get_absolute_url()).text
    client.force_login(PersonFactory())
    assert client.get(url).status_code == 409
