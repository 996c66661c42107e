"""Questions about notices."""

from django.db.models import QuerySet

from samskap.municipalities.models import Municipality
from samskap.notices.models import Limits, Notice
from samskap.people.models import Person

MANY = 100  # from here on it only says that there are many


def notices_of(person: Person, municipality: Municipality) -> QuerySet[Notice]:
    """What a person has been told in a municipality, newest first."""
    return Notice.objects.of(municipality).filter(person=person)


def unread_count(person: Person, municipality: Municipality) -> int:
    """How many notices a person has not read; never counts further than MANY."""
    unread = notices_of(person, municipality).filter(read_at=None).order_by()
    return unread[:MANY].count()


def limits_of(person: Person) -> Limits:
    """The limits that a person has set, or those that hold until then."""
    return Limits.objects.filter(person=person).first() or Limits(person=person)
