"""Digests: many notices in one letter, for those who want it so and for what the limits held back.

Written batch by batch: a municipality of fifty thousand takes no more memory than one of a hundred,
and the queue holds one job for each batch, never one for each person.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count, Exists, Min, OuterRef, Subquery
from django.utils import timezone

from samskap.notices.models import Letter, Limits, Notice

BATCH = 100  # persons; also how many letters go over one connection to the mail server
WEEK = timedelta(days=7)
MONDAY = 0
GIVEN_UP_AFTER = timedelta(days=2)  # the queue has tried for a day and a half by then
TRIED_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Pile:
    """What waits for one person in one municipality."""

    person_id: int
    municipality_id: int
    since: datetime  # of the oldest


@transaction.atomic
def write_digests_of(day: date, *, after: int = 0) -> tuple[list[int], int | None]:
    """Write the digests of a day for the next batch of persons.

    after    the key of the last person of the batch before
    returns  the keys of the letters, and the key to go on after; None when that was the last batch

    A second time it finds that the notices lie in letters already, and writes nothing.
    """
    waiting = Notice.objects.held_back().filter(person_id__gt=after).order_by("person_id")
    persons = list(waiting.values_list("person_id", flat=True).distinct()[:BATCH])
    if not persons:
        return [], None
    now = timezone.now()
    letters = [
        Letter(
            person_id=pile.person_id,
            municipality_id=pile.municipality_id,
            cause=f"digest:{day:%Y-%m-%d}",
            made_at=now,
        )
        for pile in _due(_piles_of(persons), day=day, now=now)
    ]
    # Whoever has a letter of this day already (a worker woke up late) gets no second one.
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    written = list(
        Letter.objects.waiting()
        .filter(person__in=persons, cause=f"digest:{day:%Y-%m-%d}", made_at=now)
        .values_list("pk", flat=True)
    )
    _fill(written, persons)
    return written, persons[-1] if len(persons) == BATCH else None


def _piles_of(persons: list[int]) -> Iterable[Pile]:
    """What waits for each of these persons, one pile for each municipality."""
    found = (
        Notice.objects.held_back()
        .filter(person__in=persons)
        .order_by()
        .values_list("person_id", "municipality_id")
        .annotate(since=Min("at"))
    )
    return [Pile(*row) for row in found.order_by("person_id", "municipality_id")]


def _due(piles: Iterable[Pile], *, day: date, now: datetime) -> list[Pile]:
    """Those piles that make a letter on this day, within what each person’s limits allow."""
    piles = list(piles)
    persons = {pile.person_id for pile in piles}
    limits_of = {each.person_id: each for each in Limits.objects.filter(person__in=persons)}
    lately = Letter.objects.filter(
        person__in=persons, carrier=Letter.Carrier.MAIL, made_at__gt=now - WEEK
    ).exclude(outcome=Letter.Outcome.DROPPED)
    written = Counter(dict(lately.order_by().values_list("person_id").annotate(n=Count("pk"))))
    due = []
    for pile in piles:
        limits = limits_of.get(pile.person_id) or Limits(person_id=pile.person_id)
        if is_due(limits, pile, day=day, now=now) and written[pile.person_id] < limits.mails_a_week:
            written[pile.person_id] += 1
            due.append(pile)
    return due


def is_due(limits: Limits, pile: Pile, *, day: date, now: datetime) -> bool:
    """Whether a person’s choice asks for a digest on this day.

    Whoever wants letters at once has something here only where the limits held it back.
    """
    has_waited = pile.since <= now - WEEK
    return {
        Limits.Mail.AT_ONCE: True,
        Limits.Mail.DAILY: True,
        Limits.Mail.WEEKLY: day.weekday() == MONDAY or has_waited,
        Limits.Mail.CATCH_UP: has_waited,
        Limits.Mail.NEVER: False,
    }[Limits.Mail(limits.mail)]


def _fill(letters: list[int], persons: list[int]) -> None:
    """Put what is held back for these persons into their letters."""
    its_letter = Letter.objects.filter(
        pk__in=letters, person=OuterRef("person"), municipality=OuterRef("municipality")
    ).values("pk")
    held_back = Notice.objects.held_back().filter(Exists(its_letter), person__in=persons)
    held_back.update(letter_id=Subquery(its_letter[:1]))


@transaction.atomic
def letters_left() -> list[int]:
    """Find the letters that the queue gave up, so that they are tried for two weeks in all.

    What could not be sent by then is old news, and is dropped.
    """
    now = timezone.now()
    waiting = Letter.objects.waiting().free_at(now)
    waiting.filter(made_at__lte=now - TRIED_FOR).update(
        outcome=Letter.Outcome.DROPPED, ended_at=now
    )
    left = waiting.filter(made_at__lte=now - GIVEN_UP_AFTER)
    return list(left.values_list("pk", flat=True))
