from datetime import date, timedelta

import pytest
from django.utils import timezone

from samskap.initiatives.actions.formal import answer_recommendation
from samskap.initiatives.models import Recommendation
from samskap.ledger.models import Contribution
from samskap.proposals.actions import council, drafting, measures
from samskap.proposals.actions.rules import set_rules
from samskap.proposals.errors import (
    GiveReasons,
    HarderThanTheLaw,
    NotNow,
    NotYoursToChange,
    NotYoursToDecide,
    NotYoursToSetUp,
    OnlyTheCouncil,
    ThresholdIsNotMet,
)
from samskap.proposals.models import Proposal, Rules, State
from samskap.proposals.queries.alike import alike
from samskap.proposals.queries.rules import rules_of, threshold_of
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory
from samskap.testing.factories.proposals import (
    accepted,
    council_in,
    decided,
    draft,
    listed,
    proposal,
    residents,
    steward_of,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return MunicipalityFactory()


@pytest.fixture
def writer(place):
    return council_in(place)


def test_what_is_submitted_keeps_the_number_the_residents_and_both_days(place, writer):
    residents(place, 6500)
    made = proposal(municipality=place)
    listed(made, 131)
    made.refresh_from_db()

    council.submit(proposal=made, by=made.proposer)

    made.refresh_from_db()
    assert (made.state, made.needed, made.population) == (State.SUBMITTED, 130, 6500)
    assert (made.population_on, made.population_source) == (date(2026, 1, 1), "SSB 07459")
    assert made.counted["valid"] == 131
    assert made.legal_due_on == made.promised_on == made.formal.legal_due_on
    assert 180 < (made.legal_due_on - made.submitted_on).days < 190
    row = Contribution.objects.get(kind="support")
    assert (row.amount, row.giver.person, row.giver.name) == (131, None, "")
    residents_later = threshold_of(made)
    assert residents_later.population.persons == 6500


def test_one_signature_too_few_is_not_submitted(place):
    residents(place, 150)
    made = proposal(municipality=place)
    listed(made, 2)
    Proposal.objects.update(state=State.THRESHOLD_MET)
    made.refresh_from_db()

    with pytest.raises(NotYoursToChange):
        council.submit(proposal=made, by=PersonFactory())
    with pytest.raises(ThresholdIsNotMet):
        council.submit(proposal=made, by=made.proposer)


def test_only_the_council_itself_says_whether_it_takes_a_proposal_up(place, writer):
    made = submitted(municipality=place)
    said = {"verdict": "accepted", "reason": "Our roads.", "proposal": made}

    with pytest.raises(OnlyTheCouncil):
        council.admit(by=writer, council_has_said_so=False, **said)
    with pytest.raises(NotYoursToDecide):
        council.admit(by=steward_of(place), council_has_said_so=True, **said)
    with pytest.raises(GiveReasons):
        council.admit(by=writer, council_has_said_so=True, **said | {"reason": " "})

    assert accepted(made, writer).state == State.ACCEPTED


@pytest.mark.parametrize("verdict", ["outside_activity", "same_content", "treated_this_period"])
def test_what_is_not_taken_up_is_answered_with_reasons_and_can_be_treated_anyway(
    place, writer, verdict
):
    made = submitted(municipality=place)
    council.admit(
        proposal=made, verdict=verdict, reason="The state owns it.", by=writer,
        council_has_said_so=True,
    )  # fmt: skip
    made.refresh_from_db()
    assert (made.state, made.informed_at is not None) == (verdict, True)
    assert made.formal.recommendations.get().answer == "rejected"

    council.decide(proposal=made, answer="adopted", reasons="We want to.", by=writer)

    made.refresh_from_db()
    assert (made.state, made.answer) == (State.INFORMED, "adopted")


def test_a_referral_takes_the_six_months_away_and_says_why(place, writer):
    made = accepted(submitted(municipality=place), writer)
    expected = timezone.localdate() + timedelta(days=500)

    council.refer(
        proposal=made, plan_case="Sentrumsplanen 2027", expected_on=expected,
        reason="The path lies in the plan.", by=writer,
    )  # fmt: skip

    made.refresh_from_db()
    assert (made.state, made.legal_due_on, made.promised_on) == (State.REFERRED, None, expected)
    assert (made.formal.legal_due_on, made.formal.promised_on) == (None, expected)
    assert made.steps.last().reason == "The path lies in the plan."
    council.decide(proposal=made, answer="adopted_changed", reasons="With the plan.", by=writer)
    made.refresh_from_db()
    assert made.answer == "adopted_changed"


def test_a_decision_informs_those_who_made_it_and_answers_formally(place, writer):
    made = decided(submitted(municipality=place), writer)

    made.refresh_from_db()
    assert (made.state, made.answer, made.reasons) == (
        State.INFORMED, "adopted", "We can pay for it.",
    )  # fmt: skip
    assert made.formal.answered_at is not None
    assert [step.after for step in made.steps.all()][-3:] == [
        "treated", "decided", "proposers_informed",
    ]  # fmt: skip
    assert made.proposer.notices.filter(label__contains="The council has decided").count() == 1


def test_whoever_has_no_account_gets_a_letter_and_only_then_is_informed(place, writer):
    made = submitted(municipality=place)
    Proposal.objects.update(proposer=None)
    made = decided(Proposal.objects.get(pk=made.pk), writer)
    assert made.state == State.DECIDED

    council.say_informed(proposal=made, by=steward_of(place))

    made.refresh_from_db()
    assert made.state == State.INFORMED


def test_measures_are_followed_and_the_last_one_ends_the_case(place, writer):
    made, steward = decided(submitted(municipality=place), writer), steward_of(place)
    today = timezone.localdate()
    lamps, late = (
        measures.add_measure(proposal=made, what=what, due_on=due_on, by=steward)
        for what, due_on in (("Ten lamps", today), ("A fence", today - timedelta(days=1)))
    )

    lamps = measures.finish_measure(measure=lamps, says="They shine.", by=steward)
    made.refresh_from_db()
    assert (lamps.was_kept, late.is_late, made.state) == (True, True, State.INFORMED)
    late = measures.finish_measure(measure=late, says="", by=steward)

    made.refresh_from_db()
    assert (late.was_kept, made.state) == (False, State.FOLLOWED_UP)


def test_an_answer_on_the_page_of_the_formal_decision_is_taken_over(place, writer):
    made = accepted(submitted(municipality=place), writer)
    answer_recommendation(
        recommendation=Recommendation.objects.get(formal_decision=made.formal),
        answer="rejected",
        reasons="No money.",
        by=writer,
    )

    assert (council.follow_answers(), council.follow_answers()) == (1, 0)

    made.refresh_from_db()
    assert (made.state, made.answer, made.reasons) == (State.INFORMED, "rejected", "No money.")


def test_a_proposal_is_taken_back_before_the_council_has_it(place):
    made = proposal(municipality=place)
    with pytest.raises(NotYoursToChange):
        drafting.withdraw(proposal=made, reason="No.", by=PersonFactory())
    with pytest.raises(GiveReasons):
        drafting.withdraw(proposal=made, reason="", by=made.proposer)
    assert drafting.withdraw(proposal=made, reason="Done already.", by=made.proposer).state == (
        State.WITHDRAWN
    )
    begun = draft(municipality=place)
    drafting.withdraw(proposal=begun, reason="", by=begun.proposer)
    assert not Proposal.objects.filter(pk=begun.pk).exists()
    lies_there = submitted(municipality=place)
    with pytest.raises(NotNow):
        drafting.withdraw(proposal=lies_there, reason="No.", by=lies_there.proposer)


def test_a_button_pressed_twice_makes_one_draft(place):
    person = PersonFactory()
    key = "8f9f9a37-0a2b-4a5e-9d55-1f9c3a1f0001"

    first = draft(municipality=place, person=person, public_id=key)

    assert draft(municipality=place, person=person, public_id=key) == first


def test_a_business_may_propose(place):
    shop = PersonFactory()
    hand = hand_of(shop, place, "business")

    assert draft(municipality=place, hand=hand).actor_kind == "business"


def test_what_is_alike_in_the_period_is_shown_and_nothing_else(place, writer):
    earlier = decided(submitted(municipality=place, title="Lights on the path to school"), writer)
    submitted(municipality=place, title="A new swimming hall", text="The old one leaks.")

    found = alike(place, "Light the school path", "Children walk in the dark.")

    assert [each.url for each in found] == [earlier.get_absolute_url()]
    elsewhere = alike(MunicipalityFactory(), "Light the school path", "")
    Proposal.objects.update(opened_at=timezone.now() - timedelta(days=5 * 366))
    assert elsewhere == alike(place, "Light the school path", "Children") == []


@pytest.mark.parametrize(
    ("country", "day", "first", "last"),
    [
        ("NO", "2026-11-22", "2023-11-01", "2027-10-31"),
        ("NO", "2027-10-31", "2023-11-01", "2027-10-31"),
        ("NO", "2027-11-01", "2027-11-01", "2031-10-31"),
        ("DK", "2026-11-22", "2026-01-01", "2029-12-31"),
        ("DK", "2025-12-31", "2022-01-01", "2025-12-31"),
    ],
)
def test_an_election_period_is_that_of_the_country_unless_it_is_set(country, day, first, last):
    rules = Rules.usual(MunicipalityFactory.build(country=country))

    assert rules.period_around(date.fromisoformat(day)) == (
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


def test_the_laws_numbers_are_made_easier_and_never_harder(place):
    boss = RoleFactory(municipality=place, role="administrator").person
    law = {"scheme_key": "no-municipality"}
    residents(place, 53_712)

    set_rules(municipality=place, by=boss, always_enough=100, **law)
    assert threshold_of(Proposal(municipality=place)).signatures == 100
    with pytest.raises(HarderThanTheLaw):
        set_rules(municipality=place, by=boss, always_enough=301, **law)
    with pytest.raises(NotYoursToSetUp):
        set_rules(municipality=place, by=PersonFactory(), **law)
    assert rules_of(place).always_enough == 100


def test_a_law_has_no_window_no_age_and_no_e_id(place):
    strict = Rules(
        municipality=place, scheme_key="no-municipality", window_days=3, least_age=18,
        needs_e_id=True, takes_paper=False,
    )  # fmt: skip

    scheme = strict.scheme

    assert (scheme.window, scheme.least_age) == (None, 0)
    assert (scheme.needs_e_id, scheme.takes_paper) == (False, True)
