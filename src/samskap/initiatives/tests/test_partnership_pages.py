from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.models import Commitment, Decision, Partner
from samskap.initiatives.models.initiative import State
from samskap.ledger.models import Contribution
from samskap.organisations.models import Organisation
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.partnership import (
    AgreementFactory,
    CommitmentFactory,
    DecisionFactory,
    FormalDecisionFactory,
    PartnerFactory,
    RecommendationFactory,
    organisation_partner,
    partnership,
    samples,
)
from samskap.testing.factories.people import PersonFactory, people_by_role, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality, title="Open evenings")


def at(name, initiative, *args):
    return reverse(f"initiatives:{name}", args=[initiative.slug, *args])


def test_the_raiser_asks_an_organisation_which_joins(client, initiative):
    member = MembershipFactory(organisation__municipality=initiative.municipality)
    organisation = member.organisation
    client.force_login(initiative.raised_by)
    ask = at("ask_partner", initiative)

    found = client.get(ask, {"q": organisation.name[:8]})
    assert organisation.name in found.text
    answer = client.post(
        f"{ask}?q={organisation.name[:8]}",
        {"organisation": organisation.pk, "role": "Hosts", "message": "Come"},
    )
    assert answer.url == at("partners", initiative)

    client.force_login(member.person)
    page = client.get(at("partners", initiative))
    assert f"Join as {organisation.name}" in page.text
    answer = client.post(
        at("join", initiative),
        {
            "hand": f"organisation:{organisation.pk}",
            "duties": "Coffee",
            "resources": "",
            "role": "",
        },
    )
    assert answer.url == at("partners", initiative)
    assert initiative.partners.get().status == "joined"


def test_whoever_has_one_hand_is_not_asked_for_whom(client, initiative):
    ada = PersonFactory()
    client.force_login(ada)

    assert "For whom do you speak?" not in client.get(at("join", initiative)).text
    client.post(at("join", initiative), {"resources": "A van"})

    assert initiative.partners.get().person == ada


def test_an_invitation_needs_one_party(client, initiative):
    client.force_login(initiative.raised_by)

    page = client.post(at("ask_partner", initiative), {"role": "", "message": ""})

    assert page.status_code == 200
    assert "Choose an organisation, or write the e-mail address of one person." in page.text


def test_who_waits_is_seen_by_those_who_carry_it_only(client, initiative):
    offered = PartnerFactory(
        initiative=initiative, status=Partner.Status.OFFERED, person__given_name="Ingeborg"
    )
    page = at("partners", initiative)

    assert "Ingeborg" not in client.get(page).text
    client.force_login(initiative.raised_by)
    assert "Let Ingeborg in" in client.get(page).text
    client.force_login(offered.person)
    assert "Ingeborg" in client.get(page).text


def test_letting_in_and_leaving_by_the_pages(client, initiative):
    offered = PartnerFactory(initiative=initiative, status=Partner.Status.OFFERED)
    client.force_login(initiative.raised_by)
    client.post(at("let_in", initiative, offered.pk))
    offered.refresh_from_db()
    assert offered.status == "joined"

    client.force_login(offered.person)
    client.post(at("leave", initiative, offered.pk), {"reason": "We move", "handed_back": "Keys"})
    offered.refresh_from_db()
    assert (offered.status, offered.handed_back) == ("left", "Keys")
    assert "We move" not in client.get(at("partners", initiative)).text


def test_an_agreement_is_written_signed_and_in_force_by_the_pages(client, initiative):
    resident, association = (
        PartnerFactory(initiative=initiative),
        organisation_partner(initiative),
    )
    client.force_login(resident.person)
    answer = client.post(
        at("write_agreement", initiative),
        {
            "purpose": "Open evenings",
            "duties": "We answer each other",
            "rule": "consensus",
            "quorum_percent": 60,
            "resources": "",
            "exit_terms": "A month before",
            "review_on": (timezone.localdate() + timedelta(days=90)).isoformat(),
        },
    )
    assert answer.url == at("agreement", initiative)
    page = client.get(answer.url)
    assert "Not in force yet: it waits for signatures." in page.text
    assert f"Sign for {resident.person}" in page.text

    for partner in (resident, association):
        client.force_login(partner.contact)
        client.post(at("sign_agreement", initiative, 1), {"partner": partner.pk})
    assert "In force: every partner has signed." in client.get(answer.url).text


