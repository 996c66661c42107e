"""Letting go of somebody who deletes their account, or who said yes on paper."""

from secrets import token_hex

from django.db.models import QuerySet
from django.utils import timezone

from samskap.ledger.models import Giver
from samskap.lottery.models import Entrant, Invitee, Round, State, Step
from samskap.people.models import Person

BEFORE_THE_PLAN = (State.OPEN, State.CLOSED)


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    Before the panels are worked out their yes is taken back. Later the code stays in what was
    sealed, and leads to nobody; a seat that they held is empty.
    """
    let_go(Entrant.objects.filter(person=person))
    Entrant.objects.filter(entered_by=person).update(entered_by=None)
    Step.objects.filter(by=person).update(by=None, reason="")
    Round.objects.filter(typed_by=person).update(typed_by=None)
    Round.objects.filter(confirmed_by=person).update(confirmed_by=None)
    person.lots_kept.clear()


def forget_giver(giver: Giver) -> None:
    """Let go of somebody without an account, who said yes on paper or by telephone."""
    let_go(Entrant.objects.filter(giver=giver))


def let_go(entrants: "QuerySet[Entrant]") -> None:
    """Take a yes back, or leave only the code of it."""
    lines = Invitee.objects.filter(entrant__in=entrants)
    for line in lines:
        line.name = line.address = line.household = line.code = ""
        line.features, line.said_yes, line.key = {}, None, token_hex(32)
        line.save()
    entrants.filter(drawn_in=None, lot__state__in=BEFORE_THE_PLAN).delete()
    entrants.filter(left_at=None).update(left_at=timezone.now())
    entrants.update(
        person=None, features={}, household="", chance=None, left_because="", invitee=None
    )
