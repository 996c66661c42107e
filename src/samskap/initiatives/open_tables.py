"""What belongs to initiatives, as tables of a whole municipality."""

from datetime import datetime
from typing import Any, Protocol

from django.db.models import Count
from ninja import Field

from samskap.base.open_data import Rows
from samskap.base.tables import whole
from samskap.initiatives import open_history as history
from samskap.initiatives import open_partnership as partnership
from samskap.initiatives.api import (
    DeadlineOut,
    FrameOut,
    InitiativeOut,
    InvitationOut,
    ScrapOut,
    StepOut,
    initiative_out,
    list_initiatives,
)
from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Deadline,
    Decision,
    FormalDecision,
    Frame,
    Initiative,
    Invitation,
    Partner,
    ScrapEntry,
    StateChange,
)
from samskap.initiatives.queries.decisions import with_voices
from samskap.initiatives.queries.frames import with_readings
from samskap.initiatives.queries.partnership import agreed_by
from samskap.initiatives.queries.sharing import found_in, with_places
from samskap.municipalities.middleware import MunicipalityRequest

IN_AN_INITIATIVE = {"initiative": "slug of the initiative"}
TEXTS = (
    "dream first_solution helpers societal_goal what_is_new displacement displacement_says"
    " is_preprogrammed problem problem_locked_at solution solution_locked_at".split()
)


class InAnInitiative(Protocol):
    """Whatever stands within an initiative."""

    initiative: Initiative


def initiative_of(row: InAnInitiative) -> dict[str, Any]:
    """The initiative that a row stands within."""
    return {"initiative": row.initiative.slug}


class InitiativeRowOut(InitiativeOut):
    """An initiative with its texts."""

    dream: str = Field(description="what is dreamt of, in Markdown")
    first_solution: str = Field(description="what the solution could be, in Markdown")
    helpers: str = Field(description="who could help along the way, in Markdown")
    societal_goal: str = Field(description="as written")
    what_is_new: str = Field(description="compared with today")
    displacement: str = Field(
        description="does it take the place of paid work? unanswered, no or yes"
    )
    displacement_says: str = Field(description="how that is known")
    is_preprogrammed: bool = Field(
        description="the municipality alone sets the agenda, and the form is fixed"
    )
    problem: str = Field(description="in the words of the partners, in Markdown")
    problem_locked_at: datetime | None = Field(description="with time zone; empty until then")
    solution: str = Field(description="in the words of the partners, in Markdown")
    solution_locked_at: datetime | None = Field(description="with time zone; empty until then")
    merged_into: str | None = Field(description="slug of the one it became a part of")


@whole(list_initiatives, row=InitiativeRowOut)
def all_initiatives(request: MunicipalityRequest) -> Rows[Initiative]:
    """Every initiative found here, those that were stopped or joined with another too."""
    here = request.municipality
    found = (
        with_places(found_in(here), here)
        .select_related("raised_for", "municipality", "merged_into")
        .prefetch_related("topics", "municipality__host_names")
    )

    def row(initiative: Initiative) -> InitiativeRowOut:
        """An initiative with its texts as open data."""
        return InitiativeRowOut(
            **initiative_out(initiative, here),
            **{name: getattr(initiative, name) for name in TEXTS},
            merged_into=initiative.merged_into.slug if initiative.merged_into else None,
        )

    return Rows(found=found, order=("pk",), out=row)


@whole(history.list_steps, within=IN_AN_INITIATIVE)
def all_steps(request: MunicipalityRequest) -> Rows[StateChange]:
    """Every step of every initiative."""
    found = StateChange.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=("pk",), out=StepOut.from_orm, within=initiative_of)


@whole(history.list_frames, within=IN_AN_INITIATIVE)
def all_frames(request: MunicipalityRequest) -> Rows[Frame]:
    """Every version of the frame of every initiative."""
    found = with_readings(Frame.objects.of(request.municipality).select_related("initiative"))
    return Rows(found=found, order=("pk",), out=FrameOut.from_orm, within=initiative_of)


