"""Reviews in the calendars of those who sit at the table."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.base.calendars import Entry
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.negotiations.models import Review, Spokesperson
from samskap.negotiations.permissions import spoken_for_by
from samskap.people.models import Person

NINE = time(9)


def own_entries(person: Person, municipality: Municipality) -> list[Entry]:
    """The reviews ahead of the tables where somebody sits or mediates."""
    seats = Spokesperson.objects.of(municipality).filter(spoken_for_by(person))
    ahead = Review.objects.of(municipality).filter(held_on=None)
    mine = ahead.filter(negotiation__parties__in=seats.values("party")) | ahead.filter(
        negotiation__mediator=person
    )
    found = mine.select_related("negotiation__initiative").distinct()
    house = address_of(municipality)
    return [entry_of(review, house) for review in found]


def entry_of(review: Review, house: str) -> Entry:
    """A review as an event of a calendar; the hour is only there so that it is seen."""
    starts = timezone.make_aware(datetime.combine(review.due_on, NINE))
    slug = review.negotiation.initiative.slug
    return Entry(
        uid=f"review-{review.negotiation.public_id}-{review.pk}",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        title=_("Review of what was promised: %(matter)s") % {"matter": review.negotiation.matter},
        place="",
        text="",
        url=f"{house}{address('negotiations:reviews', slug)}",
        changed_at=review.negotiation.agreed_at or review.negotiation.started_at,
        is_busy=False,
    )
