"""Whether one voice dominates, from rows of the ledger and minutes at meetings."""

import json

import pytest
from django.urls import reverse

from samskap.hearings.actions.stating import withdraw_statement, withhold
from samskap.insight.actions import keep_placing
from samskap.insight.dominance import counted_in
from samskap.insight.models import Placing
from samskap.kernels.dominance import Judgement, dominance
from samskap.kernels.dominance_document import recompute
from samskap.ledger import actions as ledger
from samskap.ledger.models import Adoption
from samskap.meetings.models import Speaker
from samskap.testing.factories.hearings import opened, stated, steward_of
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution, hand_of
from samskap.testing.factories.meetings import event as an_event
from samskap.testing.factories.negotiations import hidden, negotiation, organised, seated
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality)


def say(initiative, times, *, person=None, kind="statement", actor_kind="resident", **more):
    """Let somebody say something some times in the ledger, in one name."""
    person = person or PersonFactory()
    hand = hand_of(person, initiative.municipality, actor_kind, **more)
    return [contribution(account=initiative.account, hand=hand, kind=kind) for _ in range(times)]


def operator_of(initiative, name="Fjordbuss AS"):
    return OrganisationFactory(municipality=initiative.municipality, name=name, kind="business")


def transport_plan(initiative):
    """The joint plan of SC-6: an operator with 18 of 100 units, and forty-five others."""
    operator = operator_of(initiative)
    said = say(initiative, 18, actor_kind="business", speaking_for=operator)
    for number in range(45):
        say(initiative, 2 if number < 37 else 1)
    return operator, said


def test_an_operator_with_18_percent_of_the_voice_is_ok_and_nobody_else_is_named(
    client, initiative
):
    operator, _said = transport_plan(initiative)
    keep_placing(initiative)

    page = client.get(reverse("insight:evidence", args=[initiative.slug]))
    table = client.get(reverse("insight:dominance_csv", args=[initiative.slug])).text
    document = client.get(reverse("insight:dominance", args=[initiative.slug])).json()

    says = page.context["dominance"]["says"]
    assert says == [
        "No voice dominates. The largest is Fjordbuss AS, with 18\N{NO-BREAK SPACE}% of what was"
        " said."
    ]
    assert says[0] in page.text
    assert page.context["dominance"]["helps"] == []
    assert "Fjordbuss AS,18.0" in table
    assert "For themselves: 45 people,82.0" in table
    again = recompute(json.loads(json.dumps(document)))
    assert (again.holds, again.found.judgement) == (True, Judgement.OK)
    assert [unit["key"] for unit in document["units"]] == [operator.name]


def test_one_person_who_says_most_is_shown_what_helps_and_never_who(client, initiative):
    ada = PersonFactory(given_name="Adalmina")
    say(initiative, 30, person=ada)
    for _ in range(12):
        say(initiative, 2)
    keep_placing(initiative)

    card = client.get(reverse("insight:evidence", args=[initiative.slug])).context["dominance"]

    assert card["says"][0].startswith("One voice dominates: one person, with 56")
    assert [each["words"].split()[0] for each in card["helps"]] == ["Invite", "Let", "Think"]
    assert "Adalmina" not in json.dumps(Placing.objects.get().dominance)
    assert card["helps"][0]["url"] == ""
    negotiation(initiative=initiative)
    card = client.get(reverse("insight:evidence", args=[initiative.slug])).context["dominance"]
    assert card["helps"][0]["url"] == reverse("negotiations:map", args=[initiative.slug])


def test_what_few_said_for_themselves_is_in_no_figure(client, initiative):
    for number in range(9):
        named = operator_of(initiative, name=f"Firm {number}")
        say(initiative, 9 if number == 0 else 1, actor_kind="business", speaking_for=named)
    for times in (7, 2):
        say(initiative, times)
    keep_placing(initiative)
    whole = Placing.objects.get()
    ways = [f"insight:{name}" for name in ("evidence", "dominance_csv", "dominance")]

    page, table, document = (client.get(reverse(way, args=[initiative.slug])) for way in ways)

    card = page.context["dominance"]
    assert card["says"] == [
        "A large part comes from few. The largest is Firm 0.",
        "Fewer than five people speak for themselves. Shares of the whole are not shown, as they"
        " would tell what these few said.",
    ]
    assert (card["numbers"], card["formula"]) == ([], "Formula: dominance 1.0.")
    assert card["chart"]["recompute_url"] == ""  # nobody can work it out again
    assert "Firm 0,52.9" in table.text  # nine of the seventeen that organisations said
    assert document.json()["published"]["h"] is None
    assert whole.dominance["published"]["units"] is None
    assert [each["words"].split()[0] for each in card["helps"]] == ["Invite", "Let", "Think"]


