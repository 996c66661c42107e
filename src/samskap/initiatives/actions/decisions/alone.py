"""Recording that one side decided alone."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from samskap.initiatives.actions.decisions.closing import make_it_so
from samskap.initiatives.actions.decisions.opening import new_decision
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.decisions import (
    NotYourPower,
    ReasonsAreMissing,
    TheMunicipalityIsAPartner,
)
from samskap.initiatives.models import Decision, Initiative
from samskap.initiatives.permissions.decisions import may_decide_alone
from samskap.initiatives.queries.partnership import joined_partners
from samskap.ledger.hands import Hand
from samskap.ledger.models import Side

What = Decision.What


@transaction.atomic
def decide_alone(
    *,
    initiative: Initiative,
    hand: Hand,
    title: str,
    text: str,
    reasons: str,
    what: str = What.OTHER,
    proposals: Sequence[int] = (),
    minority_view: str = "",
    others_reason: str = "",
    at: datetime | None = None,
) -> Decision:
    """Record honestly that one side decided alone: the municipality, or the residents.

    What is written here can only lower the rung where people decide together: how much power
    each side had is worked out, never typed in.

    Refuses with NotYourPower, NotOpen, TheMunicipalityIsAPartner, ReasonsAreMissing,
    ProblemIsLocked, SolutionIsLocked, AgreeOnTheProblemFirst, TextIsMissing,
    OneQuestionAtATime or NotOfThisInitiative.
    """
    initiative = locked(initiative)
    if not may_decide_alone(hand.by, initiative, hand.side):
        raise NotYourPower
    must_be_open(initiative)
    is_public = hand.side == Side.PUBLIC
    if not is_public and joined_partners(initiative).filter(side=Side.PUBLIC).exists():
        raise TheMunicipalityIsAPartner
    if not reasons.strip():
        raise ReasonsAreMissing
    at = at or timezone.now()
    decision = new_decision(initiative, hand.by, what, title, text, proposals, at)
    decision.reasons, decision.minority_view = reasons.strip(), minority_view.strip()
    decision.non_public_share = Decimal(0 if is_public else 1)
    decision.save()
    return make_it_so(decision, [hand], by=hand.by, others_reason=others_reason, at=at)
