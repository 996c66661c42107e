"""Putting a question to the partners."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.actions.decisions.shared import happened, tell_carriers
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.commitments import DayLiesBehind
from samskap.initiatives.errors.decisions import (
    NoAgreementYet,
    NotOfThisInitiative,
    OneQuestionAtATime,
    ProblemIsLocked,
    SolutionIsLocked,
)
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.errors.states import AgreeOnTheProblemFirst, TextIsMissing
from samskap.initiatives.models import Decision, Initiative
from samskap.initiatives.permissions.decisions import may_open_decision
from samskap.initiatives.queries.decisions import adoptable, phase_for
from samskap.initiatives.queries.partnership import active_agreement
from samskap.people.models import Person

What, Status = Decision.What, Decision.Status


@transaction.atomic
def open_decision(
    *,
    initiative: Initiative,
    by: Person,
    title: str,
    text: str,
    what: str = What.OTHER,
    proposals: Sequence[int] = (),
    closes_on: date | None = None,
    at: datetime | None = None,
) -> Decision:
    """Put a question to the partners, who decide by the rule of their agreement.

    proposals  ledger ids of the contributions that are adopted when it passes
    closes_on  the last day for voices; none means until those who carry the initiative close it

    Refuses with NotYoursToChange, NotOpen, NoAgreementYet, ProblemIsLocked, SolutionIsLocked,
    AgreeOnTheProblemFirst, TextIsMissing, OneQuestionAtATime, DayLiesBehind or
    NotOfThisInitiative.
    """
    initiative = locked(initiative)
    if not may_open_decision(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    must_be_open(initiative)
    agreement = active_agreement(initiative)
    if agreement is None:
        raise NoAgreementYet
    at = at or timezone.now()
    if closes_on and closes_on < timezone.localdate(at):
        raise DayLiesBehind
    decision = new_decision(initiative, by, what, title, text, proposals, at)
    decision.way, decision.quorum_percent = agreement.rule, agreement.quorum_percent
    decision.closes_on = closes_on
    decision.save()
    happened("initiatives.decision_opened", decision, by)
    tell_carriers(
        decision,
        but=by,
        label=format_lazy(
            _("“{title}” waits for your voice in “{initiative}”."),
            title=decision.title,
            initiative=initiative.title,
        ),
    )
    return decision


def new_decision(
    initiative: Initiative,
    by: Person,
    what: str,
    title: str,
    text: str,
    proposals: Sequence[int],
    at: datetime,
) -> Decision:
    """Make a decision that may be asked now; it is not saved yet."""
    if what == What.PROBLEM and initiative.problem_locked_at:
        raise ProblemIsLocked
    if what == What.SOLUTION and initiative.solution_locked_at:
        raise SolutionIsLocked
    if what == What.SOLUTION and not initiative.problem_locked_at:
        raise AgreeOnTheProblemFirst
    if not text.strip():
        raise TextIsMissing
    is_asked = initiative.decisions.filter(what=what, status=Status.OPEN)
    if what != What.OTHER and is_asked.exists():
        raise OneQuestionAtATime
    chosen = sorted(set(proposals))
    if adoptable(initiative).filter(contribution__in=chosen).count() != len(chosen):
        raise NotOfThisInitiative
    return Decision(
        municipality=initiative.municipality,
        initiative=initiative,
        phase=phase_for(initiative, what),
        what=what,
        title=title.strip(),
        text=text.strip(),
        proposals=chosen,
        opened_by=by,
        opened_at=at,
    )