@whole(history.list_scraps, within=IN_AN_INITIATIVE)
def all_scraps(request: MunicipalityRequest) -> Rows[ScrapEntry]:
    """What stops to make room for initiatives."""
    found = ScrapEntry.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=("pk",), out=ScrapOut.from_orm, within=initiative_of)


@whole(history.list_deadlines, within=IN_AN_INITIATIVE)
def all_deadlines(request: MunicipalityRequest) -> Rows[Deadline]:
    """Days that a rule gives initiatives."""
    found = Deadline.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=("pk",), out=DeadlineOut.from_orm, within=initiative_of)


@whole(history.list_invitations, within=IN_AN_INITIATIVE)
def all_invitations(request: MunicipalityRequest) -> Rows[Invitation]:
    """Invitations of the municipality to initiatives."""
    sent = Invitation.objects.of(request.municipality).filter(is_to_municipality=True)
    found = sent.select_related("initiative")
    return Rows(found=found, order=("pk",), out=InvitationOut.from_orm, within=initiative_of)


@whole(partnership.list_partners, within=IN_AN_INITIATIVE)
def all_partners(request: MunicipalityRequest) -> Rows[Partner]:
    """Partners of initiatives, and those who were."""
    found = Partner.objects.of(request.municipality).filter(
        status__in=[Partner.Status.JOINED, Partner.Status.LEFT]
    )
    return Rows(
        found=found.select_related("initiative", "organisation"),
        order=("pk",),
        out=partnership.partner_out,
        within=initiative_of,
    )


@whole(partnership.list_agreements, within=IN_AN_INITIATIVE)
def all_agreements(request: MunicipalityRequest) -> Rows[Agreement]:
    """Every version of the agreement of every initiative."""
    found = (
        Agreement.objects.of(request.municipality)
        .select_related("initiative")
        .annotate(signed=Count("signatures", distinct=True))
        .prefetch_related(
            "initiative__partners__organisation", "initiative__agreements__signatures"
        )
    )

    def row(one: Agreement) -> partnership.AgreementOut:
        """An agreement as open data; what decides whether it is in force is prefetched."""
        joined = [
            partner
            for partner in one.initiative.partners.all()
            if partner.status == Partner.Status.JOINED
        ]
        versions = sorted(
            (each for each in one.initiative.agreements.all() if each.ended_at is None),
            key=lambda each: -each.version,
        )
        signatures = [each for version in versions for each in version.signatures.all()]
        how_far = agreed_by(joined=joined, versions=versions, signatures=signatures)
        return partnership.agreement_out(one, how_far)

    return Rows(found=found, order=("pk",), out=row, within=initiative_of)


@whole(partnership.list_decisions, within=IN_AN_INITIATIVE)
def all_decisions(request: MunicipalityRequest) -> Rows[Decision]:
    """Decisions of initiatives, with their voices."""
    here = Decision.objects.of(request.municipality).select_related("initiative")
    found = with_voices(here).prefetch_related("voices__partner__organisation")
    return Rows(found=found, order=("pk",), out=partnership.decision_out, within=initiative_of)


@whole(partnership.list_formal_decisions, within=IN_AN_INITIATIVE)
def all_formal_decisions(request: MunicipalityRequest) -> Rows[FormalDecision]:
    """What was laid before elected bodies, with each recommendation and its answer."""
    here = FormalDecision.objects.of(request.municipality).select_related("body", "initiative")
    found = here.prefetch_related("recommendations")
    return Rows(found=found, order=("pk",), out=partnership.formal_out, within=initiative_of)


@whole(partnership.list_commitments, within=IN_AN_INITIATIVE)
def all_commitments(request: MunicipalityRequest) -> Rows[Commitment]:
    """Promises of initiatives."""
    found = Commitment.objects.of(request.municipality).select_related(
        "initiative", "partner__organisation"
    )
    return Rows(found=found, order=("pk",), out=partnership.commitment_out, within=initiative_of)
