"""People are reminded of what is due: of each thing once before its day, and once after."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.initiatives.actions.reminding import remind_all
from samskap.initiatives.models import Commitment, Reminder
from samskap.ledger.actions import settle
from samskap.ledger.models import Standing
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import (
    InitiativeFactory,
    InvitationFactory,
    SharingFactory,
)
from samskap.testing.factories.ledger import contribution
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.partnership import (
    CommitmentFactory,
    DecisionFactory,
    FormalDecisionFactory,
    organisation_partner,
    partnership,
)
from samskap.testing.factories.people import ConsentFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality)


def heard(person):
    """What somebody was reminded of, the oldest first."""
    told = Notice.objects.filter(person=person, kind="initiatives.reminder").order_by("pk")
    return list(told.values_list("label", "text", "path"))


def waiting(initiative, today, *, days, **more):
    """An input whose answer is promised in so many days."""
    row = contribution(account=initiative.account, **more)
    Standing.objects.filter(pk=row.pk).update(answer_due_on=today + timedelta(days))
    return row


def test_each_hears_once_of_all_that_is_soon_due(initiative, today, municipality):
    eva, case = person_with("facilitator", municipality), person_with("case_officer", municipality)
    leader = person_with("leader", municipality)
    for number in range(6):
        waiting(initiative, today, days=3, caption=f"Idea {number}", path=f"/ideas/{number}/")
    waiting(initiative, today, days=30, caption="Later")

    assert remind_all(today) == 2
    assert remind_all(today) == 0

    words = "Idea 0\nIdea 1\nIdea 2\nIdea 3\nIdea 4\n…"
    said = "6 contributions are to be answered within a week."
    assert heard(eva) == heard(case) == [(said, words, "/ideas/0/")]
    assert heard(leader) == []


def test_what_is_overdue_is_told_once_to_the_leader_too(initiative, today, municipality):
    eva, leader = person_with("facilitator", municipality), person_with("leader", municipality)
    late = waiting(initiative, today, days=-1, caption="A bench")

    remind_all(today)
    remind_all(today + timedelta(1))

    said = "1 contribution was not answered by the promised day."
    assert [label for label, _text, _path in heard(leader)] == [said]
    assert [label for label, _text, _path in heard(eva)] == [said]
    assert Reminder.objects.get().thing == late.pk


def test_what_has_been_answered_is_not_spoken_of(initiative, today, municipality):
    eva = person_with("facilitator", municipality)
    answered = waiting(initiative, today, days=2)
    settle(contribution=answered, status="used", by=eva)

    assert remind_all(today) == 0


def test_who_leads_the_initiative_hears_in_the_others_place(initiative, today, municipality):
    own, other = person_with("facilitator", municipality), person_with("facilitator", municipality)
    initiative.facilitators.add(own)
    waiting(initiative, today, days=2)

    remind_all(today)

    assert (len(heard(own)), heard(other)) == (1, [])


def test_the_elected_body_hears_before_and_all_concerned_after(initiative, today, municipality):
    formal = FormalDecisionFactory(initiative=initiative, promised_on=today + timedelta(10))
    member, leader = person_with("politician", municipality), person_with("leader", municipality)
    MembershipFactory(organisation=formal.body, person=member)

    remind_all(today)
    before = heard(member), heard(leader)
    remind_all(today + timedelta(11))

    soon = "1 matter waits for the elected body’s answer within two weeks."
    late = "1 matter was not answered by the elected body in time."
    assert before == ([(soon, formal.title, formal.get_absolute_url())], [])
    assert [label for label, *_rest in heard(member)] == [soon, late]
    assert [label for label, *_rest in heard(leader)] == [late]
    assert [label for label, *_rest in heard(initiative.raised_by)] == [late]


def test_a_partner_hears_of_its_promise_and_others_when_it_is_late(initiative, today):
    partner = organisation_partner(initiative)
    CommitmentFactory(partner=partner, due_on=today + timedelta(2), what="Bake")
    CommitmentFactory(partner=partner, due_on=today, status=Commitment.Status.RELEASED)

    remind_all(today)
    first = heard(partner.contact), heard(initiative.raised_by)
    remind_all(today + timedelta(3))

    where = f"/initiatives/{initiative.slug}/promises/"
    assert first == ([("1 promise is due within three days.", "Bake", where)], [])
    late = ("1 promise is late.", "Bake", where)
    assert heard(initiative.raised_by) == [late]
    assert heard(partner.contact)[1:] == [late]


def test_everybody_is_reminded_in_their_own_language(initiative, today):
    partner = organisation_partner(initiative, by=PersonFactory(language="nn"))
    CommitmentFactory(partner=partner, due_on=today, what="Bake")

    remind_all(today)

    assert [label for label, *_rest in heard(partner.contact)] == [
        "1 lovnad skal haldast innan tre dagar."
    ]


def test_only_who_is_silent_is_asked_for_a_voice(initiative, today):
    resident, public = partnership(initiative, review_on=today + timedelta(300))
    decision = DecisionFactory(initiative=initiative, closes_on=today + timedelta(1), way="vote")
    decision.voices.create(
        municipality=initiative.municipality, partner=resident, side="non_public", stance="for"
    )

    remind_all(today)

    assert heard(resident.person) == []
    assert heard(public.contact) == [
        (
            "1 decision closes within two days, and waits for your voice.",
            decision.title,
            decision.get_absolute_url(),
        )
    ]


def test_partners_look_at_the_agreement_that_is_in_force_again(initiative, today):
    resident, public = partnership(initiative, review_on=today + timedelta(14))

    remind_all(today)

    said = "1 agreement is to be looked at again within two weeks."
    for person in (resident.person, public.contact):
        assert [label for label, *_rest in heard(person)] == [said]


def test_whom_others_wait_for_hears_of_it(initiative, today, municipality):
    leader = person_with("leader", municipality)
    InvitationFactory(initiative=initiative, answer_due_on=today - timedelta(1))
    SharingFactory(municipality=municipality, answer_due_on=today - timedelta(1))
    consent = ConsentFactory(municipality=municipality, ends_on=today + timedelta(3))

    remind_all(today)

    assert {label for label, *_rest in heard(leader)} == {
        "1 invitation from residents was not answered in time.",
        "1 question from another municipality was not answered in time.",
    }
    assert [label for label, *_rest in heard(consent.person)] == [
        "1 of your consents ends within two weeks."
    ]
