"""Questions about notices."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from samskap.base.prepared import Prepared
from samskap.municipalities.models import Municipality
from samskap.notices.models import CaughtUp, Limits, Notice, Wish
from samskap.people.models import Person

MANY = 100  # from here on it only says that there are many
A_NEW_READER_SEES = timedelta(days=14)
MOST_TOLD = 200  # on the page of what happened meanwhile

unread = Prepared(
    lambda person, municipality: (
        Notice.objects.filter(municipality=municipality, person=person, read_at=None)
        .order_by()
        .values_list("pk", flat=True)[:MANY]
    ),
    person=int,
    municipality=int,
)


def notices_of(person: Person, municipality: Municipality) -> QuerySet[Notice]:
    """What a person has been told in a municipality, newest first."""
    return Notice.objects.of(municipality).filter(person=person)


def unread_count(person: Person, municipality: Municipality) -> int:
    """How many notices a person has not read; never counts further than MANY."""
    return len(unread.all(person=person.pk, municipality=municipality.pk))


def limits_of(person: Person) -> Limits:
    """The limits that a person has set, or those that hold until then."""
    return Limits.objects.filter(person=person).first() or Limits(person=person)


def ways_of(person: Person) -> dict[str, str]:
    """How a person wants to hear of each subject that they have chosen for: subject → way."""
    return dict(Wish.objects.filter(person=person).values_list("subject", "way"))


def caught_up_until(person: Person, municipality: Municipality) -> datetime:
    """Until when a person has seen what happened here; two weeks back for who never said so."""
    seen = CaughtUp.objects.of(municipality).filter(person=person)
    found = seen.values_list("until", flat=True).first()
    return found or timezone.now() - A_NEW_READER_SEES


def told_since(
    person: Person, municipality: Municipality, moment: datetime
) -> dict[str, list[Notice]]:
    """What a person was told since a moment: subject → its notices, newest first."""
    told: defaultdict[str, list[Notice]] = defaultdict(list)
    for notice in notices_of(person, municipality).filter(at__gt=moment)[:MOST_TOLD]:
        told[notice.subject].append(notice)
    return dict(told)
