"""Proposing recommendations, one at a time, and working on their words."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.text import Truncator

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked
from samskap.committees.errors.work import (
    AskedAlready,
    NotAtWork,
    NotToBeAsked,
    NotYoursToWork,
    WordsAreMissing,
)
from samskap.committees.hands import member_hand
from samskap.committees.models import Committee, Recommendation, State
from samskap.committees.models.recommendation import TITLE
from samskap.committees.permissions import may_work
from samskap.committees.permissions_work import sitting_as
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand, giver_for
from samskap.ledger.models import ActorKind, Side
from samskap.people.models import Person

Status = Recommendation.Status


@transaction.atomic
def propose_recommendation(
    *,
    committee: Committee,
    by: Person,
    text: str,
    why: str,
    costs: str = "",
    carried_by: str = "",
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Recommendation:
    """Propose one recommendation; it gets the next number. A second press proposes nothing more.

    It is a draft in the ledger, given by whoever proposes it, whose fate the vote decides.

    Refuses with NotYoursToWork, NotAtWork or WordsAreMissing.
    """
    committee = at_work(committee, by)
    if not text.strip() or not why.strip():
        raise WordsAreMissing
    key = public_id or uuid4()
    mine = Recommendation.objects.filter(committee=committee, public_id=key)
    known: Recommendation | None = mine.first()
    if known is not None:
        return known
    member = sitting_as(by, committee)
    hand = member_hand(member, by=by) if member else _hand_of_the_keeper(by, committee)
    number = (committee.recommendations.aggregate(last=Max("number"))["last"] or 0) + 1
    initiative = committee.initiative
    given = ledger.give(
        account=initiative.account,
        hand=hand,
        phase=initiative.phase,
        kind="draft",
        caption=f"{number}. {Truncator(text.strip()).chars(TITLE)}",
        is_input=hand.side == Side.NON_PUBLIC,
        answer_days=committee.municipality.answer_days,
        at=at,
    )
    made = Recommendation.objects.create(
        municipality=committee.municipality,
        committee=committee,
        public_id=key,
        number=number,
        text=text.strip(),
        why=why.strip(),
        costs=costs.strip(),
        carried_by=carried_by.strip(),
        proposed_by=member,
        proposed_at=given.at,
        contribution=given,
    )
    ledger.lead_to(given, made.get_absolute_url())
    remember(
        "committees.recommendation_proposed", by=by.pseudonym_key, about=made, within=initiative
    )
    return made


@transaction.atomic
def rewrite_recommendation(
    *,
    recommendation: Recommendation,
    by: Person,
    text: str,
    why: str,
    costs: str = "",
    carried_by: str = "",
) -> Recommendation:
    """Put a recommendation into other words, as long as nobody votes on them.

    Refuses with NotYoursToWork, NotAtWork, NotToBeAsked, AskedAlready or WordsAreMissing.
    """
    committee = at_work(recommendation.committee, by)
    recommendation = Recommendation.objects.get(pk=recommendation.pk)
    recommendation.committee = committee
    may_be_asked(recommendation)
    if not text.strip() or not why.strip():
        raise WordsAreMissing
    recommendation.text, recommendation.why = text.strip(), why.strip()
    recommendation.costs, recommendation.carried_by = costs.strip(), carried_by.strip()
    recommendation.status = Status.PROPOSED  # other words have not been agreed on
    recommendation.save(update_fields=["text", "why", "costs", "carried_by", "status"])
    remember(
        "committees.recommendation_rewritten",
        by=by.pseudonym_key,
        about=recommendation,
        within=committee.initiative,
    )
    ledger.touch(committee.initiative.account)
    return recommendation


def at_work(committee: Committee, by: Person) -> Committee:
    """Hold a committee, and refuse those who do not work in it, and one that is not at work."""
    committee = locked(committee)
    if not may_work(by, committee):
        raise NotYoursToWork(committee=committee.title)
    if committee.state != State.WORKING or not committee.initiative.is_open:
        raise NotAtWork(committee=committee.title, state=committee.get_state_display())
    return committee


def may_be_asked(recommendation: Recommendation) -> None:
    """Refuse what is voted on now, was laid before the elected body, or was taken back."""
    if recommendation.laid_as_id is not None or recommendation.status == Status.WITHDRAWN:
        raise NotToBeAsked(status=recommendation.get_status_display())
    if recommendation.motions.filter(closed_at=None).exists():
        raise AskedAlready


def _hand_of_the_keeper(by: Person, committee: Committee) -> Hand:
    """The hand of those who keep a committee without a seat: staff, on the public side."""
    return Hand(
        by=by, giver=giver_for(by, committee.municipality), actor_kind=ActorKind.FACILITATOR
    )
