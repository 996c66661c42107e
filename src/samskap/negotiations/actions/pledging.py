"""What a party commits itself to: commitments of the initiative, with the party that made them."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.actions import commitments as promises
from samskap.initiatives.actions.moving import must_be_open
from samskap.initiatives.actions.partnership import open_partnership
from samskap.initiatives.errors.commitments import DayLiesBehind
from samskap.initiatives.models import Commitment, Partner
from samskap.initiatives.permissions.commitments import may_settle
from samskap.initiatives.permissions.partnership import may_act_for
from samskap.ledger.models import Channel
from samskap.negotiations.actions.holding import (
    actor_of,
    hand_of,
    happened,
    held_party,
    seated_for,
    side_at,
    tell_table,
)
from samskap.negotiations.errors import (
    NoMediator,
    NotWaiting,
    NotYourSeat,
    NotYoursToLead,
)
from samskap.negotiations.models import Party, Pledge
from samskap.negotiations.permissions import may_lead, may_speak_at
from samskap.people.models import Person

Status = Commitment.Status
RUNNING = (Status.OFFERED, Status.ACCEPTED)


@transaction.atomic
def pledge(*, party: Party, by: Person, what: str, due_on: date) -> Pledge:
    """Promise something for a party by a day; it stands among the promises of the initiative.

    Refuses with NotYourSeat, IsOver, NotAtTheTable, NotOpen or DayLiesBehind.
    """
    party = seated_for(party, by)
    initiative = party.negotiation.initiative
    must_be_open(initiative)
    if due_on < timezone.localdate():
        raise DayLiesBehind
    same = {"commitment__what": what.strip(), "commitment__due_on": due_on}
    known: Pledge | None = party.pledges.filter(**same).select_related("commitment").first()
    if known is not None:  # a second press of the button
        return known
    partner = partner_of(party, by=by)
    commitment = Commitment.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        partner=partner,
        what=what.strip(),
        due_on=due_on,
        offered_by=by if may_act_for(by, partner) else None,
    )
    made = Pledge.objects.create(
        municipality=party.municipality, party=party, commitment=commitment
    )
    happened("pledged", made, party.negotiation, by=actor_of(by, party))
    tell_table(
        party.negotiation,
        kind="pledged",
        label=format_lazy(_("“{party}” promises: {what}"), party=party.name, what=commitment.what),
        but=by,
    )
    return made


@transaction.atomic
def count_on(*, pledge: Pledge, by: Person) -> Pledge:
    """Let the table count on a promise; the mediator says so for all.

    Refuses with NotYoursToLead, IsOver or NotWaiting.
    """
    party = held_party(pledge.party)
    if not may_lead(by, party.negotiation):
        raise NotYoursToLead
    commitment = _again(pledge)
    if commitment.status != Status.OFFERED:
        raise NotWaiting
    commitment.status, commitment.accepted_at = Status.ACCEPTED, timezone.now()
    commitment.save()
    happened("pledge_counted_on", pledge, party.negotiation, by=by.pseudonym_key)
    return pledge


@transaction.atomic
def settle(*, pledge: Pledge, by: Person, is_kept: bool, says: str) -> Pledge:
    """Say that a promise was kept, or release the party from it; and how it went.

    A party without an organisation has no partner’s account of its own: there the mediator holds
    the pen, and no name stands behind it.

    Refuses with NotYourSeat, IsOver, NoMediator, NotWaiting or SayWhyReleased.
    """
    party = held_party(pledge.party)
    if not may_speak_at(by, party):
        raise NotYourSeat
    commitment = _again(pledge)
    waits = (Status.ACCEPTED,) if is_kept else RUNNING
    if commitment.status not in waits:
        raise NotWaiting
    pen = by if may_settle(by, commitment) else party.negotiation.mediator
    if pen is None:
        raise NoMediator
    if is_kept:
        promises.keep_commitment(commitment=commitment, by=pen, says=says)
    else:
        promises.release_commitment(commitment=commitment, by=pen, says=says)
    return pledge


def release_all(party: Party, *, by: Person, says: str) -> None:
    """Release whatever a party promised and has not done."""
    for each in party.pledges.filter(commitment__status__in=RUNNING).select_related("commitment"):
        each.commitment.status, each.commitment.released_at = Status.RELEASED, timezone.now()
        each.commitment.says = says
        each.commitment.save()
        happened("pledge_released", each, party.negotiation, by=actor_of(by, party))


def partner_of(party: Party, *, by: Person) -> Partner:
    """The partner that a party is; it becomes one with its first promise.

    A party without an organisation is a partner by its name at the table, never by a person.
    """
    initiative = party.negotiation.initiative
    open_ones = initiative.partners.exclude(status__in=Partner.CLOSED).select_related(
        "organisation", "person", "contact", "giver"
    )
    hand = hand_of(party, by=by, channel=Channel.MEETING)
    if party.organisation is not None:
        found = open_ones.filter(organisation=party.organisation).first()
    else:
        found = open_ones.filter(giver=hand.giver).first()
    if found is None:
        found = Partner(
            municipality=initiative.municipality,
            initiative=initiative,
            organisation=party.organisation,
            giver=None if party.organisation else hand.giver,
            called="" if party.organisation else party.name,
            contact=by if party.organisation and party.spokespersons.filter(person=by) else None,
            side=side_at(party),
            actor_kind=party.actor_kind,
        )
    if not found.has_joined:
        found.status, found.joined_at = Partner.Status.JOINED, timezone.now()
        open_partnership(found)
    found.initiative = initiative
    return found


def _again(pledge: Pledge) -> Commitment:
    """Read a promise anew, once its initiative is held."""
    rows = Commitment.objects.select_related(
        "partner__organisation", "partner__person", "initiative__municipality"
    )
    fresh: Commitment = rows.get(pk=pledge.commitment_id)
    fresh.partner.initiative = fresh.initiative
    return fresh
