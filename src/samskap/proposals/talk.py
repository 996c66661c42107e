"""Proposals as something to talk about."""

from samskap.conversations.hosts import Subject
from samskap.municipalities.models import Municipality
from samskap.proposals.models import Proposal, State
from samskap.proposals.queries.proposals import proposals_in

KIND = "proposal"


def proposal_at(municipality: Municipality, key: int) -> Subject | None:
    """Find a proposal to talk about; a draft is not talked about."""
    opened = proposals_in(municipality).exclude(opened_at=None).filter(initiative__isnull=False)
    proposal: Proposal | None = opened.filter(pk=key).first()
    return about_proposal(proposal) if proposal else None


def about_proposal(proposal: Proposal) -> Subject:
    """Describe a proposal."""
    assert proposal.initiative is not None  # noqa: S101 - for the types; every open one has one
    return Subject(
        initiative=proposal.initiative,
        kind=KIND,
        key=proposal.pk,
        label=proposal.title,
        language=proposal.language,
        path=proposal.get_absolute_url(),
        author=proposal.proposer,
        is_open=proposal.state != State.WITHDRAWN,
    )
