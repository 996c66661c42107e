"""Letting go of somebody who deletes their account."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from samskap.ledger import actions as ledger
from samskap.people.models import Person
from samskap.rotas.actions.line import move_up
from samskap.rotas.actions.places import held, hold_all, hold_givers
from samskap.rotas.models import (
    Clearance,
    Correction,
    DutyChange,
    FeedKey,
    Helper,
    InLine,
    Move,
    Plan,
    Shift,
    Suggestion,
    Swap,
    Turn,
)

AHEAD = (Turn.Status.TAKEN, Turn.Status.CONFIRMED)


@transaction.atomic
def forget(person: Person) -> None:
    """Blank what rotas hold about somebody; called in the transaction that deletes the account.

    Turns ahead are handed back, and the line moves up. Shifts that were held stay held:
    hours and cover are about the place. Nothing says any more whose they were.
    """
    mine = Turn.objects.filter(person=person)
    waiting = Swap.objects.filter(status=Swap.Status.ASKED)
    waiting.filter(Q(turn__person=person) | Q(asked=person)).update(
        status=Swap.Status.WITHDRAWN, answered_at=timezone.now()
    )
    Swap.objects.filter(turn__person=person).update(words="")
    Swap.objects.filter(asked=person).update(asked=None)
    Swap.objects.filter(answered_by=person).update(answered_by=None)
    ahead = list(mine.filter(status__in=AHEAD).select_related("need__duty"))
    hold_all(turn.shift_id for turn in ahead)
    lines = InLine.objects.filter(need__in=[turn.need_id for turn in ahead])
    hold_givers(*lines.values_list("giver_id", flat=True))
    mine.filter(status__in=AHEAD).update(status=Turn.Status.HANDED_BACK, settled_at=timezone.now())
    Correction.objects.filter(Q(by=person) | Q(turn__person=person)).update(because="")
    Correction.objects.filter(by=person).update(by=None)
    mine.update(person=None, reminded_at=None, asked_at=None, checked_in_at=None)
    Turn.objects.filter(entered_by=person).update(entered_by=None)
    InLine.objects.filter(person=person).delete()
    for turn in ahead:
        shift = held(turn.shift_id)
        move_up(turn.need, shift)
        ledger.touch(shift.rota.initiative.account)
    Helper.objects.filter(person=person).delete()
    Clearance.objects.filter(person=person).delete()
    Clearance.objects.filter(seen_by=person).update(seen_by=None)
    Suggestion.objects.filter(person=person).delete()
    Suggestion.objects.filter(answered_by=person).update(answered_by=None)
    Plan.objects.filter(made_by=person).update(made_by=None)
    FeedKey.objects.filter(person=person).delete()
    Shift.objects.filter(cancelled_by=person).update(cancelled_by=None)
    DutyChange.objects.filter(by=person).update(by=None)
    Move.objects.filter(by=person).update(by=None)
    person.coordinates.clear()
