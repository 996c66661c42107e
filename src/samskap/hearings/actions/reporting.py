"""The report: every statement with its answer, and the way to the elected body."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.hearings.actions.planning import held
from samskap.hearings.errors import AnswersAreMissing, GiveReasons, IsLaidBefore
from samskap.hearings.models import OVER, Hearing, State
from samskap.initiatives.actions.formal import lay_before
from samskap.initiatives.models import FormalDecision
from samskap.ledger import actions as ledger
from samskap.organisations.models import Organisation
from samskap.people.models import Person


@transaction.atomic
def report(*, hearing: Hearing, summary: str, by: Person, at: datetime | None = None) -> Hearing:
    """Say what the hearing showed; every statement has its answer by then.

    When a plan is laid before the council it must be told how statements were weighed, and what
    they meant (plan- og bygningsloven § 11-14, second paragraph).

    Refuses with NotYoursToSteward, NotNow, AnswersAreMissing or GiveReasons.
    """
    hearing = held(hearing, by, *(state for state in OVER if state != State.REPORTED))
    unanswered = hearing.statements.filter(answer=None, withdrawn_at=None).count()
    if unanswered:
        raise AnswersAreMissing(n=unanswered)
    if not summary.strip():
        raise GiveReasons
    hearing.summary, hearing.reported_at = summary.strip(), at or timezone.now()
    hearing.state = State.REPORTED
    hearing.save(update_fields=["summary", "reported_at", "state"])
    ledger.touch(hearing.initiative.account)
    remember("hearings.reported", by=by.pseudonym_key, about=hearing, within=hearing.initiative)
    return hearing


@transaction.atomic
def lay_report_before(
    *, hearing: Hearing, body: Organisation, recommendation: str, promised_on: date, by: Person
) -> FormalDecision:
    """Lay what follows from the hearing before an elected body, which answers it with reasons.

    Refuses with NotYoursToSteward, NotNow, IsLaidBefore, or as laying before a body does.
    """
    hearing = held(hearing, by, State.REPORTED)
    if hearing.formal is not None:
        raise IsLaidBefore
    formal = lay_before(
        initiative=hearing.initiative,
        body=body,
        title=hearing.title,
        recommendations=[recommendation],
        promised_on=promised_on,
        by=by,
    )
    hearing.formal = formal
    hearing.save(update_fields=["formal"])
    return formal
