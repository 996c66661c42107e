"""How a committee is composed: seats against profiles, perspectives, sexes, ages, areas."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from samskap.committees.models import Committee, Member, Seat
from samskap.committees.models.team import Sex
from samskap.kernels.composition import Balance, balance_of, band_of, coverage
from samskap.kernels.suppression import hide_small


@dataclass(frozen=True, kw_only=True)
class Held:
    """One seat, who sits there, and whether they are of the age it asks for (None: not known)."""

    seat: Seat
    member: Member | None
    is_of_age: bool | None


@dataclass(frozen=True, kw_only=True)
class Perspective:
    """A perspective that seats ask for, and how many members bring it."""

    name: str
    is_essential: bool
    is_new: bool
    brought_by: int


@dataclass(frozen=True, kw_only=True)
class Composition:
    """A committee against its profiles.

    balance   of the sexes; None where nobody sits there
    ages      band → members; small cells are hidden, and then None
    areas     name → members, likewise
    untold    members who have not told their age, and their area
    """

    seats: list[Held]
    beside: list[Member]
    perspectives: list[Perspective]
    balance: Balance | None
    ages: dict[str, int | None]
    areas: dict[str, int | None]

    @property
    def missing(self) -> list[Perspective]:
        """The perspectives that nobody brings, those we cannot do without first."""
        gone = [each for each in self.perspectives if not each.brought_by]
        return sorted(gone, key=lambda each: not each.is_essential)


def composition_of(committee: Committee, members: Sequence[Member]) -> Composition:
    """Hold a committee against its seats.

    members  all of them, as `members_of` gives them
    """
    sitting = [member for member in members if member.until is None and not member.is_substitute]
    seats = list(committee.seats.filter(dropped_at=None))
    in_seat = {member.seat_id: member for member in sitting if member.seat_id}
    held = [
        Held(
            seat=seat,
            member=(member := in_seat.get(seat.pk)),
            is_of_age=_is_of_age(seat, member) if member else None,
        )
        for seat in seats
    ]
    kept = {seat.pk for seat in seats}
    return Composition(
        seats=held,
        beside=[member for member in sitting if member.seat_id not in kept],
        perspectives=_perspectives(seats, sitting),
        balance=_balance(sitting),
        ages=_ages(sitting),
        areas=_hidden(Counter(member.area.name for member in sitting if member.area)),
    )


def _perspectives(seats: Sequence[Seat], sitting: Sequence[Member]) -> list[Perspective]:
    """Each perspective once, with how many bring it: by their seat, or as they told."""
    of_seat = {seat.pk: seat.perspective for seat in seats}
    brought = [
        {*member.perspectives, *filter(None, [of_seat.get(member.seat_id or 0)])}
        for member in sitting
    ]
    count = coverage([seat.perspective for seat in seats], brought)
    return [
        Perspective(
            name=name,
            is_essential=any(seat.is_essential for seat in seats if seat.perspective == name),
            is_new=any(seat.is_new for seat in seats if seat.perspective == name),
            brought_by=members,
        )
        for name, members in count.items()
    ]


def _balance(sitting: Sequence[Member]) -> Balance | None:
    """The balance of the sexes among those who sit there."""
    if not sitting:
        return None
    told = Counter(member.sex for member in sitting)
    return balance_of(told[Sex.WOMAN], told[Sex.MAN], others=told[Sex.OTHER], untold=told[""])


def _ages(sitting: Sequence[Member]) -> dict[str, int | None]:
    """How many are of which age, where it is many enough."""
    today = timezone.localdate()
    bands = Counter(
        band_of(max(0, age)) for member in sitting if (age := member.age_in(today)) is not None
    )
    return _hidden({_band_said(band): count for band, count in sorted(bands.items())})


def _band_said(band: tuple[int, int]) -> str:
    """An age band in figures."""
    first, last = band
    return f"{first}–{last}" if last < 120 else f"{first}+"


def _hidden(persons_of: dict[str, int] | Counter[str]) -> dict[str, int | None]:
    """Counts of persons, with small cells hidden."""
    return hide_small(dict(persons_of)).count_of


def _is_of_age(seat: Seat, member: Member) -> bool | None:
    """Whether a member is of the age that a seat asks for; None where it asks for none."""
    if seat.least_age is None and seat.most_age is None:
        return None
    age = member.age_in(member.since)
    if age is None:
        return None
    return (seat.least_age or 0) <= age <= (seat.most_age or 200)
