"""Taking an organisation for one transaction, so that changes wait for each other."""

from samskap.organisations.errors import MembershipHasEnded
from samskap.organisations.models import Membership, Organisation


def locked(organisation_id: int) -> Organisation:
    """Take the organisation for this transaction: changes to who belongs wait for each other."""
    rows = Organisation.objects.select_for_update(of=("self",)).select_related("municipality")
    organisation: Organisation = rows.get(pk=organisation_id)
    return organisation


def locked_membership(membership: Membership) -> Membership:
    """Take a membership, with its organisation, as it stands now.

    Refuses with MembershipHasEnded.
    """
    organisation = locked(membership.organisation_id)
    fresh: Membership = Membership.objects.select_related("person").get(pk=membership.pk)
    fresh.organisation = organisation
    if fresh.ended_at is not None:
        raise MembershipHasEnded
    return fresh
