"""The charter: versions, adoption, and who has read it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.committees.actions.charter import adopt_charter, confirm_reading, write_charter
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.team import (
    AdoptedAlready,
    DayLiesAhead,
    NewerCharter,
    NothingChanged,
    OnlyMembersConfirm,
    SayWhatChanged,
    ThisIsMissing,
)
from samskap.committees.legal import RULES, rules_of
from samskap.committees.models import Charter, State
from samskap.committees.queries.charter import charter_in_force, compared, still_to_read
from samskap.municipalities.models import Country
from samskap.notices.models import Notice
from samskap.testing.factories.committees import (
    charter,
    committee,
    councillor,
    member,
    politician,
)
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

TEXTS = {
    "background": "Newcomers meet too few of us.",
    "task": "Find out how they find work and friends.",
    "deliveries": "At most ten recommendations to the council.",
}
SEATS = [
    {"role": "politician", "perspective": "Elected representative"},
    {"role": "resident", "perspective": "Came here as a refugee", "is_new": True},
    {"role": "resident", "perspective": "Aged 13–25", "least_age": 13, "most_age": 25},
]


def test_a_charter_draws_the_field_and_names_the_seats():
    made = committee()

    written = write_charter(
        committee=made,
        by=made.facilitator,
        seats=SEATS,
        field={"open": "How people meet", "negotiable": "Money", "fixed": "No job is lost"},
        **TEXTS,
    )

    assert (written.version, written.task, written.legal_form) == (
        1,
        TEXTS["task"],
        "advisory_method",
    )
    assert (written.frame.open, written.frame.fixed) == ("How people meet", "No job is lost")
    assert list(made.seats.values_list("number", "role", "perspective", "is_new", "least_age")) == [
        (1, "politician", "Elected representative", False, None),
        (2, "resident", "Came here as a refugee", True, None),
        (3, "resident", "Aged 13–25", False, 13),
    ]
    assert made.initiative.frames.get() == written.frame


def test_a_charter_says_something_and_a_new_version_says_what_is_new():
    made = committee()
    by = made.facilitator
    with pytest.raises(ThisIsMissing):
        write_charter(committee=made, by=by, **TEXTS | {"task": " "})
    with pytest.raises(NotYoursToKeep):
        write_charter(committee=made, by=PersonFactory(), **TEXTS)
    write_charter(committee=made, by=by, **TEXTS)
    with pytest.raises(NothingChanged):
        write_charter(committee=made, by=by, why_new="Nothing", **TEXTS)
    with pytest.raises(SayWhatChanged):
        write_charter(committee=made, by=by, task="Another task.")

    second = write_charter(committee=made, by=by, task="Another task.", why_new="The law changed.")

    assert (second.version, second.background) == (2, TEXTS["background"])
    assert made.charters.get(version=1).task == TEXTS["task"]


def test_the_elected_body_adopts_and_the_committee_goes_on():
    made = committee()
    first = write_charter(committee=made, by=made.facilitator, seats=SEATS, **TEXTS)
    by, today = councillor(made.municipality), timezone.localdate()
    with pytest.raises(DayLiesAhead):
        adopt_charter(charter=first, by=by, on=today + timedelta(days=1))
    with pytest.raises(NotYoursToKeep):
        adopt_charter(charter=first, by=PersonFactory(), on=today)

    adopted = adopt_charter(charter=first, by=by, on=today, reference="Case 12/26")

    made.refresh_from_db()
    assert (adopted.adopted_on, adopted.adopted_in, adopted.adopted_by) == (today, made.body, by)
    assert made.state == State.CHARTERED
    assert made.steps.last().reason == "The charter is adopted. Case 12/26"
    with pytest.raises(AdoptedAlready):
        adopt_charter(charter=first, by=by, on=today)


def test_a_charter_changed_half_way_keeps_every_version_and_asks_everybody_anew():
    made = committee(state=State.WORKING)
    by = made.facilitator
    first = charter(made, seats=[{"number": 1, **SEATS[0]}, {"number": 2, **SEATS[1]}])
    sitting, elected = member(made), politician(made)
    for one in (sitting, elected):
        confirm_reading(charter=first, by=one.person)
        confirm_reading(charter=first, by=one.person)
    assert still_to_read(first) == []

    second = write_charter(
        committee=made,
        by=by,
        task="Work first, friends after.",
        seats=SEATS[1:],
        why_new="The council wants the other end first.",
    )

    assert charter_in_force(made) == first, "a draft changes nothing before it is adopted"
    adopt_charter(charter=second, by=by, on=timezone.localdate())
    assert charter_in_force(made) == second
    assert set(still_to_read(second)) == {sitting, elected}
    assert still_to_read(first) == [], "who read the old one stays on record"
    told = Notice.objects.filter(kind="committees.charter_adopted")
    assert {one.person for one in told} == {sitting.person, elected.person}
    assert [(each.title, each.before, each.after) for each in compared(first, second)] == [
        ("The task", TEXTS["task"], "Work first, friends after."),
        (
            "Seats",
            "1. Elected representative\n2. Came here as a refugee",
            "1. Came here as a refugee\n2. Aged 13–25",
        ),
    ]
    with pytest.raises(NewerCharter):
        confirm_reading(charter=first, by=sitting.person)
    with pytest.raises(OnlyMembersConfirm):
        confirm_reading(charter=second, by=by)
    confirm_reading(charter=second, by=sitting.person)
    assert still_to_read(second) == [elected]


def test_a_seat_that_is_left_out_is_dropped_and_stays():
    made = committee()
    by = made.facilitator
    write_charter(committee=made, by=by, seats=SEATS, **TEXTS)
    write_charter(committee=made, by=by, seats=SEATS[:2], why_new="Fewer.")

    assert [(seat.number, seat.dropped_at is None) for seat in made.seats.all()] == [
        (1, True),
        (2, True),
        (3, False),
    ]


def test_the_law_of_each_form_is_told_with_its_source():
    told = {(country, form) for country in Country.values for form in Charter.LegalForm.values}
    assert set(RULES) == told
    under_law = rules_of(Charter(legal_form="committee_under_law"), "NO")
    assert {"Kommuneloven § 5-7", "Kommuneloven § 11-5", "Kommuneloven § 13-3"} <= {
        rule.source for rule in under_law
    }
    in_denmark = rules_of(Charter(legal_form="committee_under_law"), "DK")
    assert "Kommunestyrelsesloven § 17, stk. 4" in {rule.source for rule in in_denmark}


@pytest.mark.parametrize("asks", [True, False])
def test_the_rule_of_a_method_on_the_sexes_is_told_where_the_charter_asks_for_it(asks):
    charter = Charter(legal_form="advisory_method", balances_sexes=asks)

    assert ("40 %" in " ".join(str(rule.says) for rule in rules_of(charter, "NO"))) is asks


@pytest.mark.parametrize(
    ("legal_form", "is_ticked"), [("committee_under_law", True), ("advisory_method", False)]
)
def test_a_committee_under_the_law_meets_by_the_law(client, municipality, legal_form, is_ticked):
    made = committee(municipality=municipality)
    charter(made, legal_form=legal_form)
    client.force_login(made.facilitator)

    page = client.get(reverse("meetings:announce", args=[made.initiative.slug])).text

    assert bool(re.search(r'<input[^>]*name="by_law"[^>]*checked', page)) == is_ticked
