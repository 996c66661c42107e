"""Declaring: that one is not locked to a solution, and what binds one (R-058)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Committee, Declaration
from samskap.committees.permissions import may_enter_for_others
from samskap.ledger.models import Giver
from samskap.people.models import Person


@transaction.atomic
def declare(
    *,
    committee: Committee,
    giver: Giver,
    by: Person,
    is_open: bool,
    interests: str = "",
    at: datetime | None = None,
) -> Declaration:
    """Declare for oneself; those who work there write down what others said. The newest holds.

    Saying the same again changes nothing. Refuses with NotYoursToKeep.
    """
    is_own = giver.person_id == by.pk and giver.person_id is not None
    if not is_own and (giver.person_id or not may_enter_for_others(by, committee)):
        raise NotYoursToKeep(committee=committee.title)
    last: Declaration | None = Declaration.objects.filter(committee=committee, giver=giver).first()
    if last and (last.is_open, last.interests) == (is_open, interests.strip()):
        return last
    made: Declaration = Declaration.objects.create(
        municipality=committee.municipality,
        committee=committee,
        giver=giver,
        is_open=is_open,
        interests=interests.strip(),
        by=by,
        at=at or timezone.now(),
    )
    remember("committees.declared", by=by.pseudonym_key, about=made, within=committee.initiative)
    return made
