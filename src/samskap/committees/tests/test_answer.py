"""What an answer sets going: members hear of it, the committee moves, and nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.committees.actions.alerting import EVERY, alert_all
from samskap.committees.actions.carrying_out import plan
from samskap.committees.actions.delivering import deliver
from samskap.committees.actions.recommendations import rewrite_recommendation
from samskap.committees.actions.steps import move
from samskap.committees.errors.answer import NotAdopted, PlannedAlready
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Alert, State
from samskap.committees.queries.answer import (
    answer_rate,
    overdue_by_initiative,
    promise_behind,
    realisations_of,
    verdict_of,
)
from samskap.committees.queries.expected import expected_at_meetings
from samskap.committees.queries.leadership import leaders_of
from samskap.committees.queries.times import medians_in, times_of
from samskap.initiatives.actions.commitments import (
    accept_commitment,
    keep_commitment,
    release_commitment,
)
from samskap.initiatives.actions.formal import answer_recommendation, take_the_place
from samskap.kernels.answers import Figure
from samskap.notices.models import Notice
from samskap.organisations.models import Membership
from samskap.people.models import Person
from samskap.testing.factories.committee_answers import answered, laid
from samskap.testing.factories.committee_work import all_vote, asked, at_work, recommended
from samskap.testing.factories.committees import charter, committee, councillor, member
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.partnership import public_partner
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
TEN = tuple(f"Recommendation {number}" for number in range(1, 11))


@pytest.fixture
def before_the_council(municipality):
    """A committee whose work lies before the council, with one member."""
    made = committee(municipality=municipality, state=State.DELIVERED)
    charter(made)
    member(made)
    return made


def steps_of(one):
    return list(one.steps.order_by("pk").values_list("after", "reason", "by"))


def heard(person, kind):
    told = Notice.objects.filter(person=person, kind=kind).order_by("pk")
    return list(told.values_list("label", "text"))


def test_the_last_answer_makes_the_committee_answered_by_whoever_gave_it(before_the_council):
    one = before_the_council
    first, last = councillor(one.municipality), councillor(one.municipality)
    formal = laid(one, "Open until nine", "Let residents be hosts")

    answered(formal, first, "adopted")
    one.refresh_from_db()
    assert one.state == State.IN_FORMAL_TREATMENT

    answer_recommendation(
        recommendation=formal.recommendations.get(number=2),
        answer="rejected",
        reasons="Insurance.",
        by=last,
    )

    one.refresh_from_db()
    assert one.state == State.ANSWERED
    assert steps_of(one)[1:] == [
        ("in_formal_treatment", "The elected body has begun to answer.", first.pk),
        ("answered", "Every recommendation has its answer.", last.pk),
    ]


def test_members_hear_each_answer_with_its_reasons_and_what_all_come_to(before_the_council):
    one = before_the_council
    who = one.members.get().person
    by = councillor(one.municipality)

    answered(laid(one, "Open until nine", "Hosts"), by, "adopted", "adopted_changed")

    assert heard(who, "committees.answer") == [
        ("“Integration”, recommendation 1: Adopted.", "The council has weighed it."),
        ("“Integration”, recommendation 2: Adopted with changes.", "The council has weighed it."),
    ]
    assert heard(who, "committees.all_answered") == [
        (
            "The council adopted 2 of 2: “Integration”.",
            "2 of 2 recommendations were adopted, with or without changes. Each answer has its"
            " reasons, which everybody can read. Three short questions about the answer wait for"
            " you on the page of the committee.",
        )
    ]
    assert heard(by, "committees.answer") == []


def test_a_late_answer_that_adopts_two_of_ten_is_explained(before_the_council):
    one = before_the_council
    formal = laid(one, *TEN, days_ago=100, promised_in=90)

    answered(formal, councillor(one.municipality), *["adopted"] * 2, *["rejected"] * 8)

    verdict = verdict_of(one)
    assert (verdict.fidelity, verdict.is_low, verdict.days_late) == (0.2, True, 10)
    ((label, text),) = heard(one.members.get().person, "committees.all_answered")
    assert label == "The council adopted 2 of 10: “Integration”."
    assert text.startswith(
        "The answer came 10 days after the promised day. 2 of 10 recommendations were adopted,"
        " with or without changes. That is fewer than half, so the work no longer counts as an"
        " equal partnership on the ladder of co-creation: its adoption fidelity is 0.20."
    )


def test_a_returned_recommendation_takes_the_committee_back_to_work_and_is_laid_again(
    before_the_council,
):
    one = before_the_council
    by = councillor(one.municipality)
    formal = laid(one, "Open until nine", "Hosts")
    answered(formal, by, "returned", reasons="Who pays?")

    one.refresh_from_db()
    assert one.state == State.WORKING
    assert steps_of(one)[-1] == (
        "working",
        "Recommendation 1 came back for more work: Who pays?",
        by.pk,
    )
    # The other answer comes while the committee works: nothing is answered yet as a whole.
    answered_late = formal.recommendations.get(number=2)
    answer_recommendation(recommendation=answered_late, answer="adopted", reasons="Yes.", by=by)
    one.refresh_from_db()
    assert one.state == State.WORKING

    move(committee=one, to=State.DELIVERED, reason="Paid by the state.", by=one.facilitator)
    again = laid(one, "Open until nine, paid by the state")
    take_the_place(
        recommendation=again.recommendations.get(), returned=formal.recommendations.get(number=1)
    )
    answered(again, by, "adopted")

    one.refresh_from_db()
    assert one.state == State.ANSWERED
    found = verdict_of(one).outcome
    assert (found.recommended, found.adopted, found.pending) == (2, 2, False)
    assert list(formal.recommendations.values_list("answer", flat=True)) == ["returned", "adopted"]


def test_what_came_back_is_worked_on_voted_on_anew_and_delivered_in_its_own_place(municipality):
    made = at_work(municipality)
    own, other = recommended(made), recommended(made, text="Let companies be hosts.")
    by = councillor(municipality)
    answered(deliver(committee=made, by=made.facilitator), by, "returned", "adopted")
    own.refresh_from_db()
    assert (own.status, own.laid_as, own.number) == ("proposed", None, 1)

    rewrite_recommendation(
        recommendation=own, by=made.facilitator, text="Open it weekly.", why="It is enough."
    )
    all_vote(asked(own))
    again = deliver(committee=made, by=made.facilitator)

    laid_again = again.recommendations.get()
    assert (laid_again.text, laid_again.instead_of) == ("Open it weekly.", own.returns.get().laid)
    answered(again, by, "adopted")
    made.refresh_from_db()
    found = verdict_of(made).outcome
    assert (made.state, found.adopted, found.recommended) == (State.ANSWERED, 2, 2)
    other.refresh_from_db()
    assert other.laid_as.answer == "adopted"


def test_members_are_expected_at_the_meetings_of_their_initiative(before_the_council):
    one = before_the_council
    sitting = one.members.get()
    member(one, is_substitute=True)
    member(one, until=timezone.localdate())

    assert expected_at_meetings(one.initiative) == [sitting.person]


def test_a_council_that_never_answers_is_overdue_for_all_and_its_leaders_hear_each_month(
    before_the_council,
):
    one = before_the_council
    here = one.municipality
    mayor, backbencher = councillor(here), councillor(here)
    today = timezone.localdate()
    Membership.objects.filter(person=backbencher).update(may_speak=False)
    formal = laid(one, *TEN, days_ago=100, promised_in=90)

    assert (alert_all(), alert_all()) == (1, 0)  # started twice
    assert alert_all(today + 19 * DAY) == 0
    Person.objects.filter(pk=mayor.pk).update(language="nn")
    assert alert_all(formal.promised_on + (EVERY + 1) * DAY) == 1

    assert leaders_of(one.body) == [mayor]
    (label, first), (again, second) = heard(mayor, "committees.answer_overdue")
    assert label == "The council has not answered “A town for all”."
    assert again == "The council har ikkje svart på «A town for all»."
    assert first.startswith("The promised day passed 10 days ago")
    assert second.startswith("Den lova dagen ")
    assert heard(backbencher, "committees.answer_overdue") == []
    assert list(Alert.objects.order_by("number").values_list("formal_decision", "number")) == [
        (formal.pk, 0),
        (formal.pk, 1),
    ]
    assert overdue_by_initiative(here, [one.initiative_id]) == {one.initiative_id: 10}
    assert answer_rate(here) == Figure(0.0, 10)


def test_a_body_without_a_leader_or_without_anybody_is_alerted_all_the_same(before_the_council):
    one = before_the_council
    leader = person_with("leader", one.municipality)
    assert leaders_of(one.body) == [leader]

    members = [councillor(one.municipality), councillor(one.municipality)]
    MembershipFactory(organisation=one.body, person=PersonFactory())  # of the staff: no role

    assert leaders_of(one.body) == members


def test_an_answer_in_time_is_in_the_rate_and_a_late_one_is_not(before_the_council):
    one = before_the_council
    by = councillor(one.municipality)
    answered(laid(one, "In time"), by, "rejected")
    answered(laid(one, "Too late", days_ago=20, promised_in=10), by, "adopted")
    laid(one, "Has time")

    assert answer_rate(one.municipality) == Figure(0.5, 2)
    assert answer_rate(one.municipality, one.body) == Figure(0.5, 2)
    assert answer_rate(committee().municipality) == Figure(None, 0)


def test_who_carries_it_out_and_how_long_it_took(before_the_council):
    one = before_the_council
    by = councillor(one.municipality)
    formal = laid(one, "Open until nine", "Hosts", days_ago=40)
    answered(formal, by, "adopted", "rejected")
    unit = public_partner(one.initiative)
    adopted, rejected = formal.recommendations.order_by("number")
    due_on = timezone.localdate() + 30 * DAY
    asked = {"committee": one, "partner": unit, "due_on": due_on, "by": one.facilitator}

    with pytest.raises(NotYoursToKeep):
        plan(recommendation=adopted, **asked | {"by": PersonFactory()})
    with pytest.raises(NotAdopted):
        plan(recommendation=rejected, **asked)
    planned = plan(recommendation=adopted, **asked)
    with pytest.raises(PlannedAlready):
        plan(recommendation=adopted, **asked)

    one.refresh_from_db()
    assert one.state == State.IMPLEMENTING
    assert planned.commitment.what == "Open until nine"
    assert times_of(one).to_realisation is None

    accept_commitment(commitment=planned.commitment, by=unit.contact)
    keep_commitment(commitment=planned.commitment, by=unit.contact)
    # Told as if each had happened on its day: the charter 100 days ago, the answer 20 days ago.
    one.charters.update(adopted_on=timezone.localdate() - 100 * DAY)
    one.steps.filter(after=State.ANSWERED).update(at=timezone.now() - 20 * DAY)

    times = times_of(one)
    assert (times.to_decision, times.to_realisation, times.in_all) == (80, 20, 100)
    assert medians_in(one.municipality).to_decision == Figure(80.0, 1)


def test_a_released_promise_makes_room_for_another(before_the_council):
    one = before_the_council
    formal = laid(one, "Open until nine")
    answered(formal, councillor(one.municipality), "adopted")
    unit, other = public_partner(one.initiative), public_partner(one.initiative)
    recommendation = formal.recommendations.get()
    due_on = timezone.localdate() + 30 * DAY
    asked = {"committee": one, "recommendation": recommendation, "due_on": due_on}
    first = plan(partner=unit, by=one.facilitator, **asked)
    release_commitment(commitment=first.commitment, by=unit.contact, says="No staff.")

    second = plan(partner=other, by=one.facilitator, **asked)

    assert promise_behind(recommendation, realisations_of(one)) == second.commitment
    assert one.realisations.count() == 2


def test_a_committee_that_has_left_its_way_hears_the_answer_and_stays_where_it_is(
    before_the_council,
):
    one = before_the_council
    other = committee(municipality=one.municipality, state=State.WORKING)
    formal = laid(one, "Open until nine")
    merged = move(
        committee=one, to=State.MERGED, reason="One task.", by=one.facilitator, into=other
    )

    answered(formal, councillor(one.municipality), "adopted")

    merged.refresh_from_db()
    assert (merged.state, merged.merged_into) == (State.MERGED, other)
    assert len(heard(one.members.get().person, "committees.answer")) == 1
    assert verdict_of(merged).outcome.adopted == 1


def test_who_has_left_is_told_no_more_and_an_initiative_without_a_committee_is_left_alone(
    before_the_council,
):
    one = before_the_council
    gone = one.members.get()
    gone.until, gone.left_because = timezone.localdate(), "Moved away."
    gone.save()

    answered(laid(one, "Open until nine"), councillor(one.municipality), "adopted")

    assert heard(gone.person, "committees.answer") == []
    gone.refresh_from_db()
    assert gone.left_because == "Moved away."
