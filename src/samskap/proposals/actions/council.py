"""With the council: submitted, admitted or not, referred, decided, informed."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.actions.formal import answer_recommendation, lay_before
from samskap.initiatives.models import FormalDecision, Recommendation
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind, Channel, Giver
from samskap.people.models import Person
from samskap.proposals.actions.moving import (
    locked,
    move,
    must_stand_at,
    settle_threshold,
    tell_proposer,
)
from samskap.proposals.errors import (
    GiveReasons,
    NotYoursToChange,
    NotYoursToDecide,
    OnlyTheCouncil,
    ThresholdIsNotMet,
)
from samskap.proposals.models import (
    NOT_ADMITTED,
    OPEN,
    VERDICTS,
    Proposal,
    State,
)
from samskap.proposals.permissions import may_steward, may_submit, may_write_for_council
from samskap.proposals.queries.counting import count_of, valid_of
from samskap.proposals.queries.rules import (
    clocks_of,
    council_of,
    rules_of,
    threshold_of,
    today_in,
)

Answer = Recommendation.Answer


@transaction.atomic
def submit(*, proposal: Proposal, by: Person) -> Proposal:
    """Put a proposal forward: the number needed is that of today, and the clocks start.

    What hangs on the day stays with it: residents and when they were counted, the signatures by
    validity, both last days. In the ledger the signatures are one row with their number, and no
    name. The council gets one recommendation to answer.

    Refuses with NotYoursToChange, NotNow, ThresholdIsNotMet, or as laying it before a body does.
    """
    proposal = locked(proposal)
    if not may_submit(by, proposal):
        raise NotYoursToChange
    must_stand_at(proposal, *OPEN)
    settle_threshold(proposal)
    rules = rules_of(proposal.municipality)
    needed, valid = threshold_of(proposal, rules), valid_of(proposal)
    if valid < needed.signatures:
        raise ThresholdIsNotMet(valid=valid, needed=needed.signatures)
    today = today_in(proposal.municipality)
    clocks = clocks_of(rules, today)
    proposal.counted = count_of(proposal)
    proposal.submitted_on, proposal.needed = today, needed.signatures
    if needed.population is not None:
        proposal.population = needed.population.persons
        proposal.population_on = needed.population.counted_on
        proposal.population_source = needed.population.source[:300]
    if clocks.legal is not None:
        proposal.legal_due_on = clocks.legal.on
        proposal.legal_moved_by = clocks.legal.moved_by
    proposal.promised_on = clocks.promised_on
    proposal.formal = _laid_before_council(proposal, by)
    _count_in_ledger(proposal, valid, by)
    move(proposal, State.SUBMITTED, by=by, reason=f"{valid} / {needed.signatures}")
    return proposal


def _laid_before_council(proposal: Proposal, by: Person) -> FormalDecision | None:
    """Lay the proposal before the council; None where no council is registered yet."""
    council = council_of(proposal.municipality)
    if council is None or proposal.initiative is None or proposal.promised_on is None:
        return None
    return lay_before(
        initiative=proposal.initiative,
        body=council,
        title=proposal.title,
        recommendations=[f"{proposal.title}\n\n{proposal.text}"],
        promised_on=proposal.promised_on,
        legal_due_on=proposal.legal_due_on,
        by=by,
    )


def _count_in_ledger(proposal: Proposal, valid: int, by: Person) -> None:
    """Write one row for all who signed: how many, from an unnamed hand."""
    assert proposal.initiative is not None  # noqa: S101 - for the types; it is open
    unnamed = Giver.objects.create(municipality=proposal.municipality)
    hand = Hand(
        by=by,
        giver=unnamed,
        actor_kind=ActorKind.RESIDENT,
        channel=Channel.WEB,
        entered_on_behalf=True,
    )
    ledger.give(
        account=proposal.initiative.account,
        hand=hand,
        phase=proposal.initiative.phase,
        kind="support",
        amount=valid,
        is_independent=False,
        caption=proposal.title,
        path=proposal.get_absolute_url(),
    )


@transaction.atomic
def admit(
    *, proposal: Proposal, verdict: str, reason: str, by: Person, council_has_said_so: bool
) -> Proposal:
    """Write down what the council said to whether it takes a proposal up.

    Whether it is about the municipality’s activity, and whether it says the same as an earlier one
    of this election period, the council decides itself and cannot delegate (kommuneloven § 12-1).

    Refuses with NotYoursToDecide, OnlyTheCouncil, NotNow or GiveReasons.
    """
    proposal = _for_council(proposal, by, State.SUBMITTED)
    if not council_has_said_so:
        raise OnlyTheCouncil
    if not reason.strip():
        raise GiveReasons
    to = State(verdict)
    if to not in VERDICTS:
        raise NotYoursToDecide
    move(proposal, to, by=by, reason=reason)
    if to in NOT_ADMITTED:
        _answer_formally(proposal, Answer.REJECTED, reason, by)
        label = format_lazy(
            _("The council does not take up “{title}”: {why}."),
            title=proposal.title,
            why=to.label,
        )
        _inform(proposal, label, reason)
    return proposal


@transaction.atomic
def refer(
    *, proposal: Proposal, plan_case: str, expected_on: date, reason: str, by: Person
) -> Proposal:
    """Refer a proposal to a pending plan case: the law’s six months do not run any more.

    Source: kommuneloven § 12-1; the plan case is one under plan- og bygningsloven. The reason and
    the day that is promised instead are shown to everybody.

    Refuses with NotYoursToDecide, NotNow or GiveReasons.
    """
    proposal = _for_council(proposal, by, State.SUBMITTED, State.ACCEPTED)
    if not reason.strip() or not plan_case.strip():
        raise GiveReasons
    proposal.plan_case = plan_case.strip()
    proposal.referred_on = today_in(proposal.municipality)
    proposal.legal_due_on, proposal.legal_moved_by = None, ""
    proposal.promised_on = expected_on
    if proposal.formal is not None:
        formal = proposal.formal
        formal.legal_due_on, formal.promised_on = None, expected_on
        formal.save(update_fields=["legal_due_on", "promised_on"])
    move(proposal, State.REFERRED, by=by, reason=reason)
    tell_proposer(
        proposal,
        format_lazy(
            _("“{title}” is dealt with in the plan case {case}. The six months do not run."),
            title=proposal.title,
            case=proposal.plan_case,
        ),
        reason,
    )
    return proposal


@transaction.atomic
def decide(
    *, proposal: Proposal, answer: str, reasons: str, by: Person, on: date | None = None
) -> Proposal:
    """Write down what the council decided, and inform the proposers at once.

    The council may treat a proposal that it did not have to take up (kommuneloven § 12-1; Prop.
    46 L (2017–2018) 8.1.1).

    Refuses with NotYoursToDecide, NotNow, GiveReasons or as answering a recommendation does.
    """
    proposal = _for_council(proposal, by, State.ACCEPTED, State.REFERRED, *NOT_ADMITTED)
    if not reasons.strip():
        raise GiveReasons
    _answer_formally(proposal, answer, reasons, by)
    _write_decision(proposal, answer, reasons, by=by, on=on)
    return proposal


def _write_decision(
    proposal: Proposal, answer: str, reasons: str, *, by: Person | None, on: date | None = None
) -> None:
    """Write the decision and its steps, and tell whoever made the proposal."""
    proposal.answer, proposal.reasons = Answer(answer), reasons.strip()
    proposal.answered_on = on or today_in(proposal.municipality)
    move(proposal, State.TREATED, by=by)
    move(proposal, State.DECIDED, by=by, reason=reasons)
    label = format_lazy(
        _("The council has decided on “{title}”: {answer}."),
        title=proposal.title,
        answer=Answer(answer).label,
    )
    _inform(proposal, label, reasons)


def _inform(proposal: Proposal, label: str | Promise, text: str) -> None:
    """Tell whoever made it, and write down that they know; others get a letter on paper."""
    if not tell_proposer(proposal, label, text):
        return
    _write_informed(proposal, by=None)


def _write_informed(proposal: Proposal, *, by: Person | None) -> None:
    """Write down that the proposers know what was decided."""
    proposal.informed_at = timezone.now()
    if proposal.state == State.DECIDED:
        move(proposal, State.INFORMED, by=by)
    else:
        proposal.save(update_fields=["informed_at"])


@transaction.atomic
def say_informed(*, proposal: Proposal, by: Person) -> Proposal:
    """Write down that the printed letter has been sent. Refuses with NotYoursToDecide or NotNow."""
    proposal = locked(proposal)
    if not may_steward(by, proposal.municipality):
        raise NotYoursToDecide
    must_stand_at(proposal, State.DECIDED, *NOT_ADMITTED)
    _write_informed(proposal, by=by)
    return proposal


def _for_council(proposal: Proposal, by: Person, *states: str) -> Proposal:
    """Hold a proposal for those who write for the council, where it stands at one of some states.

    Refuses with NotYoursToDecide or NotNow.
    """
    proposal = locked(proposal)
    if not may_write_for_council(by, proposal):
        raise NotYoursToDecide
    must_stand_at(proposal, *states)
    return proposal


def _answer_formally(proposal: Proposal, answer: str, reasons: str, by: Person) -> None:
    """Answer the recommendation that carries the proposal, unless it is answered already."""
    if proposal.formal is None:
        return
    open_ones = proposal.formal.recommendations.filter(answer="")
    for recommendation in open_ones.select_related("formal_decision__initiative"):
        answer_recommendation(recommendation=recommendation, answer=answer, reasons=reasons, by=by)


def follow_answers() -> int:
    """Take over what the council answered on the page of the formal decision; by the clock."""
    taken = 0
    waits = Proposal.objects.filter(
        state__in=[State.SUBMITTED, State.ACCEPTED, State.REFERRED],
        formal__answered_at__isnull=False,
    )
    for each in waits.select_related("municipality"):
        with transaction.atomic():
            proposal = locked(each)
            answered = proposal.formal and proposal.formal.recommendations.exclude(answer="").last()
            if not answered or proposal.answer:
                continue
            if proposal.state == State.SUBMITTED:
                move(proposal, State.ACCEPTED, by=None, reason=answered.reasons)
            on = timezone.localdate(answered.answered_at)
            _write_decision(proposal, answered.answer, answered.reasons, by=None, on=on)
            taken += 1
    return taken
