"""Proposals as open data: what they ask for, how many signed, what became of it; never who."""

from datetime import date, datetime

from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.proposals.models import Proposal, Validity
from samskap.proposals.queries.proposals import NEWEST, shown, with_counts

router = Router(tags=["proposals"])


class ProposalOut(Schema):
    """A citizens’ proposal, counted and answered."""

    id: str = Field(description="lasting, public")
    initiative: str = Field(description="slug of the initiative that carries it")
    title: str = Field(description="as written")
    text: str = Field(description="as written, in Markdown")
    language: str = Field(description="code of the language of title and text")
    state: str = Field(description="collecting, threshold_met, submitted, accepted, decided, …")
    speaking_for: str | None = Field(description="the organisation that made it")
    opened_at: datetime | None = Field(description=WITH_TIME_ZONE)
    window_ends_on: date | None = Field(description="last day to sign; empty where there is none")
    signatures: dict[str, int] = Field(
        description="how many, by validity: valid, unchecked, not_resident, duplicate, under_age,"
        " unreadable or outside_window; of what is submitted, as on that day"
    )
    submitted_on: date | None = Field(description="the day on which the clocks started")
    needed: int | None = Field(description="signatures that were needed on that day")
    population: int | None = Field(description="residents that the number rests on")
    population_on: date | None = Field(description="the day on which they were counted")
    legal_due_on: date | None = Field(description="the law’s last day; empty where none runs")
    promised_on: date | None = Field(description="the day that was promised for an answer")
    referred_on: date | None = Field(description="the day it was referred to a plan case")
    answer: str = Field(description="adopted, adopted_changed, rejected, returned or empty")
    reasons: str = Field(description="the council’s reasons")
    answered_on: date | None = Field(description="the day of the decision")


@listing(router, "/", row=ProposalOut)
def list_proposals(request: MunicipalityRequest) -> Rows[Proposal]:
    """Citizens’ proposals that were opened for signatures, the newest first."""
    found = with_counts(shown(request.municipality)).select_related("initiative", "speaking_for")
    return Rows(found=found, order=NEWEST, out=proposal_out)


def proposal_out(proposal: Proposal) -> ProposalOut:
    """What may leave the house of one proposal; never a signer, and never who made it by name."""
    counted = proposal.counted
    if proposal.submitted_on is None:
        counted = {name: getattr(proposal, f"n_{name}") for name in Validity.values}
    return ProposalOut(
        id=str(proposal.public_id),
        initiative=proposal.initiative.slug if proposal.initiative else "",
        title=proposal.title,
        text=proposal.text,
        language=proposal.language,
        state=proposal.state,
        speaking_for=proposal.speaking_for.name if proposal.speaking_for else None,
        opened_at=proposal.opened_at,
        window_ends_on=proposal.window_ends_on,
        signatures=counted,
        submitted_on=proposal.submitted_on,
        needed=proposal.needed,
        population=proposal.population,
        population_on=proposal.population_on,
        legal_due_on=proposal.legal_due_on,
        promised_on=proposal.promised_on,
        referred_on=proposal.referred_on,
        answer=proposal.answer,
        reasons=proposal.reasons,
        answered_on=proposal.answered_on,
    )
