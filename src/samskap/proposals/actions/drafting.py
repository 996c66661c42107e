"""Writing a proposal, opening it for signatures, taking it back."""

from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.initiatives.actions.raising import raise_initiative
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change as may_change_initiative
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind, Channel
from samskap.municipalities.models import Municipality
from samskap.people.models import Level, Person
from samskap.people.permissions import require_level
from samskap.proposals.actions.moving import locked, move, must_stand_at, settle_threshold
from samskap.proposals.ages import age_on
from samskap.proposals.errors import (
    GiveReasons,
    HasAProposal,
    NotYoursToChange,
    NotYoursToSteward,
    SayWhenYouWereBorn,
    TooYoung,
)
from samskap.proposals.models import BEFORE, Proposal, Rules, State
from samskap.proposals.permissions import may_change, may_steward, may_withdraw
from samskap.proposals.queries.rules import rules_of, today_in, window_end


@transaction.atomic
def draft(
    *,
    municipality: Municipality,
    hand: Hand,
    title: str,
    text: str,
    language: str,
    born_on: date | None = None,
    initiative: Initiative | None = None,
    public_id: UUID | None = None,
) -> Proposal:
    """Write a proposal that nobody else sees yet.

    Any resident may, of any age (kommuneloven § 12-1); a municipality’s own scheme may ask for an
    age and a national e-ID. An organisation may propose, and never signs.
    born_on     asked for where there is a least age
    initiative  one that is there already, which the proposal grows out of
    public_id   chosen by the form, so that a button pressed twice makes one proposal

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToSteward, NotYoursToChange,
    HasAProposal, SayWhenYouWereBorn or TooYoung.
    """
    hand.require_level("proposals.draft")
    rules = rules_of(municipality)
    if hand.entered_on_behalf:
        if not may_steward(hand.by, municipality):
            raise NotYoursToSteward
    elif rules.scheme.needs_e_id:
        require_level(hand.by, Level.IDENTIFIED, municipality)
    if initiative is not None:
        if not may_change_initiative(hand.by, initiative):
            raise NotYoursToChange
        if Proposal.objects.filter(initiative=initiative).exists():
            raise HasAProposal(initiative=initiative.title)
    if hand.speaking_for is None:
        refuse_age(rules, born_on or (hand.giver.person.born_on if hand.giver.person else None))
    before: Proposal | None = (
        Proposal.objects.of(municipality).filter(public_id=public_id or uuid4()).first()
    )
    if before is not None and before.giver_id == hand.giver.pk:
        return before
    return Proposal.objects.create(
        municipality=municipality,
        initiative=initiative,
        public_id=uuid4() if before or public_id is None else public_id,
        title=title.strip(),
        text=text.strip(),
        language=language,
        proposer=hand.giver.person,
        giver=hand.giver,
        actor_kind=hand.actor_kind,
        speaking_for=hand.speaking_for,
        channel=hand.channel,
    )


def refuse_age(rules: Rules, born_on: date | None) -> None:
    """Refuse whoever is younger than the rules ask, or has not said how old they are.

    Refuses with SayWhenYouWereBorn or TooYoung.
    """
    least = rules.scheme.least_age
    if not least:
        return
    if born_on is None:
        raise SayWhenYouWereBorn
    if age_on(born_on, today_in(rules.municipality)) < least:
        raise TooYoung(years=least)


@transaction.atomic
def change_draft(
    *, proposal: Proposal, title: str, text: str, language: str, by: Person
) -> Proposal:
    """Change the words of a draft; once people have signed, the words stand.

    Refuses with NotYoursToChange or NotNow.
    """
    proposal = locked(proposal)
    if not may_change(by, proposal):
        raise NotYoursToChange
    must_stand_at(proposal, State.DRAFT)
    proposal.title, proposal.text, proposal.language = title.strip(), text.strip(), language
    proposal.save(update_fields=["title", "text", "language"])
    return proposal


@transaction.atomic
def open_proposal(*, proposal: Proposal, by: Person) -> Proposal:
    """Open a draft to everybody, on an initiative of its own unless it has one; people can sign.

    Refuses with NotYoursToChange, NotNow, SignInNeeded or StrongerSignInNeeded.
    """
    proposal = locked(proposal)
    if not may_change(by, proposal):
        raise NotYoursToChange
    must_stand_at(proposal, State.DRAFT)
    now = timezone.now()
    rules = rules_of(proposal.municipality)
    if proposal.initiative is None:
        proposal.initiative = raise_initiative(
            municipality=proposal.municipality,
            by=by,
            hand=hand_behind(proposal, by),
            dream=proposal.text,
            first_solution=proposal.title,
            title=proposal.title,
            language=proposal.language,
            public_id=proposal.public_id,
        )
    proposal.opened_at = now
    proposal.window_ends_on = window_end(rules, today_in(proposal.municipality, now))
    move(proposal, State.COLLECTING, by=by, at=now)
    remember("proposals.opened", by=by.pseudonym_key, about=proposal, within=proposal.initiative)
    return proposal


def hand_behind(proposal: Proposal, by: Person) -> Hand:
    """The hand that made a proposal, held by whoever acts for it now."""
    return Hand(
        by=by,
        giver=proposal.giver,
        actor_kind=ActorKind(proposal.actor_kind),
        speaking_for=proposal.speaking_for,
        channel=Channel(proposal.channel),
        entered_on_behalf=proposal.proposer_id is None,
    )


@transaction.atomic
def withdraw(*, proposal: Proposal, reason: str, by: Person) -> Proposal:
    """Take a proposal back before it lies with the council; a draft that nobody saw is deleted.

    Refuses with NotYoursToChange, NotNow or GiveReasons.
    """
    proposal = locked(proposal)
    if not may_withdraw(by, proposal):
        raise NotYoursToChange
    must_stand_at(proposal, *BEFORE)
    if proposal.opened_at is None:
        proposal.delete()
        return proposal
    if not reason.strip():
        raise GiveReasons
    move(proposal, State.WITHDRAWN, by=by, reason=reason)
    return proposal


@transaction.atomic
def expire_windows() -> int:
    """Let proposals end whose time to sign is over without enough signatures; by the clock."""
    ended = 0
    collecting = Proposal.objects.filter(state=State.COLLECTING, window_ends_on__isnull=False)
    for each in collecting.select_related("municipality"):
        if each.window_ends_on >= today_in(each.municipality):
            continue
        proposal = locked(each)
        settle_threshold(proposal)
        if proposal.state == State.COLLECTING:
            move(proposal, State.EXPIRED, by=None)
            ended += 1
    return ended
