"""Letting go of somebody who deletes their account."""

from samskap.people.models import Person
from samskap.proposals.actions.moving import locked, settle_threshold
from samskap.proposals.actions.signing import delete_signatures
from samskap.proposals.models import OPEN, PaperList, Proposal, Signature, State, Step


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    A signature that the council does not have yet goes: nobody stands behind it any more. One that
    the council has stays, without the account, until the municipality deletes it by rule; so does
    a proposal that others have signed. A draft goes.
    """
    signed = Proposal.objects.filter(state__in=OPEN, signatures__person=person).distinct()
    for each in signed.select_related("municipality"):
        proposal = locked(each)
        delete_signatures(proposal, Signature.objects.filter(proposal=proposal, person=person))
        settle_threshold(proposal)
    Signature.objects.filter(person=person).update(person=None, subject="")
    Signature.objects.filter(checked_by=person).update(checked_by=None)
    PaperList.objects.filter(entered_by=person).update(entered_by=None)
    Step.objects.filter(by=person).update(by=None)
    mine = Proposal.objects.filter(proposer=person)
    mine.filter(state=State.DRAFT).delete()
    mine.update(proposer=None)
