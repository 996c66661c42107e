"""Partners, agreements, decisions and promises as open data.

Organisations stand here by name; people only by their side and what kind of actor they are.
"""

from datetime import date, datetime
from typing import Any

from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.initiatives.api import version_of
from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Decision,
    FormalDecision,
    Partner,
    Voice,
)
from samskap.initiatives.open_history import initiative_at
from samskap.initiatives.queries.commitments import commitments_of
from samskap.initiatives.queries.decisions import decisions_of
from samskap.initiatives.queries.formal import formal_decisions_of
from samskap.initiatives.queries.partnership import Agreed, agreed, agreements_of, partners_of
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["initiatives"])


class PartyOut(Schema):
    """Who a party is: an organisation by name, a person only by side and kind."""

    organisation: str | None = Field(description="name; empty for a person")
    side: str = Field(description="public or non_public")
    kind: str = Field(description="resident, association, public_unit, …")


class PartnerOut(PartyOut):
    """A partner; what a person takes on and brings is not told here."""

    id: int = Field(description="unique")
    status: str = Field(description="joined or left")
    role: str = Field(description="as written; empty for a person")
    duties: str = Field(description="what it takes on; empty for a person")
    resources: str = Field(description="what it brings; empty for a person")
    joined_at: datetime | None = Field(description=WITH_TIME_ZONE)
    left_at: datetime | None = Field(description=WITH_TIME_ZONE)


class AgreementOut(Schema):
    """A version of the agreement."""

    version: int = Field(description="1, 2, 3 …")
    purpose: str = Field(description="as written, in Markdown")
    duties: str = Field(description="as written, in Markdown")
    rule: str = Field(description="consent, consensus or vote")
    quorum_percent: int = Field(description="percent of the partners who must take part, 0 … 100")
    resources: str = Field(description="who brings what, in Markdown")
    exit_terms: str = Field(description="how one leaves, in Markdown")
    review_on: date = Field(description="the day on which it is looked at again")
    written_at: datetime = Field(description=WITH_TIME_ZONE)
    ended_at: datetime | None = Field(description=WITH_TIME_ZONE)
    signatures: int = Field(description="partners who have signed")
    is_in_force: bool = Field(description="signed by every partner, of whom there are two at least")
    is_with_public: bool = Field(description="in force, and a public unit is bound by it")


class VoiceOut(PartyOut):
    """A voice, without its reason."""

    stance: str = Field(description="for, against or aside")
    at: datetime = Field(description=WITH_TIME_ZONE)
    channel: str = Field(description="web, paper, phone or meeting")


class DecisionOut(Schema):
    """A decision, and who had the power."""

    id: int = Field(description="unique")
    phase: str = Field(description="define, design, implement or drive")
    what: str = Field(description="problem, solution or other")
    title: str = Field(description="the question in one line")
    text: str = Field(description="the proposal as written, in Markdown")
    status: str = Field(description="open, decided or lapsed")
    way: str = Field(description="consent, consensus or vote; empty where one side decided alone")
    mode: str = Field(description="public_alone … delegated; worked out from the voices")
    non_public_share: float | None = Field(description="0 … 1 of the power; worked out")
    quorum_percent: int = Field(description="percent of the partners who must take part, 0 … 100")
    partners: int | None = Field(description="how many there were when it was closed")
    lapsed_because: str = Field(description="why nothing was decided; empty otherwise")
    opened_at: datetime = Field(description=WITH_TIME_ZONE)
    closes_on: date | None = Field(description="the last day for voices, if any")
    decided_at: datetime | None = Field(description=WITH_TIME_ZONE)
    reasons: str = Field(description="as written, in Markdown")
    minority_view: str = Field(description="as written, in Markdown")
    voices: list[VoiceOut] = Field(description="what each partner said, without their reasons")


class RecommendationOut(Schema):
    """A recommendation and its answer."""

    number: int = Field(description="1, 2, 3 … within what was laid before the body")
    text: str = Field(description="as written, in Markdown")
    answer: str = Field(description="adopted, adopted_changed, rejected, returned, or empty")
    reasons: str = Field(description="of the answer")
    answered_at: datetime | None = Field(description=WITH_TIME_ZONE)


class FormalDecisionOut(Schema):
    """Recommendations before an elected body."""

    id: int = Field(description="unique")
    body: str = Field(description="name of the council or committee")
    title: str = Field(description="as written")
    laid_at: datetime = Field(description=WITH_TIME_ZONE)
    promised_on: date = Field(description="promised day of the answer")
    legal_due_on: date | None = Field(description="the last day by law, if any")
    answered_at: datetime | None = Field(description=WITH_TIME_ZONE)
    is_overdue: bool = Field(description="unanswered, and the promised day has passed")
    recommendations: list[RecommendationOut] = Field(description="each with its answer")


class CommitmentOut(PartyOut):
    """A promise."""

    id: int = Field(description="unique")
    what: str = Field(description="as written")
    due_on: date = Field(description="the promised day")
    status: str = Field(description="offered, accepted, kept or released")
    is_late: bool = Field(description="accepted, not kept, and its day has passed")
    accepted_at: datetime | None = Field(description=WITH_TIME_ZONE)
    kept_at: datetime | None = Field(description=WITH_TIME_ZONE)
    released_at: datetime | None = Field(description=WITH_TIME_ZONE)


