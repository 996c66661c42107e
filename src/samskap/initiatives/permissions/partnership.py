"""Who may act as a partner, or for one."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser

from samskap.initiatives.models import Initiative, Partner
from samskap.initiatives.permissions.initiative import is_partner, may_change, may_facilitate
from samskap.municipalities.models import Municipality
from samskap.organisations.permissions import may_speak_for
from samskap.organisations.queries import mandates_of
from samskap.people.models import Person


def may_act_for(by: Person | AnonymousUser, partner: Partner) -> bool:
    """A person for themselves; for an organisation those who hold its mandate today."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if partner.organisation is not None:
        return may_speak_for(by, partner.organisation)
    return partner.person_id == by.pk


def may_leave_for(by: Person | AnonymousUser, partner: Partner) -> bool:
    """A partner’s own people; facilitators for whoever joined on paper and has no account."""
    if partner.giver_id is not None:
        return may_facilitate(by, partner.initiative)
    return may_act_for(by, partner)


def those_spoken_for(
    by: Person | AnonymousUser, partners: Iterable[Partner], municipality: Municipality
) -> list[Partner]:
    """Those of some partners for whom somebody may act, as `may_act_for` says; one query."""
    if not isinstance(by, Person) or not by.is_active:
        return []
    mandates = {organisation.pk for organisation in mandates_of(by, municipality)}
    return [
        partner
        for partner in partners
        if (
            partner.organisation_id in mandates
            if partner.organisation_id
            else partner.person_id == by.pk
        )
    ]


def may_ask_partners(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Those who carry the initiative ask others to join, and let in who asks to."""
    return may_change(by, initiative)


def may_see_who_waits(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Who is asked, or asks, is nobody's business but of those who carry the initiative."""
    return may_change(by, initiative)


def may_write_agreement(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """The partners write and end their agreement; a facilitator may hold the pen."""
    return is_partner(by, initiative) or may_facilitate(by, initiative)
