"""What came of an answer: who carries out what, and that somebody was told of a silence."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from samskap.committees.models.committee import Committee
from samskap.committees.models.recommendation import Recommendation as OwnRecommendation
from samskap.initiatives.models import Commitment, FormalDecision, Recommendation
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Realisation(Owned):
    """That an adopted recommendation is carried out: who does it, by when, is the commitment’s.

    Where a promise is released, another may take its place; both stay on record.
    """

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="realisations")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="realisations"
    )
    commitment = models.OneToOneField(
        Commitment, on_delete=models.CASCADE, related_name="realisation"
    )
    planned_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    planned_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"planned_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee recommendation commitment planned_at".split()
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.recommendation_id} by {self.commitment_id}"


class Returned(Owned):
    """That the elected body sent a recommendation back, to be worked on and laid again.

    recommendation  the committee’s own, which keeps its number
    laid            what was laid before the body, with the answer and its reasons
    """

    recommendation = models.ForeignKey(
        OwnRecommendation, on_delete=models.CASCADE, related_name="returns"
    )
    laid = models.OneToOneField(Recommendation, on_delete=models.CASCADE, related_name="returned")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "recommendation", "laid", "at"})

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.recommendation_id} came back"


class Alert(Owned):
    """That those who lead a body were told that its answer is overdue; the first, or one more.

    The constraint is the promise that nobody is told twice, however often the clock starts it.
    """

    formal_decision = models.ForeignKey(
        FormalDecision, on_delete=models.CASCADE, related_name="alerts"
    )
    number = models.PositiveSmallIntegerField(help_text="0 at once, then one each thirty days")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "formal_decision", "number", "at"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["formal_decision", "number"], name="alerted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.formal_decision_id}: {self.number}"
