"""The hand of a member: on which side somebody acts who sits in a committee."""

from samskap.committees.models import Member
from samskap.committees.models.team import Role
from samskap.ledger.hands import Hand, side_of
from samskap.ledger.models import ActorKind, Channel, Side
from samskap.people.models import Person

ACTS_AS: dict[str, ActorKind] = {
    Role.POLITICIAN: ActorKind.POLITICIAN,
    Role.RESIDENT: ActorKind.RESIDENT,
    Role.PROFESSIONAL: ActorKind.EMPLOYEE,
}


def side_of_member(member: Member) -> Side:
    """The side a member sits on."""
    return side_of(ACTS_AS[member.role])


def member_hand(member: Member, *, by: Person, channel: str = Channel.WEB) -> Hand:
    """The hand of a member, whoever presses the button; nobody speaks for an organisation here.

    Source: Svelvik, where members represent only themselves (domain.md P-2).
    """
    return Hand(
        by=by,
        giver=member.giver,
        actor_kind=ACTS_AS[member.role],
        channel=Channel(channel),
        entered_on_behalf=member.giver.person_id != by.pk or channel != Channel.WEB,
    )
