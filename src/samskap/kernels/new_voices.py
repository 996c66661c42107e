"""Whether new voices take part, and whether what they say is taken in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from samskap.kernels.answers import Figure
from samskap.kernels.errors import NamedTwice, NoTimeZone, UnknownWord

FORMULA = "new_voices 1.0"

QUIET_MONTHS = 24  # without a contribution, after which a voice is new again
RETURNS_WITHIN_MONTHS = 12
LOW_BELOW = 0.20
HIGH_ABOVE = 0.40
UNHEARD_BELOW = 0.5  # of the share of new voices


class Band(StrEnum):
    """How many of those who take part are new."""

    LOW = "low"
    OK = "ok"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who takes part.

    key     tells the voices apart; it names nobody
    at      when they first took part here
    before  their latest contribution in the municipality before that; None where there was none
    after   their next contribution in the municipality after that; None where there was none
    """

    key: str
    at: datetime
    before: datetime | None = None
    after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Adopted:
    """Something that was adopted.

    authors   those who gave it, as keys of voices; nobody where they are not known
    told_new  whether those who were there say that somebody new was among its authors: of a table
              at a workshop it is known how many were new, and not who
    """

    authors: frozenset[str] = frozenset()
    told_new: bool = False


@dataclass(frozen=True, slots=True)
class NewVoices:
    """What can be said of new voices; every figure says what it rests on.

    new         share of those who take part, n = persons
    first_time  how many of them had never given anything before
    influence   adopted items with at least one new author, n = adopted items
    returned    new persons who gave again within twelve months, n = new persons
    band        None where nobody takes part
    is_unheard  whether there are new voices, and what they say is not taken in
    """

    new: Figure
    first_time: int
    influence: Figure
    returned: Figure
    band: Band | None
    is_unheard: bool


def new_voices(voices: Iterable[Voice], adopted: Iterable[Adopted] = ()) -> NewVoices:
    """Say how many voices are new, whether they are heard, and whether they come back.

    New is whoever gave nothing in the municipality in the 24 months before they took part here;
    a contribution on the very day 24 months ago is old enough. Unheard is flagged only where
    something was adopted: before the first decision nobody could have been heard.

    voices   those who take part, each once
    adopted  each adopted item once; one whose authors are not known counts among them

    Raises NamedTwice for a key that comes twice, UnknownWord for an author who is no voice,
    NoTimeZone for a moment that does not say its zone.

    Source: domain 4.4 (bands are a proposal there, to be calibrated).
    """
    taking_part = list(voices)
    keys = {voice.key for voice in taking_part}
    if len(keys) != len(taking_part):
        raise NamedTwice("a voice comes twice")
    items = list(adopted)
    if unknown := frozenset().union(*(item.authors for item in items)) - keys:
        raise UnknownWord(f"{min(unknown)!r} takes no part")

    new = {voice.key for voice in taking_part if is_new(voice)}
    share = _share(len(new), len(taking_part))
    heard = sum(item.told_new or not item.authors.isdisjoint(new) for item in items)
    influence = _share(heard, len(items))
    is_unheard = (
        share.value is not None
        and influence.value is not None
        and share.value >= LOW_BELOW
        and influence.value < UNHEARD_BELOW * share.value
    )
    return NewVoices(
        new=share,
        first_time=sum(voice.before is None for voice in taking_part),
        influence=influence,
        returned=_share(sum(_came_back(v) for v in taking_part if v.key in new), len(new)),
        band=band_of(share.value),
        is_unheard=is_unheard,
    )


def is_new(voice: Voice) -> bool:
    """Say whether somebody gave nothing in the 24 months before they took part here."""
    _must_say_zone(voice.at, voice.before)
    return voice.before is None or voice.before <= months_from(voice.at, -QUIET_MONTHS)


def band_of(share: float | None) -> Band | None:
    """Name the band of a share: low below 0.20, ok up to 0.40, high above."""
    if share is None:
        return None
    if share < LOW_BELOW:
        return Band.LOW
    return Band.HIGH if share > HIGH_ABOVE else Band.OK


def months_from(moment: datetime, months: int) -> datetime:
    """Go some months on, or back; the 29th, 30th and 31st become the last day of a shorter month.

    So two years before 29 February 2028 is 28 February 2026.
    """
    number = moment.year * 12 + moment.month - 1 + months
    first = moment.replace(year=number // 12, month=number % 12 + 1, day=1)
    next_month = (first + timedelta(days=32)).replace(day=1)
    last_day = (next_month - timedelta(days=1)).day
    return first.replace(day=min(moment.day, last_day))


def _came_back(voice: Voice) -> bool:
    """Say whether somebody gave again within twelve months."""
    _must_say_zone(voice.after)
    if voice.after is None:
        return False
    return voice.at < voice.after <= months_from(voice.at, RETURNS_WITHIN_MONTHS)


def _must_say_zone(*moments: datetime | None) -> None:
    """Refuse a moment that cannot be put before or after another."""
    for moment in moments:
        if moment is not None and moment.tzinfo is None:
            raise NoTimeZone(str(moment))


def _share(part: int, whole: int) -> Figure:
    """Return a share with what it rests on; none of nothing."""
    return Figure(part / whole if whole else None, whole)
