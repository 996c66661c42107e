"""Reading whether new voices come to an event, and whether what they say is taken in."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from samskap.kernels.new_voices import Adopted, NewVoices, Voice, new_voices
from samskap.ledger.models import Account, Adoption, Contribution
from samskap.meetings.models import Attendance, Event, Note
from samskap.municipalities.models import Municipality


def voices_at(event: Event) -> NewVoices:
    """Say how many of those who came to an event are new, and what of theirs was adopted since.

    Those who came are those of whom it was written down by name; at most four questions.

    Source: domain 4.4.
    """
    came = Attendance.objects.filter(event=event, came=True).values_list("person", flat=True)
    first = dict.fromkeys(came, event.starts_at)
    voices = voices_of(first, event.municipality)
    return new_voices(voices, adopted_since(event.initiative.account, event.starts_at, first))


def voices_of(first: Mapping[int, datetime], municipality: Municipality) -> list[Voice]:
    """The voices of some people: when each took part first, and what they gave before and after.

    first  key of a person → when they first took part
    """
    before: dict[int, datetime] = {}
    after: dict[int, datetime] = {}
    rows = Contribution.objects.of(municipality).filter(giver__person__in=list(first))
    for person, at in rows.order_by("at").values_list("giver__person", "at"):
        if at < first[person]:
            before[person] = at
        elif at > first[person]:
            after.setdefault(person, at)
    return [
        Voice(key=str(person), at=at, before=before.get(person), after=after.get(person))
        for person, at in first.items()
    ]


def adopted_since(
    account: Account, moment: datetime | None, people: Iterable[int]
) -> list[Adopted]:
    """What was adopted since a moment, with those of some people who gave it.

    Of a table it is known how many were new; so is it of every table whose note says the same.
    """
    taken = Adoption.objects.filter(account=account)
    if moment is not None:
        taken = taken.filter(at__gte=moment)
    known = set(people)
    givers = dict(taken.order_by().values_list("contribution", "contribution__giver__person"))
    notes = Note.objects.filter(contribution__in=list(givers), table__seated_new__gt=0)
    told_new = set(notes.values_list("contribution", flat=True))
    return [
        Adopted(
            authors=frozenset({str(person)} if person in known else ()),
            told_new=contribution in told_new,
        )
        for contribution, person in givers.items()
    ]
