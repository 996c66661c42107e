"""Partners, agreements, decisions and promises as open data.

Organisations stand here by name; people only by their side and what kind of actor they are.
"""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import condition
from ninja import Field, Router, Schema
from ninja.decorators import decorate_view

from samskap.base.keyset import page_of
from samskap.initiatives.api import here, one_tag, tag_of
from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Decision,
    FormalDecision,
    Initiative,
    Partner,
    Voice,
)
from samskap.initiatives.queries.commitments import commitments_of
from samskap.initiatives.queries.decisions import decisions_of
from samskap.initiatives.queries.formal import formal_decisions_of
from samskap.initiatives.queries.initiatives import whole
from samskap.initiatives.queries.partnership import agreed, agreements_of, partners_of

router = Router(tags=["initiatives"])
PAGE = 100
OLDER = "send it as `after` to get the next page; empty at the end"
WITH_TIME_ZONE = "with time zone"


class PartyOut(Schema):
    """Who a party is: an organisation by name, a person only by side and kind."""

    organisation: str | None = Field(description="name; empty for a person")
    side: str = Field(description="public or non_public")
    kind: str = Field(description="resident, association, public_unit, …")


class PartnerOut(PartyOut):
    """A partner; what a person takes on and brings is not told here."""

    id: int
    status: str = Field(description="joined or left")
    role: str
    duties: str
    resources: str
    joined_at: datetime | None = Field(description=WITH_TIME_ZONE)
    left_at: datetime | None = Field(description=WITH_TIME_ZONE)


class AgreementOut(Schema):
    """A version of the agreement."""

    version: int
    purpose: str
    duties: str
    rule: str = Field(description="consent, consensus or vote")
    quorum_percent: int = Field(description="of the partners who must take part")
    resources: str
    exit_terms: str
    review_on: date
    written_at: datetime = Field(description=WITH_TIME_ZONE)
    ended_at: datetime | None = Field(description=WITH_TIME_ZONE)
    signatures: int
    is_in_force: bool = Field(description="signed by every partner, of whom there are two at least")
    is_with_public: bool = Field(description="in force, and a public unit is bound by it")


class VoiceOut(PartyOut):
    """A voice, without its reason."""

    stance: str = Field(description="for, against or aside")
    at: datetime = Field(description=WITH_TIME_ZONE)


class DecisionOut(Schema):
    """A decision, and who had the power."""

    id: int
    phase: str = Field(description="define, design, implement or drive")
    what: str = Field(description="problem, solution or other")
    title: str
    text: str
    status: str = Field(description="open, decided or lapsed")
    way: str = Field(description="consent, consensus or vote; empty where one side decided alone")
    mode: str = Field(description="public_alone … delegated; worked out from the voices")
    non_public_share: float | None = Field(description="0 … 1 of the power; worked out")
    quorum_percent: int
    partners: int | None = Field(description="how many there were when it was closed")
    lapsed_because: str
    opened_at: datetime = Field(description=WITH_TIME_ZONE)
    closes_on: date | None
    decided_at: datetime | None = Field(description=WITH_TIME_ZONE)
    reasons: str
    minority_view: str
    voices: list[VoiceOut]


class RecommendationOut(Schema):
    """A recommendation and its answer."""

    number: int
    text: str
    answer: str = Field(description="adopted, adopted_changed, rejected, returned, or empty")
    reasons: str
    answered_at: datetime | None = Field(description=WITH_TIME_ZONE)


class FormalDecisionOut(Schema):
    """Recommendations before an elected body."""

    id: int
    body: str = Field(description="name of the council or committee")
    title: str
    laid_at: datetime = Field(description=WITH_TIME_ZONE)
    promised_on: date = Field(description="promised day of the answer")
    legal_due_on: date | None = Field(description="the last day by law, if any")
    answered_at: datetime | None = Field(description=WITH_TIME_ZONE)
    is_overdue: bool
    recommendations: list[RecommendationOut]


class CommitmentOut(PartyOut):
    """A promise."""

    id: int
    what: str
    due_on: date
    status: str = Field(description="offered, accepted, kept or released")
    is_late: bool = Field(description="accepted, not kept, and its day has passed")
    accepted_at: datetime | None = Field(description=WITH_TIME_ZONE)
    kept_at: datetime | None = Field(description=WITH_TIME_ZONE)
    released_at: datetime | None = Field(description=WITH_TIME_ZONE)


class PartnersOut(Schema):
    """One page of partners."""

    items: list[PartnerOut]
    older: str = Field(description=OLDER)


