"""What employees, unions and others say about the displacement check."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import ask_leave, locked
from samskap.initiatives.errors.initiative import NotSaidYet
from samskap.initiatives.models import Initiative, Statement
from samskap.ledger.actions import touch
from samskap.people.models import Person


@transaction.atomic
def attach_statement(
    *,
    initiative: Initiative,
    by: Person,
    by_whom: str,
    stance: str,
    says: str,
    said_on: date,
    source: str = "",
) -> Statement:
    """Attach what somebody says, word for word; a contrary statement stands as well as any.

    Refuses with NotYoursToChange or NotSaidYet.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    if said_on > timezone.localdate():
        raise NotSaidYet
    statement = Statement.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        by_whom=by_whom.strip(),
        stance=stance,
        says=says.strip(),
        said_on=said_on,
        source=source,
    )
    remember(
        "initiatives.statement_attached", by=by.pseudonym_key, about=statement, within=initiative
    )
    touch(initiative.account)
    return statement
