"""Choosing by lot: the pool is those who registered and declared, the draw is anybody’s to check.

The lot itself, its chances and its seed belong to `lottery`; here it is started, and those whom it
has drawn are seated.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samskap.committees.actions.choosing import put_on_record
from samskap.committees.actions.steps import locked
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.team import CallIsStillOpen, NobodyToDraw, NotDrawnYet
from samskap.committees.models import Call, Choice, Registration, Seat
from samskap.committees.models.team import Way
from samskap.committees.permissions import may_keep
from samskap.committees.queries.by_lot import (
    features_of,
    key_of,
    lot_of,
    perspective_of,
    pool_of,
    quotas_of,
    seats_to_draw,
)
from samskap.committees.queries.charter import charter_in_force
from samskap.lottery.actions import Registered, start_lot
from samskap.lottery.models import Lot
from samskap.lottery.queries import result_of
from samskap.people.models import Person

Outcome = Choice.Outcome


@transaction.atomic
def start(*, call: Call, by: Person) -> Lot:
    """Start the lot of a call for the free seats of residents; a second press starts nothing.

    Refuses with NotYoursToKeep, CallIsStillOpen or NobodyToDraw, and as `start_lot` does.
    """
    call = _held(call, by)
    if call.closed_at is None:
        raise CallIsStillOpen
    seats, pool = seats_to_draw(call), pool_of(call)
    if not seats or len(pool) < len(seats):
        raise NobodyToDraw(persons=len(pool), seats=len(seats))
    committee = call.committee
    charter = charter_in_force(committee)
    return start_lot(
        initiative=committee.initiative,
        title=committee.title,
        size=len(seats),
        quotas=quotas_of(seats, balances_sexes=charter is None or charter.balances_sexes),
        entrants=[
            Registered(
                giver=each.giver,
                features=features_of(each, seats),
                household=each.giver.person.household if each.giver.person else "",
                reference=str(each.pk),
                channel=each.channel,
            )
            for each in pool
        ],
        by=by,
        language=committee.language,
        public_id=key_of(call),
    )


@transaction.atomic
def seat_drawn(*, call: Call, by: Person) -> int:
    """Seat those whom the lot has drawn, and put every outcome on record; returns how many.

    Pressing again seats only who was drawn since, in the place of somebody who left.

    Refuses with NotYoursToKeep or NotDrawnYet.
    """
    call = _held(call, by)
    lot = lot_of(call)
    drawn = result_of(lot) if lot is not None else None
    if lot is None or drawn is None:
        raise NotDrawnYet
    keys = {int(entrant.reference) for entrant in drawn.panel if entrant.reference}
    seats, seated = seats_to_draw(call), 0
    with override(call.committee.language):
        lucky = _("Drawn by lot: %(lot)s") % {"lot": lot.get_absolute_url()}
        others = _("Others were drawn: %(lot)s") % {"lot": lot.get_absolute_url()}
    for registration in pool_of(call):
        registration.call = call
        if registration.pk in keys and not _was(registration, Outcome.MEMBER):
            seat = _seat_for(registration, seats)
            put_on_record(
                registration=registration, outcome=Outcome.MEMBER, reason=lucky, by=by, seat=seat
            )
            seats = [each for each in seats if each != seat]
            seated += 1
        elif registration.pk not in keys and not registration.choices.all():
            put_on_record(
                registration=registration, outcome=Outcome.NOT_CHOSEN, reason=others, by=by
            )
    return seated


def _held(call: Call, by: Person) -> Call:
    """Hold the committee of a call that is drawn by lot; refuse those who do not keep it."""
    call = Call.objects.select_related("municipality").get(pk=call.pk)
    call.committee = locked(call.committee)
    if call.way != Way.LOT or not may_keep(by, call.committee):
        raise NotYoursToKeep(committee=call.committee.title)
    return call


def _was(registration: Registration, outcome: str) -> bool:
    """Whether this was chosen about somebody before."""
    return any(choice.outcome == outcome for choice in registration.choices.all())


def _seat_for(registration: Registration, seats: list[Seat]) -> Seat | None:
    """A free seat for somebody: of their perspective where there is one, else any."""
    wanted = perspective_of(registration, seats)
    own = (seat for seat in seats if seat.perspective == wanted)
    return next(own, seats[0] if seats else None)