class DecisionsOut(Schema):
    """One page of decisions."""

    items: list[DecisionOut]
    older: str = Field(description=OLDER)


class CommitmentsOut(Schema):
    """One page of promises."""

    items: list[CommitmentOut]
    older: str = Field(description=OLDER)


def page_tag(request: HttpRequest, slug: str, **named: object) -> str | None:
    """What one page of an initiative’s rows depends on: its account, the day and the address."""
    found = one_tag(request, slug)
    return tag_of(found, timezone.localdate(), request.get_full_path()) if found else None


def initiative_at(request: HttpRequest, slug: str) -> Initiative:
    """The initiative at an address of this municipality; 404 where there is none."""
    found: Initiative = get_object_or_404(whole(here(request)), slug=slug)
    return found


def party_out(partner: Partner) -> dict[str, Any]:
    """Name an organisation; never a person."""
    return {
        "organisation": partner.organisation.name if partner.organisation else None,
        "side": partner.side,
        "kind": partner.actor_kind,
    }


@router.get("/{slug}/partners", response=PartnersOut)
@decorate_view(condition(etag_func=page_tag))
def list_partners(request: HttpRequest, slug: str, after: str = "") -> PartnersOut:
    """Partners of one initiative, and those who were, the first first; 100 a page."""
    public = partners_of(initiative_at(request, slug)).filter(
        status__in=[Partner.Status.JOINED, Partner.Status.LEFT]
    )
    page = page_of(public, order=("pk",), after=after, size=PAGE)
    return PartnersOut(
        items=[
            PartnerOut(
                **party_out(one),
                id=one.pk,
                status=one.status,
                role=one.role if one.organisation_id else "",
                duties=one.duties if one.organisation_id else "",
                resources=one.resources if one.organisation_id else "",
                joined_at=one.joined_at,
                left_at=one.left_at,
            )
            for one in page.items
        ],
        older=page.older_token,
    )


@router.get("/{slug}/agreements", response=list[AgreementOut])
@decorate_view(condition(etag_func=page_tag))
def list_agreements(request: HttpRequest, slug: str) -> list[AgreementOut]:
    """Every version of the agreement, the newest first."""
    initiative = initiative_at(request, slug)
    found = agreed(initiative)
    versions: QuerySet[Agreement] = agreements_of(initiative)
    return [
        AgreementOut(
            **{
                name: getattr(one, name)
                for name in AgreementOut.model_fields
                if name not in {"signatures", "is_in_force", "is_with_public"}
            },
            signatures=one.signed,  # type: ignore[attr-defined]
            is_in_force=one == found.in_force,
            is_with_public=one == found.in_force and found.is_with_public,
        )
        for one in versions
    ]


@router.get("/{slug}/decisions", response=DecisionsOut)
@decorate_view(condition(etag_func=page_tag))
def list_decisions(request: HttpRequest, slug: str, after: str = "") -> DecisionsOut:
    """Decisions of one initiative with their voices, the newest first; 100 a page."""
    with_voices = decisions_of(initiative_at(request, slug)).prefetch_related(
        "voices__partner__organisation"
    )
    page = page_of(with_voices, order=("-opened_at", "-pk"), after=after, size=PAGE)
    return DecisionsOut(items=[decision_out(one) for one in page.items], older=page.older_token)


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
    return VoiceOut(**party, stance=voice.stance, at=voice.at)


@router.get("/{slug}/formal-decisions", response=list[FormalDecisionOut])
@decorate_view(condition(etag_func=page_tag))
def list_formal_decisions(request: HttpRequest, slug: str) -> list[FormalDecisionOut]:
    """What was laid before elected bodies, and each answer; what waits comes first."""
    return [formal_out(one) for one in formal_decisions_of(initiative_at(request, slug))]


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


@router.get("/{slug}/commitments", response=CommitmentsOut)
@decorate_view(condition(etag_func=page_tag))
def list_commitments(request: HttpRequest, slug: str, after: str = "") -> CommitmentsOut:
    """Promises of one initiative, the soonest first; 100 a page."""
    found = commitments_of(initiative_at(request, slug))
    page = page_of(found, order=("due_on", "pk"), after=after, size=PAGE)
    return CommitmentsOut(items=[commitment_out(one) for one in page.items], older=page.older_token)


def commitment_out(commitment: Commitment) -> CommitmentOut:
    """A promise as open data."""
    own = set(CommitmentOut.model_fields) - set(PartyOut.model_fields)
    return CommitmentOut(
        **party_out(commitment.partner), **{name: getattr(commitment, name) for name in own}
    )
