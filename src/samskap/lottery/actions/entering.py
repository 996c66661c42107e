"""Saying yes to being drawn: on the web, on paper, by telephone, or with the code of a letter."""

from collections.abc import Mapping
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from samskap.ledger.hands import Hand
from samskap.ledger.models import Giver
from samskap.lottery import features
from samskap.lottery.actions.starting import household_key, must_answer, new_codes
from samskap.lottery.actions.steps import held
from samskap.lottery.actions.taking_out import reason_for, say_so
from samskap.lottery.errors import (
    CodeIsUnknown,
    CodeIsUsed,
    DrawnNotLongAgo,
    LotIsClosed,
    NotYoursToKeep,
    OnlyByInvitation,
    RegisterElsewhere,
)
from samskap.lottery.models import Entrant, Invitee, Lot, State
from samskap.lottery.permissions import may_keep
from samskap.people.models import Person


@transaction.atomic
def enter(
    *,
    lot: Lot,
    hand: Hand,
    answers: Mapping[str, str],
    street: str = "",
    code: str = "",
) -> Entrant:
    """Say yes to being drawn; who says it again changes their answers.

    answers  feature → value
    street   where they live, where only one of a household is drawn: kept as a key, never in words
    code     from the letter, where the pool is of those who were invited

    Refuses with SignInNeeded, NotYoursToKeep, LotIsClosed, RegisterElsewhere, OnlyByInvitation,
    CodeIsUnknown, CodeIsUsed, DrawnNotLongAgo or AnswerEverything.
    """
    hand.require_level("lottery.enter")
    lot = held(lot)
    if hand.entered_on_behalf and not may_keep(hand.by, lot):
        raise NotYoursToKeep
    if lot.pool == Lot.Pool.GIVEN:
        raise RegisterElsewhere(lot=lot.title)
    if not (lot.takes_in or (hand.entered_on_behalf and lot.state == State.OPEN)):
        raise LotIsClosed(lot=lot.title)
    mine: Entrant | None = lot.entrants.filter(giver=hand.giver).first()
    invitee = mine.invitee if mine else None
    if invitee is None and (code or lot.pool == Lot.Pool.INVITED):
        invitee = invited_with(lot, code)
    must_not_be_drawn_lately(lot, hand.giver)
    said = must_answer(features.read(lot.features), answers)
    household = (invitee.household if invitee else "") or household_key(street, lot)
    if mine:
        mine.features, mine.household = said, household or mine.household
        mine.left_at, mine.left_because = None, ""  # who took it back may say yes again
        mine.save(update_fields=["features", "household", "left_at", "left_because"])
        return mine
    taken = set(lot.entrants.values_list("code", flat=True))
    if invitee:
        invitee.answered_at, invitee.said_yes = timezone.now(), True
        invitee.save(update_fields=["answered_at", "said_yes"])
    made: Entrant = Entrant.objects.create(
        municipality_id=lot.municipality_id,
        lot=lot,
        giver=hand.giver,
        person_id=hand.giver.person_id,
        invitee=invitee,
        code=new_codes(1, taken)[0],
        features=said,
        household=household,
        channel=hand.channel,
        entered_by=hand.by if hand.entered_on_behalf else None,
    )
    return made


def invited_with(lot: Lot, code: str) -> Invitee:
    """The line of the list whose letter carries a code, where nobody has answered it."""
    typed = plain_code(code)
    if not typed:
        raise OnlyByInvitation(lot=lot.title)
    found: Invitee | None = lot.invitees.filter(code=typed).first()
    if found is None:
        raise CodeIsUnknown(typed=code[:20])
    if Entrant.objects.filter(invitee=found).exists():
        raise CodeIsUsed
    return found


def plain_code(typed: str) -> str:
    """A code as it is kept, however it was typed."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def must_not_be_drawn_lately(lot: Lot, giver: Giver) -> None:
    """Refuse whoever was drawn here so lately that this lot makes room for others."""
    if not lot.pause_months:
        return
    drawn = Entrant.objects.filter(
        giver=giver, drawn_in__drawn_at__gt=months_back(lot.pause_months)
    ).exclude(lot=lot)
    last = drawn.order_by("-drawn_in__drawn_at").values_list("drawn_in__drawn_at", flat=True)
    if day := last.first():
        again: date = (timezone.localtime(day) + relativedelta(months=lot.pause_months)).date()
        raise DrawnNotLongAgo(day=date_format(again))


def months_back(months: int) -> datetime:
    """The moment so many months ago."""
    return timezone.now() - relativedelta(months=months)


@transaction.atomic
def say_no(*, lot: Lot, code: str) -> None:
    """Answer a letter with no: nobody asks why, and the line of the list is emptied.

    Refuses with CodeIsUnknown, CodeIsUsed or OnlyByInvitation.
    """
    invitee = invited_with(held(lot), code)
    invitee.answered_at, invitee.said_yes = timezone.now(), False
    invitee.name = invitee.address = invitee.household = ""
    invitee.features = {}
    invitee.save()


@transaction.atomic
def withdraw(*, entrant: Entrant, by: Person, because: str = "") -> None:
    """Take a yes back before the draw: one’s own, or as a steward that of another, and say why.

    Of one’s own nothing is left before the panels are worked out; later the code stays. Whoever a
    steward takes out stays as a code with the reason, so that they can be told.

    Refuses with NotYoursToKeep or SayWhyTheyAreOut.
    """
    lot = held(entrant.lot)
    reason = reason_for(lot=lot, entrant=entrant, by=by, because=because)
    fresh: Entrant | None = lot.entrants.filter(pk=entrant.pk).first()
    if fresh is None or fresh.left_at:
        return
    if not reason and lot.state in (State.OPEN, State.CLOSED) and fresh.drawn_in_id is None:
        fresh.delete()
        return
    fresh.left_at, fresh.left_because = timezone.now(), reason
    fresh.features, fresh.household, fresh.chance = {}, "", None
    fresh.save(update_fields=["left_at", "left_because", "features", "household", "chance"])
    if reason:
        say_so(lot=lot, entrant=fresh, by=by)
