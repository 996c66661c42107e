"""The lot of a call, and the targets it is drawn by."""

from collections import Counter
from collections.abc import Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from samskap.committees.models import Call, Registration, Seat
from samskap.committees.models.team import Role, Sex
from samskap.committees.queries.team import declared_givers, free_seats, registrations_of
from samskap.kernels.composition import least_of_each
from samskap.kernels.lot import Quota
from samskap.lottery.models import Lot

SEX, PERSPECTIVE = "sex", "perspective"
OTHER, UNTOLD = "other", "untold"  # values that no target names


def key_of(call: Call) -> UUID:
    """The key by which the lot of a call is known: always the same, so that it is started once."""
    return uuid5(NAMESPACE_URL, f"samskap:committees:call:{call.pk}")


def lot_of(call: Call) -> Lot | None:
    """The lot that was started for a call."""
    own = Lot.objects.filter(initiative__committee=call.committee_id, pool=Lot.Pool.GIVEN)
    found: Lot | None = own.filter(public_id=key_of(call)).first()
    return found


def seats_to_draw(call: Call) -> list[Seat]:
    """The free seats for residents."""
    return list(free_seats(call.committee).filter(role=Role.RESIDENT))


def pool_of(call: Call) -> list[Registration]:
    """Those who registered in a call, have declared, and do not sit there already."""
    declared = declared_givers(call.committee)
    there = set(call.committee.members.filter(until=None).values_list("giver", flat=True))
    return [
        each
        for each in registrations_of(call.committee).filter(call=call)
        if each.giver_id in declared and each.giver_id not in there
    ]


def perspective_of(registration: Registration, seats: Sequence[Seat]) -> str:
    """The perspective somebody is drawn for: of the seat they suit, else the first they bring."""
    wanted = {seat.perspective for seat in seats}
    suits = registration.suits.perspective if registration.suits else ""
    return next((each for each in (suits, *registration.perspectives) if each in wanted), OTHER)


def features_of(registration: Registration, seats: Sequence[Seat]) -> dict[str, str]:
    """What the lot balances somebody by."""
    return {
        SEX: registration.sex or UNTOLD,
        PERSPECTIVE: perspective_of(registration, seats),
    }


def quotas_of(seats: Sequence[Seat], *, balances_sexes: bool) -> list[Quota]:
    """The targets: every perspective its seats, each sex its share where the charter asks for it.

    A perspective that one could do without may stay away.
    """
    size = len(seats)
    least = least_of_each(size) if balances_sexes else 0
    sexes = [Quota(SEX, sex, least, size) for sex in (Sex.WOMAN.value, Sex.MAN.value)]
    sexes += [Quota(SEX, sex, 0, size) for sex in (Sex.OTHER.value, UNTOLD)]
    of_each = Counter(seat.perspective for seat in seats)
    needed = Counter(seat.perspective for seat in seats if seat.is_essential)
    perspectives = [
        Quota(PERSPECTIVE, name, needed[name], max(count, needed[name]))
        for name, count in of_each.items()
    ]
    room = size - sum(needed.values())
    return [*sexes, *perspectives, Quota(PERSPECTIVE, OTHER, 0, room)]
