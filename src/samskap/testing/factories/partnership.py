"""Factories for partners, agreements, decisions, formal decisions and commitments."""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from samskap.initiatives.actions.agreements import sign_agreement, write_agreement
from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Decision,
    FormalDecision,
    Initiative,
    Partner,
    Recommendation,
)
from samskap.ledger.hands import KIND_OF_ORGANISATION, side_of
from samskap.ledger.models import ActorKind, Phase
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory


class PartnerFactory(DjangoModelFactory):
    """A resident who has joined for herself."""

    class Meta:
        model = Partner

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    person = factory.SubFactory(PersonFactory)
    contact = factory.SelfAttribute("person")
    actor_kind = ActorKind.RESIDENT
    side = factory.LazyAttribute(lambda partner: side_of(partner.actor_kind))
    status = Partner.Status.JOINED
    joined_at = factory.LazyFunction(timezone.now)


def organisation_partner(
    initiative: Initiative, kind: str = Organisation.Kind.ASSOCIATION, **facts: Any
) -> Partner:
    """Make an organisation that has joined, with a contact who may speak for it."""
    by = facts.pop("by", None) or PersonFactory()
    organisation = facts.pop("organisation", None) or OrganisationFactory(
        municipality=initiative.municipality, kind=kind
    )
    MembershipFactory(organisation=organisation, person=by)
    return PartnerFactory(
        initiative=initiative,
        person=None,
        organisation=organisation,
        contact=by,
        actor_kind=KIND_OF_ORGANISATION[organisation.kind],
        **facts,
    )


def public_partner(initiative: Initiative, **facts: Any) -> Partner:
    """Make a public unit that has joined."""
    return organisation_partner(initiative, Organisation.Kind.PUBLIC_UNIT, **facts)


class AgreementFactory(DjangoModelFactory):
    """A first version that nobody has signed."""

    class Meta:
        model = Agreement

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    version = 1
    purpose = "A place to meet in the evenings."
    duties = "We answer each other within a week."
    rule = Agreement.Rule.CONSENT
    exit_terms = "A month before, in writing."
    review_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=180))


def signed_agreement(initiative: Initiative, *partners: Partner, **facts: Any) -> Agreement:
    """Write an agreement and let these partners sign it, through the actions."""
    by = partners[0].contact
    agreement = write_agreement(
        initiative=initiative,
        by=by,
        **{
            "purpose": "A place to meet in the evenings.",
            "duties": "We answer each other within a week.",
            "rule": Agreement.Rule.CONSENT,
            "exit_terms": "A month before, in writing.",
            "review_on": timezone.localdate() + timedelta(days=180),
            **facts,
        },
    )
    for partner in partners:
        sign_agreement(agreement=agreement, partner=partner, by=partner.contact)
    return agreement


def partnership(initiative: Initiative, **facts: Any) -> tuple[Partner, Partner]:
    """Make a resident and a public unit partners under a signed agreement."""
    resident, public = PartnerFactory(initiative=initiative), public_partner(initiative)
    signed_agreement(initiative, resident, public, **facts)
    return resident, public


class DecisionFactory(DjangoModelFactory):
    """A question that is open for voices."""

    class Meta:
        model = Decision

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    phase = Phase.DEFINE
    title = "Where we meet"
    text = "We meet in the library."
    way = Agreement.Rule.CONSENT


class FormalDecisionFactory(DjangoModelFactory):
    """Recommendations that the council has promised to answer in a month."""

    class Meta:
        model = FormalDecision

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    body = factory.SubFactory(
        OrganisationFactory,
        kind=Organisation.Kind.COUNCIL,
        municipality=factory.SelfAttribute("..municipality"),
    )
    title = "Keep the library open"
    promised_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class RecommendationFactory(DjangoModelFactory):
    """One recommendation that nobody has answered."""

    class Meta:
        model = Recommendation

    formal_decision = factory.SubFactory(FormalDecisionFactory)
    municipality = factory.SelfAttribute("formal_decision.municipality")
    number = factory.Sequence(lambda n: n + 1)
    text = "Open the library until nine."


class CommitmentFactory(DjangoModelFactory):
    """A promise for next week that was accepted."""

    class Meta:
        model = Commitment

    partner = factory.SubFactory(PartnerFactory)
    initiative = factory.SelfAttribute("partner.initiative")
    municipality = factory.SelfAttribute("partner.municipality")
    what = "Paint the door"
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=7))
    status = Commitment.Status.ACCEPTED
    offered_by = factory.SelfAttribute("partner.contact")


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """Make one row behind each address of partners and decisions, and name the addresses."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["resident"])
    resident = PartnerFactory(initiative=initiative, person=people["resident"])
    public = public_partner(initiative, by=people["employee"])
    agreement = signed_agreement(initiative, resident, public)
    offered = PartnerFactory(initiative=initiative, status=Partner.Status.OFFERED)
    decision = DecisionFactory(initiative=initiative, opened_by=people["resident"])
    DecisionFactory(
        initiative=initiative,
        title="What the evenings are for",
        status=Decision.Status.DECIDED,
        mode=Decision.Mode.JOINT_CONSENSUS,
        non_public_share="0.5",
        decided_at=timezone.now(),
        closed_at=timezone.now(),
        partners_then=2,
        reasons="Everybody wanted it.",
    )
    formal = FormalDecisionFactory(initiative=initiative)
    MembershipFactory(organisation=formal.body, person=people["politician"])
    recommendation = RecommendationFactory(formal_decision=formal, number=1)
    commitment = CommitmentFactory(partner=resident)
    here = {"slug": initiative.slug}
    plain = (
        "partners ask_partner partner_on_paper yes_on_paper join agreement write_agreement"
        " decisions open_decision decide_alone formal lay commitments offer_commitment"
        " give give_for_others"
    )
    one_partner = {**here, "partner_id": offered.pk}
    one_version = {**here, "version": agreement.version}
    one_decision = {**here, "decision_id": decision.pk}
    one_commitment = {**here, "commitment_id": commitment.pk}
    return {
        **{f"initiatives:{name}": [here] for name in plain.split()},
        "initiatives:let_in": [one_partner],
        "initiatives:decline": [one_partner],
        "initiatives:leave": [{**here, "partner_id": resident.pk}],
        "initiatives:agreement_version": [one_version],
        "initiatives:sign_agreement": [one_version],
        "initiatives:end_agreement": [one_version],
        "initiatives:decision": [one_decision],
        "initiatives:give_voice": [one_decision],
        "initiatives:voice_on_paper": [one_decision],
        "initiatives:signature_on_paper": [one_version],
        "initiatives:close_decision": [one_decision],
        "initiatives:withdraw_decision": [one_decision],
        "initiatives:formal_decision": [{**here, "formal_id": formal.pk}],
        "initiatives:answer_recommendation": [{**here, "recommendation_id": recommendation.pk}],
        "initiatives:accept_commitment": [one_commitment],
        "initiatives:keep_commitment": [one_commitment],
        "initiatives:release_commitment": [one_commitment],
        "api:list_partners": [here],
        "api:list_agreements": [here],
        "api:list_decisions": [here],
        "api:list_formal_decisions": [here],
        "api:list_commitments": [here],
    }
