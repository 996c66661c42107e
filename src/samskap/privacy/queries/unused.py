"""Accounts that nobody uses: since when, who may go, and who was told."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from samskap.base.modules import announced
from samskap.people.models import Person, Role, Session
from samskap.privacy.models import Forewarning, RetentionRule
from samskap.privacy.queries.keeping import days_by, keepings

RULE = "privacy.unused_accounts"
NOTICE = timedelta(days=60)  # from the letter to the day on which the account goes


def unused_since(before: datetime) -> QuerySet[Person]:
    """Whoever has neither signed in nor looked in since a moment, and holds no office."""
    today, mine = timezone.localdate(), OuterRef("pk")
    offices = Role.objects.exclude(role=Role.Name.RESIDENT).held_on(today)
    looked_in = Session.objects.filter(person=mine, seen_on__gte=timezone.localdate(before))
    signed_in_before = Q(last_login__lt=before) | Q(last_login=None, joined_at__lt=before)
    return Person.objects.filter(
        ~Exists(offices.filter(person=mine)), ~Exists(looked_in), signed_in_before, is_active=True
    )


def empty_since(before: datetime) -> QuerySet[Person]:
    """Accounts from before a moment that nobody has ever signed in to, and that belong nowhere."""
    never = unused_since(before).filter(last_login=None)
    return never.exclude(Exists(Role.objects.filter(person=OuterRef("pk"))))


def told_and_unused(before: datetime) -> QuerySet[Forewarning]:
    """Those who were told long enough ago, and have not been here since a moment."""
    told = Forewarning.objects.filter(told_at__lte=timezone.now() - NOTICE)
    return told.filter(person__in=unused_since(before))


def awaited_among(keys: Collection[int]) -> set[int]:
    """Of some people those whom somebody still waits for."""
    return {key for awaited in announced("awaits") for key in awaited(keys)}


def may_go(keys: Collection[int], *, on: datetime) -> set[int]:
    """Of some people those whose accounts may go at a moment, which may lie ahead.

    Nobody waits for them, and their time is over in every municipality where they take part: one
    account serves all of them, so the longest time counts.
    """
    days_of_person: dict[int, int] = defaultdict(int)
    (keeping,) = (one for one in keepings() if one.key == RULE)
    taking_part = (
        Role.objects.filter(person__in=keys).order_by().values_list("person", "municipality")
    )
    rules = RetentionRule.objects.filter(
        key=RULE, municipality__in=taking_part.values("municipality")
    )
    chosen = {rule.municipality_id: days_by(keeping, rule) for rule in rules}
    for person, municipality in taking_part.distinct():
        days = chosen.get(municipality, keeping.days)
        days_of_person[person] = max(days_of_person[person], days)
    people_by_days: dict[int, list[int]] = defaultdict(list)
    for person, days in days_of_person.items():
        people_by_days[days].append(person)
    over = {
        key
        for days, some in people_by_days.items()
        for key in unused_since(on - timedelta(days=days))
        .filter(pk__in=some)
        .values_list("pk", flat=True)
    }
    return over - awaited_among(over) if over else over
