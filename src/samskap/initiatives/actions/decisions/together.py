"""Recording what a joint body decided by a rule of its own."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from samskap.initiatives.actions.decisions.closing import make_it_so
from samskap.initiatives.actions.decisions.opening import new_decision
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.decisions import ItWasNotDecided, ReasonsAreMissing
from samskap.initiatives.models import Decision, Initiative
from samskap.initiatives.queries.decisions import Tally
from samskap.ledger.hands import Hand
from samskap.people.models import Person

What = Decision.What


@transaction.atomic
def decide_together(
    *,
    initiative: Initiative,
    by: Person,
    tally: Tally,
    hands: Sequence[Hand],
    title: str,
    text: str,
    reasons: str,
    what: str = What.OTHER,
    proposals: Sequence[int] = (),
    minority_view: str = "",
    others_reason: str = "",
    at: datetime | None = None,
) -> Decision:
    """Record what a body decided in which both sides sit, each member with one vote.

    The body counted the votes itself, among its own members; the partners of the initiative have
    no voice in it. How much power each side had comes out of that count. Whoever calls this has
    asked leave by the rules of the body.

    tally  the votes, counted by `count_voices`; by them it passed
    hands  one for each side that took part, for its row in the ledger

    Refuses with NotOpen, ItWasNotDecided, ReasonsAreMissing, ProblemIsLocked,
    SolutionIsLocked, AgreeOnTheProblemFirst, TextIsMissing, OneQuestionAtATime or
    NotOfThisInitiative.
    """
    initiative = locked(initiative)
    must_be_open(initiative)
    if tally.lapse:
        raise ItWasNotDecided
    if not reasons.strip():
        raise ReasonsAreMissing
    at = at or timezone.now()
    decision = new_decision(initiative, by, what, title, text, proposals, at)
    decision.reasons, decision.minority_view = reasons.strip(), minority_view.strip()
    decision.non_public_share = tally.non_public_share
    decision.mode = tally.joint_mode
    decision.save()
    return make_it_so(decision, hands, by=by, others_reason=others_reason, at=at)
