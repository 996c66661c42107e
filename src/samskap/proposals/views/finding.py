"""Finding what an address names, in this municipality and no other, for whoever may see it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest
from samskap.proposals.errors import NotYoursToSteward
from samskap.proposals.models import Proposal
from samskap.proposals.permissions import may_see, may_steward
from samskap.proposals.queries.proposals import proposals_in


def the_proposal(request: MunicipalityRequest, pk: int) -> Proposal:
    """The proposal at an address; a draft of somebody else is not there."""
    found: Proposal = get_object_or_404(proposals_in(request.municipality), pk=pk)
    if not may_see(request.user, found):
        raise Http404
    return found


def opened_proposal(request: MunicipalityRequest, pk: int) -> Proposal:
    """The proposal at an address, once people can sign it."""
    found = the_proposal(request, pk)
    if found.opened_at is None:
        raise Http404
    return found


def stewarded_proposal(request: SignedInRequest, pk: int) -> Proposal:
    """The proposal at an address, for those who look after its signatures."""
    found = the_proposal(request, pk)
    if not may_steward(request.user, request.municipality):
        raise NotYoursToSteward
    return found