def party_out(partner: Partner) -> dict[str, Any]:
    """Name an organisation; never a person."""
    return {
        "organisation": partner.organisation.name if partner.organisation else None,
        "side": partner.side,
        "kind": partner.actor_kind,
    }


@listing(router, "/{slug}/partners", row=PartnerOut, version=version_of)
def list_partners(request: MunicipalityRequest, slug: str) -> Rows[Partner]:
    """Partners of one initiative, and those who were, the first first."""
    public = partners_of(initiative_at(request, slug)).filter(
        status__in=[Partner.Status.JOINED, Partner.Status.LEFT]
    )
    return Rows(found=public, order=("pk",), out=partner_out)


def partner_out(partner: Partner) -> PartnerOut:
    """A partner as open data; of a person neither what is taken on nor what is brought."""
    is_named = partner.organisation_id is not None
    return PartnerOut(
        **party_out(partner),
        id=partner.pk,
        status=partner.status,
        role=partner.role if is_named else "",
        duties=partner.duties if is_named else "",
        resources=partner.resources if is_named else "",
        joined_at=partner.joined_at,
        left_at=partner.left_at,
    )


@listing(router, "/{slug}/agreements", row=AgreementOut, version=version_of)
def list_agreements(request: MunicipalityRequest, slug: str) -> Rows[Agreement]:
    """Every version of the agreement, the newest first."""
    initiative = initiative_at(request, slug)
    found = agreed(initiative)
    return Rows(
        found=agreements_of(initiative),
        order=("-version",),
        out=lambda one: agreement_out(one, found),
    )


def agreement_out(one: Agreement, found: Agreed) -> AgreementOut:
    """A version of the agreement as open data; `found` says how far the partners have come."""
    worked_out = {"signatures", "is_in_force", "is_with_public"}
    as_written = [name for name in AgreementOut.model_fields if name not in worked_out]
    is_in_force = one == found.in_force
    return AgreementOut(
        **{name: getattr(one, name) for name in as_written},
        signatures=one.signed,  # type: ignore[attr-defined]
        is_in_force=is_in_force,
        is_with_public=is_in_force and found.is_with_public,
    )


@listing(router, "/{slug}/decisions", row=DecisionOut, version=version_of)
def list_decisions(request: MunicipalityRequest, slug: str) -> Rows[Decision]:
    """Decisions of one initiative with their voices, the newest first."""
    with_voices = decisions_of(initiative_at(request, slug)).prefetch_related(
        "voices__partner__organisation"
    )
    return Rows(found=with_voices, order=("-opened_at", "-pk"), out=decision_out)


def decision_out(decision: Decision) -> DecisionOut:
    """A decision as open data; its voices are prefetched."""
    special = {"non_public_share", "partners", "voices"}
    share = decision.non_public_share
    return DecisionOut(
        **{
            name: getattr(decision, name)
            for name in DecisionOut.model_fields
            if name not in special
        },
        non_public_share=None if share is None else float(share),
        partners=decision.partners_then,
        voices=[voice_out(voice) for voice in decision.voices.all()],
    )


def voice_out(voice: Voice) -> VoiceOut:
    """A voice as open data, on the side on which it was given."""
    party = {**party_out(voice.partner), "side": voice.side}
    return VoiceOut(**party, stance=voice.stance, at=voice.at, channel=voice.channel)


@listing(router, "/{slug}/formal-decisions", row=FormalDecisionOut, version=version_of)
def list_formal_decisions(request: MunicipalityRequest, slug: str) -> Rows[FormalDecision]:
    """What was laid before elected bodies, with each recommendation and its answer.

    What was laid before them last comes first.
    """
    found = formal_decisions_of(initiative_at(request, slug))
    return Rows(found=found, order=("-laid_at", "-pk"), out=formal_out)


def formal_out(formal: FormalDecision) -> FormalDecisionOut:
    """A formal decision as open data; its recommendations are prefetched."""
    return FormalDecisionOut(
        id=formal.pk,
        body=formal.body.name,
        title=formal.title,
        laid_at=formal.laid_at,
        promised_on=formal.promised_on,
        legal_due_on=formal.legal_due_on,
        answered_at=formal.answered_at,
        is_overdue=formal.is_overdue,
        recommendations=[
            RecommendationOut(
                **{name: getattr(one, name) for name in RecommendationOut.model_fields}
            )
            for one in formal.recommendations.all()
        ],
    )


@listing(router, "/{slug}/commitments", row=CommitmentOut, version=version_of)
def list_commitments(request: MunicipalityRequest, slug: str) -> Rows[Commitment]:
    """Promises of one initiative, the soonest first."""
    found = commitments_of(initiative_at(request, slug))
    return Rows(found=found, order=("due_on", "pk"), out=commitment_out)


def commitment_out(commitment: Commitment) -> CommitmentOut:
    """A promise as open data."""
    own = set(CommitmentOut.model_fields) - set(PartyOut.model_fields)
    return CommitmentOut(
        **party_out(commitment.partner), **{name: getattr(commitment, name) for name in own}
    )
