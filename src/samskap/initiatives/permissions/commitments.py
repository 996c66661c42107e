"""Who may promise, accept, keep and release; and who writes down what was done."""

from django.contrib.auth.models import AnonymousUser

from samskap.initiatives.models import Commitment, Initiative, Partner
from samskap.initiatives.permissions.initiative import may_change, may_facilitate
from samskap.initiatives.permissions.partnership import may_act_for
from samskap.people.models import Person


def may_offer(by: Person | AnonymousUser, partner: Partner) -> bool:
    """The partner’s own people; a facilitator may ask for a promise."""
    return may_act_for(by, partner) or may_facilitate(by, partner.initiative)


def may_accept(by: Person | AnonymousUser, commitment: Commitment) -> bool:
    """The other party: never whoever offered it.

    What the partner’s own people offered is accepted by another who carries the initiative. What
    a facilitator asked for is accepted by the partner’s own people, as nobody else can promise
    for them.
    """
    if commitment.is_asked_for:
        return may_act_for(by, commitment.partner)
    is_theirs = may_act_for(by, commitment.partner) or by.pk == commitment.offered_by_id
    return not is_theirs and may_change(by, commitment.initiative)


def may_settle(by: Person | AnonymousUser, commitment: Commitment) -> bool:
    """The partner’s own people, and facilitators."""
    return may_offer(by, commitment.partner)


def may_write_down_for_others(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Facilitators write down what was given on paper, by telephone or at a meeting."""
    return may_facilitate(by, initiative)
