import pytest
from django.urls import reverse

from samskap.insight import actions
from samskap.insight.errors import NotYoursToAnswer, ObjectionIsAnswered, SayWhy
from samskap.insight.models import Contest
from samskap.notices.models import Notice
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.insight import contest
from samskap.testing.factories.ledger import contribution, hand_of
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality)


def test_the_evidence_page_gives_reasons_and_the_rows_behind_them(client, initiative):
    idea(initiative=initiative, title="Evening bus")

    page = client.get(reverse("insight:evidence", args=[initiative.slug])).text

    assert "Evening bus" in page
    assert "independent party gave of its own accord" in page


def test_rows_are_filtered_by_what_a_condition_rests_on(client, initiative):
    idea(initiative=initiative, title="From a resident")
    idea(initiative=initiative, title="From the town hall", actor_kind="employee")

    page = client.get(reverse("insight:evidence", args=[initiative.slug]) + "?side=public").text

    assert "From the town hall" in page
    assert "From a resident" not in page


def test_rows_that_weigh_nothing_are_shown_when_one_asks(client, initiative):
    idea(initiative=initiative, title="An idea")
    for _ in range(2):
        idea(initiative=initiative, kind="vote", title="A vote")
    path = reverse("insight:evidence", args=[initiative.slug])

    folded, shown = client.get(path).text, client.get(path + "?all=yes").text

    assert "2 rows that weigh nothing" in folded
    assert ("An idea" in folded, "A vote" in folded) == (True, False)
    assert ("An idea" in shown, "A vote" in shown) == (True, True)


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_more_rows_ask_no_more_of_the_database(client, initiative, django_assert_num_queries, rows):
    for _ in range(rows):
        idea(initiative=initiative)
    path = reverse("insight:evidence", args=[initiative.slug])
    client.get(path)

    with django_assert_num_queries(12, exact=False):
        client.get(path)


def test_an_objection_stands_beside_the_placement(client, initiative):
    client.force_login(PersonFactory())

    client.post(reverse("insight:contest", args=[initiative.slug]), {"reason": "We met twice."})

    page = client.get(reverse("insight:evidence", args=[initiative.slug])).text
    assert "We met twice." in page
    assert Contest.objects.get().rung == "0"


def test_an_objection_needs_a_reason(initiative):
    with pytest.raises(SayWhy):
        actions.contest(initiative=initiative, by=PersonFactory(), reason=" ")


def test_whoever_objected_hears_the_answer(initiative):
    ada = PersonFactory()
    objection = contest(initiative=initiative, person=ada)
    facilitator = RoleFactory(municipality=initiative.municipality, role="facilitator").person

    with pytest.raises(NotYoursToAnswer):
        actions.answer_contest(contest=objection, by=PersonFactory(), answer="No.")
    actions.answer_contest(contest=objection, by=facilitator, answer="They are written down now.")

    assert Notice.objects.get(person=ada).text == "They are written down now."


def test_the_first_answer_stands(initiative):
    objection = contest(initiative=initiative)
    facilitator = RoleFactory(municipality=initiative.municipality, role="facilitator").person
    seen_by_both = Contest.objects.get(pk=objection.pk)
    actions.answer_contest(contest=objection, by=facilitator, answer="They are written down now.")

    with pytest.raises(ObjectionIsAnswered):
        actions.answer_contest(contest=seen_by_both, by=facilitator, answer="No.")

    assert Contest.objects.get().answer == "They are written down now."


def test_hours_are_told_by_side_with_a_table_and_open_data(client, initiative):
    account = initiative.account
    for kind, hours in (("volunteer", 3), ("association", 1.5), ("employee", 12)):
        hand = hand_of(PersonFactory(), initiative.municipality, kind)
        contribution(account=account, hand=hand, phase="implement", kind="work", amount=hours)
    here = [initiative.slug]

    page = client.get(reverse("insight:evidence", args=here)).text
    table = client.get(reverse("insight:hours", args=here)).text
    told = client.get(reverse("api:placement", args=here)).json()["hours"]

    said = "Residents and their organisations worked 4.5 hours, the municipality 12."
    assert said in page
    assert said in client.get(initiative.get_absolute_url()).text
    assert "Implement,3.0,1.5,12.0" in table
    assert {group: by_phase["implement"] for group, by_phase in told.items()} == {
        "resident": 3,
        "association": 1.5,
        "public": 12,
    }


def test_nobody_is_told_of_hours_before_anybody_has_worked(client, initiative):
    here = [initiative.slug]

    assert client.get(reverse("insight:evidence", args=here)).context["hours"] is None
    assert client.get(reverse("insight:hours", args=here)).text == ""


def test_no_figure_is_made_of_nothing(client, initiative):
    page = client.get(reverse("insight:evidence", args=[initiative.slug]))

    assert page.context["numbers"] == []
    assert "Nobody has given anything that asks for an answer yet." in page.text


def test_a_municipality_without_initiatives_is_invited_to_begin(client, municipality):
    assert "Nothing to show yet" in client.get(reverse("insight:municipality")).text


def test_the_help_names_the_conflict_in_the_source(client, municipality):
    page = client.get(reverse("insight:ladder")).text

    assert "The source speaks of a ladder with three steps, but describes four." in page


@pytest.mark.parametrize("route", ["insight:contributions", "insight:curve"])
def test_every_figure_has_its_table(client, initiative, route):
    idea(initiative=initiative)
    actions.keep_placing(initiative)

    answer = client.get(reverse(route, args=[initiative.slug]))

    assert answer["Content-Type"].startswith("text/csv")