def test_a_voice_is_counted_by_its_name_kind_minutes_and_fate(initiative):
    operator = operator_of(initiative)
    bo, ada = PersonFactory(), PersonFactory()
    say(initiative, 2, person=bo, actor_kind="business", speaking_for=operator)
    say(initiative, 3, person=ada, kind="comment")
    say(initiative, 5, person=ada, kind="support")
    say(initiative, 1, actor_kind="facilitator")
    say(initiative, 1, actor_kind="politician")
    [withdrawn] = say(initiative, 1, person=ada)
    ledger.withdraw(contribution=withdrawn, by=ada)
    event = an_event(initiative=initiative)
    for person, label, minutes in ((bo, "", 5), (None, "The man in the hat", 10), (ada, "", None)):
        Speaker.objects.create(
            municipality=initiative.municipality,
            event=event,
            person=person,
            label=label,
            minutes=minutes,
        )

    counted = counted_in(initiative)

    assert {unit.key: unit.units for unit in counted.units} == {
        "Fjordbuss AS": 3,
        initiative.municipality.name: 1,
    }
    assert counted.alone.units * 5 == 3 + 5 + 10
    assert (counted.alone.persons, counted.persons) == (3, 5)


def test_a_declared_interest_counts_and_a_pseudonym_declares_nothing(initiative):
    table = negotiation(initiative=initiative)
    commuter, owl, operator = PersonFactory(), PersonFactory(), operator_of(initiative)
    seated(table, "Commuters", person=commuter)
    hidden(table, "Riders at night", person=owl, called="The owl", behind="Ada")
    _group, director = organised(table, operator)
    for person in (commuter, owl, director):
        say(initiative, 2, person=person)
    say(initiative, 1, actor_kind="business", speaking_for=operator)

    counted = counted_in(initiative)

    assert {unit.key: unit.units for unit in counted.units} == {"Commuters": 2, "Fjordbuss AS": 3}
    assert counted.alone.units == 2


def test_an_organisation_that_is_taken_in_twice_as_much_is_said(client, initiative):
    _operator, said = transport_plan(initiative)
    for each in said[:5]:
        Adoption.objects.create(
            municipality=initiative.municipality,
            contribution=each,
            account=initiative.account,
            phase="design",
            decision_key="initiatives.Decision:1",
            by_non_public=True,
        )
    keep_placing(initiative)

    card = client.get(reverse("insight:evidence", args=[initiative.slug])).context["dominance"]

    assert card["says"][1].startswith("Taken in more than others: Fjordbuss AS, 46.0 times")
    assert card["helps"][0]["words"].startswith("Before the next decision")


def test_letters_that_say_the_same_are_a_campaign_and_count_in_full(initiative):
    for number in range(20):
        same = number < 6
        idea(
            initiative=initiative,
            title="Keep the evening bus" if same else f"Number {number}",
            text="We want it back on every day of the week" if same else f"Text of {number}",
        )

    counted = counted_in(initiative)

    assert (counted.statements, counted.alike) == (20, 6)
    assert dominance(counted).is_campaign
    assert counted.alone.units == 20


def test_the_same_letter_in_a_hearing_is_alike_and_what_is_withheld_is_left_out(initiative):
    steward = steward_of(initiative.municipality)
    hearing = opened(initiative=initiative, by=steward)
    letter = "We want the evening bus back on every day of the week, as it was."
    said = [stated(hearing, text=letter) for _ in range(5)]
    stated(hearing, text="Build lamps along the whole of the path instead.")
    withhold(statement=said[0], basis="offentleglova § 13", by=steward)
    withdraw_statement(statement=said[1], by=said[1].contribution.giver.person)

    counted = counted_in(initiative)

    assert (counted.statements, counted.alike) == (4, 3)


def test_the_page_of_the_initiative_leads_to_it(client, initiative):
    page = client.get(initiative.get_absolute_url()).text
    way = reverse("insight:evidence", args=[initiative.slug])
    assert f'href="{way}#dominance"' in page


def test_too_little_is_not_judged(client, initiative):
    path = reverse("insight:evidence", args=[initiative.slug])
    assert "It is counted within a minute." in client.get(path).text
    say(initiative, 3)
    keep_placing(initiative)

    card = client.get(path).context["dominance"]

    assert card["says"][0].startswith("Too little has been said to judge.")
    assert (card["chart"], card["numbers"], card["helps"]) == (None, [], [])
    assert client.get(reverse("insight:dominance_csv", args=[initiative.slug])).text == ""


@pytest.mark.parametrize("people", [1, 30])
def test_more_voices_ask_no_more_of_the_database(initiative, people, django_assert_num_queries):
    for number in range(people):
        organisation = operator_of(initiative, name=f"Firm {number}")
        say(initiative, 1, actor_kind="business", speaking_for=organisation)

    with django_assert_num_queries(9):
        counted_in(initiative)