def test_a_refusal_is_shown_to_the_person_who_met_it(client, initiative):
    resident, _public = partnership(initiative)
    client.force_login(resident.person)

    answer = client.post(at("sign_agreement", initiative, 1), {"partner": resident.pk})

    assert answer.status_code == 409
    assert "has signed already. There is nothing more to do." in answer.text


def test_a_decision_walks_from_question_to_result_by_the_pages(client, initiative):
    resident, public = partnership(initiative)
    client.force_login(resident.person)
    answer = client.post(
        at("open_decision", initiative),
        {"what": "problem", "title": "The problem", "text": "Long evenings", "closes_on": ""},
    )
    decision = Decision.objects.get()
    assert answer.url == decision.get_absolute_url()
    assert "Nobody has been heard yet." in client.get(answer.url).text

    for partner, stance in ((resident, "for"), (public, "aside")):
        client.force_login(partner.contact)
        client.post(
            at("give_voice", initiative, decision.pk),
            {"partner": partner.pk, "stance": stance, "reason": ""},
        )
    client.post(
        at("give_voice", initiative, decision.pk),
        {"partner": public.pk, "stance": "for", "reason": "Convinced"},
    )
    assert decision.voices.get(partner=public).stance == "for"

    client.force_login(resident.person)
    assert (
        "it is decided when it is closed"
        in client.get(at("close_decision", initiative, decision.pk)).text
    )
    client.post(at("close_decision", initiative, decision.pk), {"reasons": "We agree"})
    page = client.get(answer.url)
    assert "All partners agreed. 2 of 2 partners took part. At least 1 must." in page.text
    initiative.refresh_from_db()
    assert initiative.problem == "Long evenings"


def test_an_objection_without_a_reason_is_asked_for_one(client, initiative):
    resident, _public = partnership(initiative)
    decision = DecisionFactory(initiative=initiative)
    client.force_login(resident.person)

    page = client.post(
        at("give_voice", initiative, decision.pk), {"partner": resident.pk, "stance": "against"}
    )

    assert page.status_code == 200
    assert "Write why you are against it." in page.text
    assert not decision.voices.exists()


def test_nobody_speaks_for_a_partner_that_is_not_theirs(client, initiative):
    _resident, public = partnership(initiative)
    decision = DecisionFactory(initiative=initiative)
    voice = {"partner": public.pk, "stance": "for"}
    client.force_login(PersonFactory())

    answer = client.post(at("give_voice", initiative, decision.pk), voice)

    assert answer.status_code == 403
    assert not decision.voices.exists()


def test_a_leader_records_that_the_municipality_decided_alone(client, initiative):
    client.force_login(person_with("leader", initiative.municipality))
    assert "For whom do you speak?" not in client.get(at("decide_alone", initiative)).text

    client.post(
        at("decide_alone", initiative),
        {"what": "problem", "title": "It", "text": "Lonely people", "reasons": "Figures"},
    )

    decision = Decision.objects.get()
    assert (decision.mode, decision.status) == ("public_alone", "decided")
    assert "The municipality alone" in client.get(at("decisions", initiative)).text


def test_a_stranger_cannot_record_a_decision(client, initiative):
    client.force_login(PersonFactory())

    assert client.get(at("decide_alone", initiative)).status_code == 403


def test_the_council_answers_by_the_pages(client, initiative):
    council = OrganisationFactory(
        municipality=initiative.municipality, kind=Organisation.Kind.COUNCIL
    )
    politician = person_with("politician", initiative.municipality)
    MembershipFactory(organisation=council, person=politician)
    client.force_login(initiative.raised_by)
    client.post(
        at("lay", initiative),
        {
            "body": council.pk,
            "title": "The library",
            "recommendations": "- Open until nine\n\n- Residents as hosts",
            "promised_on": (timezone.localdate() + timedelta(days=30)).isoformat(),
        },
    )
    formal = initiative.formal_decisions.get()
    first, _second = formal.recommendations.all()
    assert first.text == "Open until nine"

    client.force_login(politician)
    client.post(
        at("answer_recommendation", initiative, first.pk),
        {"answer": "adopted", "reasons": "Good"},
    )
    page = client.get(formal.get_absolute_url())
    assert "Adopted" in page.text
    assert "Answer recommendation 2" in page.text


