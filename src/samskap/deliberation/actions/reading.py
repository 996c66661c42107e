"""Reading what people stated: show it, or set it aside with a reason; somebody else hears appeals.

Regulation (EU) 2022/2065 (DSA) art. 17 and 20 ask for no less of large platforms: a reason
for each, and another look that the same person does not take. No machine and no number of votes
sets aside.
"""

from django.db import transaction
from django.utils import timezone

from samskap.base.finding import let_go
from samskap.base.memory import remember
from samskap.deliberation.errors import (
    NotYoursToAppeal,
    NotYoursToKeep,
    SayWhy,
    SomebodyElseDecides,
    StandsSoAlready,
)
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Standing, Statement
from samskap.deliberation.permissions import may_appeal, may_decide_appeal, may_keep
from samskap.deliberation.queries.deliberations import set_aside_by
from samskap.deliberation.queries.participants import participant_of
from samskap.ledger import actions as ledger
from samskap.ledger.models import FateStatus
from samskap.ledger.models import Standing as LedgerStanding
from samskap.people.models import Person


@transaction.atomic
def show(*, statement: Statement, by: Person) -> None:
    """Let everybody see a statement, and vote on it.

    Refuses with NotYoursToKeep or StandsSoAlready.
    """
    statement = _held(statement, by)
    if statement.state != Standing.AWAITING:
        raise StandsSoAlready
    _let_stand(statement, by, Standing.SHOWN)


@transaction.atomic
def set_aside(*, statement: Statement, by: Person, reason: str) -> None:
    """Set a statement aside, and tell its writer why; its votes stay and are not counted.

    Whoever lost an appeal does not do it again; where somebody else does, the writer can appeal
    anew, and what was said the first time stays beside it.

    Refuses with NotYoursToKeep, SayWhy, StandsSoAlready or SomebodyElseDecides.
    """
    statement = _held(statement, by)
    if not reason.strip():
        raise SayWhy
    if statement.state == Standing.SET_ASIDE:
        raise StandsSoAlready
    if set_aside_by(by, [statement]):
        raise SomebodyElseDecides
    statement.reason = reason.strip()
    statement.appealed_at = statement.appeal_at = statement.appeal_by = None
    statement.save(update_fields=["appealed_at", "appeal_at", "appeal_by"])
    _let_stand(statement, by, Standing.SET_ASIDE)
    if statement.contribution:
        ledger.settle(
            contribution=statement.contribution,
            status=FateStatus.NOT_USED,
            by=by,
            reason=statement.reason,
        )


@transaction.atomic
def appeal(*, statement: Statement, voter: Voter, text: str) -> None:
    """Ask somebody else to look at what was set aside; once for each time.

    Refuses with NotYoursToAppeal or SayWhy.
    """
    statement = _locked(statement)
    mine = participant_of(statement.deliberation, voter)
    if not may_appeal(mine, statement):
        raise NotYoursToAppeal
    if not text.strip():
        raise SayWhy
    said = filter(None, (statement.appeal, text.strip()))  # what was said the first time stays
    statement.appeal, statement.appealed_at = "\n\n".join(said), timezone.now()
    statement.save(update_fields=["appeal", "appealed_at"])
    key = voter.person.pseudonym_key if voter.person else None
    initiative = statement.deliberation.initiative
    remember("deliberation.appealed", by=key, about=statement, within=initiative)


@transaction.atomic
def decide_appeal(*, statement: Statement, by: Person, shows: bool, answer: str) -> None:
    """Show after all what was set aside, or let it be, with an answer.

    Refuses with SomebodyElseDecides, SayWhy or StandsSoAlready.
    """
    statement = _locked(statement)
    if not may_decide_appeal(by, statement, aside_before=set_aside_by(by, [statement])):
        raise SomebodyElseDecides
    if not answer.strip():
        raise SayWhy
    if statement.appealed_at is None or statement.appeal_at:
        raise StandsSoAlready
    statement.appeal_answer, statement.appeal_by = answer.strip(), by
    statement.appeal_at = timezone.now()
    statement.save(update_fields=["appeal_answer", "appeal_by", "appeal_at"])
    if shows:
        _let_stand(statement, by, Standing.SHOWN)
    if statement.contribution:
        ledger.settle(
            contribution=statement.contribution,
            status=FateStatus.USED if shows else FateStatus.NOT_USED,
            by=by,
            reason=statement.appeal_answer,
        )


def _let_stand(statement: Statement, by: Person, state: str) -> None:
    """Let a statement be shown or set aside, wherever it is named and found."""
    initiative = statement.deliberation.initiative
    statement.state = state
    if statement.appeal_at is None:  # who set it aside stays on record beside who decided then
        statement.read_by, statement.read_at = by, timezone.now()
    statement.save(update_fields=["state", "reason", "read_by", "read_at"])
    is_shown = state == Standing.SHOWN
    caption = statement.text[:200] if is_shown else ""
    LedgerStanding.objects.filter(pk=statement.contribution_id).update(caption=caption)
    if not is_shown:
        let_go(statement)
    remember(f"deliberation.{state}", by=by.pseudonym_key, about=statement, within=initiative)
    ledger.touch(initiative.account)


def _held(statement: Statement, by: Person) -> Statement:
    """Hold a statement for those who keep its deliberation. Refuses with NotYoursToKeep."""
    statement = _locked(statement)
    if not may_keep(by, statement.deliberation):
        raise NotYoursToKeep
    return statement


def _locked(statement: Statement) -> Statement:
    """Hold a statement until the transaction ends, and read it anew."""
    rows = Statement.objects.select_for_update(of=("self",)).select_related(
        "deliberation__initiative__account",
        "deliberation__initiative__municipality",
        "deliberation__municipality",
        "contribution__account",
        "contribution__giver",
        "read_by",
    )
    found: Statement = rows.get(pk=statement.pk)
    return found
