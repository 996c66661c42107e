"""Drafts: kept for whoever shows an address, and thrown away."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.people.errors import DraftsAreMany
from samskap.people.models import Draft, Person
from samskap.people.models.draft import KEPT

MOST = 20  # for one address


@transaction.atomic
def keep_draft(
    *,
    municipality: Municipality,
    email: str,
    path: str,
    title: str,
    fields: list[list[Any]],
    shown: list[list[str]],
) -> Draft:
    """Keep what somebody wrote for whoever shows that an address is theirs.

    Refuses with DraftsAreMany: an address can be written by anybody.
    """
    fresh = Draft.objects.filter(email=email, kept_at__gt=timezone.now() - KEPT)
    if fresh.count() >= MOST:
        raise DraftsAreMany
    return Draft.objects.create(
        municipality=municipality,
        email=email,
        path=path,
        title=title[:200],
        fields=fields,
        shown=shown,
    )


@transaction.atomic
def claim_drafts(*, by: Person) -> None:
    """Let what was written with an address belong to whoever has signed in with it."""
    Draft.objects.filter(email=by.email, person=None).update(person=by)


@transaction.atomic
def throw_away(*, draft: Draft, by: Person) -> None:
    """Throw one’s own draft away."""
    Draft.objects.filter(pk=draft.pk, person=by).delete()