def test_a_promise_walks_by_the_pages(client, initiative):
    resident = PartnerFactory(initiative=initiative)
    client.force_login(resident.person)
    client.post(
        at("offer_commitment", initiative),
        {
            "partner": resident.pk,
            "what": "Paint",
            "due_on": (timezone.localdate() + timedelta(days=3)).isoformat(),
        },
    )
    promise = Commitment.objects.get()
    assert "Accept the promise" not in client.get(at("commitments", initiative)).text

    client.force_login(initiative.raised_by)
    page = client.get(at("commitments", initiative)).text
    assert "Accept the promise" in page
    assert "3 days left." in page
    client.post(at("accept_commitment", initiative, promise.pk))
    client.force_login(resident.person)
    client.post(
        at("keep_commitment", initiative, promise.pk),
        {"says": "Blue", "hours": "2", "beneficiary": "other"},
    )
    assert "1 of 1 promise that is due was kept." in client.get(at("commitments", initiative)).text
    assert Contribution.objects.get().amount == 2


def test_anyone_writes_down_what_they_did(client, initiative):
    ada = PersonFactory()
    client.force_login(ada)

    client.post(
        at("give", initiative),
        {
            "hand": "self:volunteer",
            "kind": "work",
            "amount": "1.5",
            "what": "Baked",
            "beneficiary": "other",
            "day": (timezone.localdate() - timedelta(days=2)).isoformat(),
        },
    )

    row = Contribution.objects.get()
    assert (row.actor_kind, row.amount, row.beneficiary) == ("volunteer", 1.5, "other")
    assert timezone.localdate(row.at) == timezone.localdate() - timedelta(days=2)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"amount": "0"}, "Write a number above 0 and up to 1000."),
        ({"day": "2199-01-01"}, "Choose today or a day that has been."),
    ],
)
def test_a_slip_of_the_finger_is_said_on_the_page(client, initiative, wrong, says):
    client.force_login(PersonFactory())
    filled = {
        "hand": "self:resident",
        "kind": "work",
        "amount": "1",
        "what": "Baked",
        "beneficiary": "community",
        "day": timezone.localdate().isoformat(),
    }

    page = client.post(at("give", initiative), {**filled, **wrong})

    assert says in page.text
    assert not Contribution.objects.exists()


def test_a_facilitator_writes_down_what_somebody_else_gave(client, initiative):
    filled = {
        "name": "Guro",
        "reach": "55 55 55 55",
        "actor_kind": "volunteer",
        "channel": "phone",
        "kind": "money",
        "amount": "500",
        "what": "For coffee",
        "beneficiary": "community",
        "day": timezone.localdate().isoformat(),
    }
    client.force_login(PersonFactory())
    assert client.post(at("give_for_others", initiative), filled).status_code == 403
    client.force_login(person_with("facilitator", initiative.municipality))
    client.post(at("give_for_others", initiative), filled)

    row = Contribution.objects.get()
    assert (row.kind, row.channel, row.giver.name) == ("money", "phone", "Guro")


EMPTY = {
    "partners": "Nobody has become a partner yet",
    "agreement": "The partners have not written an agreement yet",
    "decisions": "Nothing has been decided yet",
    "formal": "Nothing lies before the elected representatives",
    "commitments": "Nobody has promised anything yet",
}


@pytest.mark.parametrize(("name", "says"), EMPTY.items())
def test_an_empty_page_invites(client, initiative, name, says):
    assert says in client.get(at(name, initiative)).text


@pytest.mark.parametrize("name", EMPTY)
def test_a_paused_initiative_still_shows_everything(client, initiative, name):
    initiative.state, initiative.state_before = State.PAUSED, State.IDEA
    initiative.save()
    client.force_login(initiative.raised_by)

    assert client.get(at(name, initiative)).status_code == 200


