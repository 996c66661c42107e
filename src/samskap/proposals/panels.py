"""What proposals show on the page of an initiative, and on the desk."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person
from samskap.people.permissions import has_role
from samskap.proposals.models import Proposal, State
from samskap.proposals.permissions import STEWARDS
from samskap.proposals.queries.proposals import (
    proposals_of,
    waiting_for_checks,
    waiting_for_council,
)

MOST = 10  # lines on the desk
COUNCIL = ("politician", "case_officer", "leader")


@for_everyone
def proposal_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The citizens’ proposal that an initiative carries, and how it stands."""
    found = [each for each in proposals_of(initiative) if each.opened_at]
    if not found:
        return None
    proposal = found[0]
    facts = {
        "url": proposal.get_absolute_url(),
        "state": proposal.get_state_display(),
        "is_open": proposal.is_open,
        "due_on": proposal.promised_on if proposal.answered_on is None else None,
    }
    return Panel(template="proposals/parts/panel.html", facts=facts, order=12)


def signatures_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Proposals with signatures to check, for those who look after them."""
    reader = request.user
    if not isinstance(reader, Person) or not has_role(reader, request.municipality, *STEWARDS):
        return None
    waits = waiting_for_checks(request.municipality)
    tasks = [
        Task(
            title=_("Check signatures"),
            url=address("proposals:signatures", each.pk),
            note=each.title,
        )
        for each in waits[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=_("Signatures on proposals"), tasks=tasks, in_all=waits.count())


def council_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Proposals that the council owes an answer, the most urgent first."""
    reader = request.user
    if not isinstance(reader, Person) or not has_role(reader, request.municipality, *COUNCIL):
        return None
    waits = waiting_for_council(request.municipality)
    tasks = [
        Task(
            title=_("The council owes an answer"),
            url=address("proposals:council", each.pk),
            note=each.title,
            due_on=each.promised_on,
        )
        for each in waits[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=_("Citizens’ proposals"), tasks=tasks, in_all=waits.count())


def mine_waiting(request: MunicipalityRequest) -> Waiting | None:
    """One’s own proposals that have enough signatures, or were never opened."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    mine = Proposal.objects.of(request.municipality).filter(
        proposer=reader, state__in=[State.THRESHOLD_MET, State.DRAFT]
    )
    found = list(mine[:MOST])
    if not found:
        return None
    says = {State.THRESHOLD_MET: _("Submit your proposal"), State.DRAFT: _("Open your proposal")}
    tasks = [
        Task(title=says[State(each.state)], url=each.get_absolute_url(), note=each.title)
        for each in found
    ]
    return Waiting(title=_("Your proposals"), tasks=tasks, in_all=len(found))
