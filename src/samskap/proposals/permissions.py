"""Who may do what with proposals."""

from samskap.initiatives.models.formal import ANSWERING
from samskap.initiatives.permissions.formal import may_answer
from samskap.initiatives.permissions.initiative import KEEPERS
from samskap.municipalities.models import Municipality
from samskap.organisations.permissions import may_speak_for
from samskap.people.models import Level, Person, Role
from samskap.people.permissions import Reader, has_role, level_of
from samskap.proposals.models import Proposal, State

STEWARDS = (*KEEPERS, Role.Name.CASE_OFFICER)


def may_draft(by: Reader) -> bool:
    """Anyone we can answer, of any age; a municipality’s own scheme may ask for more."""
    return level_of(by) >= Level.REACHABLE


def made_it(by: Reader, proposal: Proposal) -> bool:
    """Whoever made it; what was made for an organisation is of those who speak for it."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if proposal.speaking_for is not None:
        return may_speak_for(by, proposal.speaking_for)
    return proposal.proposer_id == by.pk


def may_steward(by: Reader, municipality: Municipality) -> bool:
    """Those who look after signatures: they see names and addresses."""
    return has_role(by, municipality, *STEWARDS)


def may_see(by: Reader, proposal: Proposal) -> bool:
    """Everybody, once it is open; before that nobody but those who may change it.

    A draft is what somebody thinks of politics, and has told nobody (GDPR art. 9).
    """
    return proposal.opened_at is not None or may_change(by, proposal)


def may_change(by: Reader, proposal: Proposal) -> bool:
    """Whoever made it; for those without an account, the municipality."""
    return made_it(by, proposal) or (
        proposal.proposer_id is None and may_steward(by, proposal.municipality)
    )


def may_submit(by: Reader, proposal: Proposal) -> bool:
    """Whoever made it, and those who lead joint processes in the municipality for them."""
    return made_it(by, proposal) or has_role(by, proposal.municipality, *KEEPERS)


def may_withdraw(by: Reader, proposal: Proposal) -> bool:
    """The same as may submit it; a draft, those who may change it."""
    if proposal.opened_at is None:
        return may_change(by, proposal)
    return may_submit(by, proposal)


def may_read_letter(by: Reader, proposal: Proposal) -> bool:
    """Whoever made it, and those who send it for the municipality."""
    return made_it(by, proposal) or may_steward(by, proposal.municipality)


def may_write_for_council(by: Reader, proposal: Proposal) -> bool:
    """Those who belong to the council write down what it decided.

    Where no council is registered, elected representatives, case officers and leaders.
    """
    if not isinstance(by, Person) or proposal.state == State.DRAFT:
        return False
    if proposal.formal is not None:
        return may_answer(by, proposal.formal)
    return has_role(by, proposal.municipality, *ANSWERING)


def may_set_rules(by: Reader, municipality: Municipality) -> bool:
    """Administrators set the rules."""
    return has_role(by, municipality, Role.Name.ADMINISTRATOR)
