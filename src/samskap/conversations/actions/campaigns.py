"""Marking comments that say nearly the same, so that everybody sees it; nothing follows from it.

A campaign is a legal way to speak up together. Who hides or limits is a person, never this count.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from samskap.conversations.models import Comment, State
from samskap.kernels.shingles import near_duplicates
from samskap.municipalities.models import Municipality

LOOKED_AT = timedelta(days=90)
LEAST = 3  # comments that make a campaign
BATCH = 500
NONE = (None, 0)


@transaction.atomic
def mark_campaigns(*, municipality: Municipality) -> int:
    """Mark the comments of a quarter that say nearly the same; return how many groups there are."""
    since = timezone.now() - LOOKED_AT
    shown = Comment.objects.of(municipality).filter(state=State.SHOWN, at__gt=since)
    said = list(shown.order_by("at", "pk").values_list("pk", "text"))
    found = near_duplicates([text for _pk, text in said])
    groups = [group for group in found if len(group) >= LEAST]
    now = {said[place][0]: (said[group[0]][0], len(group)) for group in groups for place in group}
    marked = Comment.objects.of(municipality).filter(alike__gt=0)
    before = {pk: tuple(mark) for pk, *mark in marked.values_list("pk", "alike_to", "alike")}
    for pk in before.keys() | now.keys():
        first, alike = now.get(pk, NONE)
        if before.get(pk, NONE) != (first, alike):
            Comment.objects.filter(pk=pk).update(alike_to=first, alike=alike)
    return len(groups)
