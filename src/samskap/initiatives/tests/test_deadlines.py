"""Days that a rule gives: set once, counted down, told of, and what became of them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.actions import deadlines
from samskap.initiatives.actions.reminding import remind_all
from samskap.initiatives.errors.deadlines import DayHasPassed, DeadlineIsOver
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.forms.deadlines import traffic_order
from samskap.initiatives.models import Deadline
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import DeadlineFactory, InitiativeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality, raised_by=PersonFactory())


def plan(initiative, **more):
    """What must be ready for the order of bus traffic."""
    plain = {
        "what": "The joint transport plan",
        "before": "Movia",
        "due_on": timezone.localdate() + timedelta(days=42),
        "rule": "Bus traffic is ordered once a year, by late October.",
        "source": "https://www.holbaek.dk/",
        "is_yearly": True,
    }
    by = more.pop("by", initiative.raised_by)
    return deadlines.set_deadline(initiative=initiative, by=by, **plain | more)


def test_a_day_is_set_once_by_those_who_carry_the_initiative_and_lies_ahead(initiative):
    first = plan(initiative)

    assert plan(initiative) == first
    with pytest.raises(NotYoursToChange):
        plan(initiative, by=PersonFactory())
    with pytest.raises(DayHasPassed):
        plan(initiative, due_on=timezone.localdate() - timedelta(days=1))
    assert Deadline.objects.get() == first


def test_it_is_counted_down_where_everybody_sees_it(client, initiative):
    here = reverse("initiatives:deadlines", args=[initiative.slug])
    client.force_login(initiative.raised_by)
    client.post(
        here,
        {
            "what": "The joint transport plan",
            "before": "Movia",
            "due_on": timezone.localdate() + timedelta(days=42),
            "rule": "Bus traffic is ordered once a year, by late October.",
            "source": "https://www.holbaek.dk/",
            "is_yearly": "on",
        },
    )
    client.logout()

    for page in (here, initiative.get_absolute_url()):
        text = client.get(page).text
        assert "To be laid before Movia by" in text
        assert "42 days left." in text
        assert "Bus traffic is ordered once a year, by late October." in text
    assert '<a href="https://www.holbaek.dk/"' in client.get(here).text
    assert "Count it down" not in client.get(here).text


def test_what_became_of_it_is_told_once_and_next_year_is_set(client, initiative):
    deadline = plan(initiative, due_on=timezone.localdate())
    client.force_login(initiative.raised_by)

    client.post(
        reverse("initiatives:settle_deadline", args=[initiative.slug, deadline.pk]),
        {"state": "met", "says": "The council ordered it on Tuesday."},
    )

    met, following = Deadline.objects.order_by("due_on")
    assert (met.state, met.says) == ("met", "The council ordered it on Tuesday.")
    assert (following.state, following.due_on.year) == ("running", met.due_on.year + 1)
    with pytest.raises(DeadlineIsOver):
        deadlines.settle_deadline(
            deadline=deadline, by=initiative.raised_by, state="missed", says="No."
        )


def test_a_day_that_holds_no_more_does_not_come_back(initiative):
    deadline = plan(initiative)

    deadlines.settle_deadline(
        deadline=deadline, by=initiative.raised_by, state="dropped", says="The rule has changed."
    )

    assert Deadline.objects.get().state == "dropped"


def test_those_who_carry_it_are_reminded_a_month_before_and_once_it_has_passed(initiative):
    deadline = DeadlineFactory(initiative=initiative, due_on=timezone.localdate())

    remind_all()
    Deadline.objects.filter(pk=deadline.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    remind_all()
    remind_all()

    told = Notice.objects.filter(person=initiative.raised_by, kind="initiatives.reminder")
    assert [each.label for each in told.order_by("pk")] == [
        "1 last day that a rule gives comes within thirty days.",
        "1 last day that a rule gives has passed. Tell what became of it.",
    ]


def test_the_desk_shows_it_to_those_who_carry_it(client, initiative):
    DeadlineFactory(initiative=initiative)
    DeadlineFactory(initiative=initiative, due_on=timezone.localdate() + timedelta(days=61))

    def desk(person):
        client.force_login(person)
        return client.get(reverse("desk:desk")).text

    assert desk(initiative.raised_by).count("The joint transport plan") == 1
    assert "The joint transport plan" not in desk(PersonFactory())


def test_the_order_of_bus_traffic_is_filled_in_for_a_danish_municipality(client, initiative):
    here = reverse("initiatives:deadlines", args=[initiative.slug])
    client.force_login(initiative.raised_by)
    offer = "Fill in the order of bus traffic, by late October"

    assert traffic_order(date(2026, 6, 1), "DK")["due_on"] == date(2026, 10, 30)
    assert traffic_order(date(2026, 11, 1), "DK")["due_on"] == date(2027, 10, 29)
    assert offer not in client.get(here).text
    type(initiative.municipality).objects.update(country="DK")
    assert offer in client.get(here).text
    assert "The traffic company" in client.get(here, {"rule": "traffic_order"}).text


def test_deadlines_are_open_data(client, initiative):
    deadline = DeadlineFactory(initiative=initiative)

    rows = client.get(f"/api/v1/initiatives/{initiative.slug}/deadlines").json()

    [row] = rows["items"] if isinstance(rows, dict) else rows
    assert (row["what"], row["due_on"]) == (deadline.what, deadline.due_on.isoformat())
