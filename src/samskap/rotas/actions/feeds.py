"""Private addresses of calendars: made, read, closed."""

import secrets
from hashlib import sha256

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import require_level
from samskap.rotas.errors import NotYourFeed
from samskap.rotas.models import FeedKey, Rota
from samskap.rotas.permissions import LEAST_LEVEL

KEY_BYTES = 32


def hash_of(key: str) -> str:
    """Return what is kept of a key: whoever reads the database cannot read the calendar with it."""
    return sha256(key.encode()).hexdigest()


@transaction.atomic
def open_feed(*, person: Person, municipality: Municipality, rota: Rota | None = None) -> str:
    """Make a private address of a calendar and return its key, which is kept nowhere.

    An older address of the same calendar is closed: whoever asks again has lost the first, or
    wants nobody to read it any more.

    rota  the calendar of this rota; the person’s own turns where there is none

    Refuses with SignInNeeded.
    """
    require_level(person, LEAST_LEVEL)
    # Two presses at once: the second waits here, and closes what the first has made.
    Person.objects.select_for_update().get(pk=person.pk)
    close(FeedKey.objects.of(municipality).filter(person=person, rota=rota))
    key = secrets.token_urlsafe(KEY_BYTES)
    FeedKey.objects.create(
        municipality=municipality, person=person, rota=rota, key_hash=hash_of(key)
    )
    return key


def close_feed(*, feed: FeedKey, by: Person) -> None:
    """Close an address; whoever asks there finds nothing. Closing twice changes nothing.

    Refuses with NotYourFeed.
    """
    if feed.person_id != by.pk:
        raise NotYourFeed
    close(FeedKey.objects.filter(pk=feed.pk))


def close(feeds: "QuerySet[FeedKey]") -> None:
    """Close those that are open."""
    feeds.filter(revoked_at=None).update(revoked_at=timezone.now())


def feed_behind(key: str, municipality: Municipality) -> FeedKey | None:
    """Find what a key opens: nothing where it was closed, or whose account is gone."""
    feed: FeedKey | None = (
        FeedKey.objects.of(municipality)
        .filter(key_hash=hash_of(key), revoked_at=None, person__is_active=True)
        .select_related("person", "rota__municipality", "rota__initiative")
        .first()
    )
    if feed and feed.read_on != timezone.localdate():
        feed.read_on = timezone.localdate()
        feed.save(update_fields=["read_on"])
    return feed