@pytest.fixture
def people(municipality):
    return people_by_role(municipality)


def test_every_sample_page_can_be_read_here_and_never_elsewhere(client, municipality, people):
    routes = samples(municipality, people)
    far = MunicipalityFactory()
    client.force_login(people["resident"])

    for route, kwargs in routes.items():
        for each in kwargs:
            address = reverse(route, kwargs=each)
            here = client.get(address)
            there = client.get(address, headers={"host": far.host_names.get().host})
            assert here.status_code in {200, 403, 405, 409}, route
            assert there.status_code in {404, 405}, route
            posted = client.post(address, headers={"host": far.host_names.get().host})
            assert posted.status_code in {404, 405}, route


def test_a_partner_of_another_initiative_is_not_found(client, initiative):
    stranger = PartnerFactory(status=Partner.Status.OFFERED)
    client.force_login(initiative.raised_by)

    assert client.post(at("let_in", initiative, stranger.pk)).status_code == 404


def fill(initiative, rows):
    """Make more of everything, for one more partner each."""
    for _ in range(rows):
        partner = organisation_partner(initiative)
        CommitmentFactory(partner=partner)
        DecisionFactory(initiative=initiative)
        AgreementFactory(initiative=initiative, version=partner.pk)
        RecommendationFactory(
            formal_decision=FormalDecisionFactory(initiative=initiative), number=1
        )


def queries_of(client, address):
    """How many times a page asks the database, once everything is warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", EMPTY)
def test_longer_lists_ask_no_more_of_the_database(client, initiative, name):
    client.force_login(organisation_partner(initiative).contact)
    address, counts = at(name, initiative), []
    for more in (1, 2, 12):
        fill(initiative, more)
        counts.append(queries_of(client, address))

    assert counts == [counts[0]] * 3
    assert counts[0] <= 20


def test_more_voices_on_a_page_ask_no_more_of_the_database(client, initiative):
    decision = DecisionFactory(initiative=initiative)
    client.force_login(organisation_partner(initiative).contact)
    counts = []
    for more in (1, 2, 9):
        for _ in range(more):
            partner = organisation_partner(initiative)
            decision.voices.create(
                municipality=initiative.municipality,
                partner=partner,
                side=partner.side,
                stance="for",
                by=partner.contact,
            )
        counts.append(queries_of(client, decision.get_absolute_url()))

    assert counts == [counts[0]] * 3


def ask_by_mail(client, initiative, email):
    address = reverse("initiatives:ask_partner", args=[initiative.slug])
    return client.post(address, {"email": email, "message": "Join us"})


def test_asking_an_address_does_not_tell_whether_somebody_has_it(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)
    known = PersonFactory(given_name="Hildegunn", email="known@example.org")
    client.force_login(initiative.raised_by)
    partners = reverse("initiatives:partners", args=[initiative.slug])

    def answers(email):
        sent = [ask_by_mail(client, initiative, email) for _twice in range(2)]
        page = client.get(partners)
        return [(one.status_code, one.headers.get("Location")) for one in sent], page.text

    to_nobody, to_known = answers("nobody@example.org"), answers(known.email)

    assert to_known[0] == to_nobody[0]
    assert "Hildegunn" not in to_known[1]
    assert initiative.partners.get().person == known


def test_whoever_is_asked_finds_it_on_the_page(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)
    known = PersonFactory(given_name="Hildegunn")
    client.force_login(initiative.raised_by)
    ask_by_mail(client, initiative, known.email)

    client.force_login(known)

    page = client.get(reverse("initiatives:partners", args=[initiative.slug]))
    assert "Hildegunn" in page.text


def test_nobody_makes_the_house_write_to_one_address_again_and_again(
    client, municipality, rates_are_kept
):
    initiative = InitiativeFactory(municipality=municipality)
    client.force_login(initiative.raised_by)

    statuses = [ask_by_mail(client, initiative, "bo@example.org").status_code for _ in range(4)]

    assert statuses == [302, 302, 302, 429]
