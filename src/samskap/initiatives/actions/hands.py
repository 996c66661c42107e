"""The hand of a partner, whoever presses the button."""

from samskap.initiatives.models import Partner
from samskap.initiatives.permissions.partnership import may_act_for
from samskap.ledger.hands import Hand, giver_for, paper_hand
from samskap.ledger.models import ActorKind, Channel, Giver
from samskap.people.models import Person


def hand_of(partner: Partner, *, by: Person, channel: str = Channel.WEB) -> Hand:
    """The hand of a partner; whoever enters it for somebody else enters it on behalf.

    channel  how it came in; on paper, by telephone or at a meeting it is the partner’s own, also
             when whoever writes it down could act for the partner
    """
    is_theirs = channel == Channel.WEB and may_act_for(by, partner)
    giver = giver_for(by, partner.municipality) if is_theirs else _giver_behind(partner, by)
    return Hand(
        by=by,
        giver=giver,
        actor_kind=ActorKind(partner.actor_kind),
        speaking_for=partner.organisation,
        channel=Channel(channel),
        entered_on_behalf=giver.person_id != by.pk or channel != Channel.WEB,
    )


def _giver_behind(partner: Partner, by: Person) -> Giver:
    """The giver that stands for a partner: its own, its person’s or contact’s, else a new one."""
    if partner.giver is not None:
        return partner.giver
    person = partner.person or partner.contact
    if person is not None:
        return giver_for(person, partner.municipality)
    return paper_hand(by=by, municipality=partner.municipality, name=partner.name[:120]).giver
