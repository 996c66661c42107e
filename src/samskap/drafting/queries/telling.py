"""Whose answers reach them off the web only: who is to be called or written to."""

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from samskap.base.models import Happening
from samskap.drafting.models import Document
from samskap.drafting.models.item import ItemStep
from samskap.drafting.queries.items import given_to
from samskap.ledger.models import ANSWERS, Contribution, Fate, FateStatus

TOLD = "drafting.giver_told"
UNTOLD = {ItemStep.What.MADE, ItemStep.What.CHANGED}  # givers with an account are not told either


def to_be_told(document: Document) -> "QuerySet[Contribution]":
    """What has an answer, of givers without an account whom somebody knows how to reach.

    Once they are told they are off the list, until they have another answer, or an item that their
    words are in comes further. That they were told stands in the memory of the house.
    """
    answers = Fate.objects.filter(contribution=OuterRef("pk"), status__in=ANSWERS)
    steps = ItemStep.objects.filter(
        item__document=document, item__sources__contribution=OuterRef("pk")
    ).exclude(what__in=UNTOLD)
    told = Happening.objects.filter(
        what=TOLD,
        about=Concat(
            Value(f"{Contribution._meta.label}:"), Cast(OuterRef("pk"), CharField(max_length=20))
        ),
    )
    found = given_to(document).filter(giver__person=None, standing__answered_at__isnull=False)
    return (
        found.exclude(giver__reach="")
        .exclude(standing__status=FateStatus.WITHDRAWN)
        .annotate(
            answered_last=Subquery(answers.order_by("-at").values("at")[:1]),
            came_further=Subquery(steps.order_by("-at").values("at")[:1]),
            told_last=Subquery(told.order_by("-at").values("at")[:1]),
        )
        .filter(
            Q(told_last=None)
            | Q(answered_last__gt=F("told_last"))
            | Q(came_further__gt=F("told_last"))
        )
    )
