"""Sharing: initiatives that reach into another municipality of the house."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models.initiative import Initiative
from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.people.models import Person
from samskap.places.models import Area


class SharingQuerySet(OwnedQuerySet):
    """Sharings, asked for by where they stand."""

    def waiting(self) -> Self:
        """Those that have no answer yet."""
        return self.filter(accepted=None, ended_at=None)

    def taking_part(self) -> Self:
        """Those with a yes that still holds."""
        return self.filter(accepted=True, ended_at=None)


class Sharing(Owned):
    """That one municipality is asked to take part in an initiative of another, and its answer.

    It belongs to the municipality that is asked: what that one answers, and where in it the
    initiative is, is its own. The initiative stays at home.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="sharings")
    areas = models.ManyToManyField(Area, blank=True, related_name="sharings")
    message = models.TextField(_("message"), blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    answer_due_on = models.DateField()
    accepted = models.BooleanField(null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(_("why it ended"), blank=True)

    objects = SharingQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset({"message", "by", "answer", "answered_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative at answer_due_on accepted answered_at ended_at"
        " ended_because".split()
    )

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "initiative"],
                condition=Q(ended_at=None) & (Q(accepted=None) | Q(accepted=True)),
                name="shared_with_a_municipality_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.municipality}"

    @property
    def is_waiting(self) -> bool:
        """Whether it has no answer yet."""
        return self.accepted is None and self.ended_at is None

    @property
    def is_taking_part(self) -> bool:
        """Whether there is a yes that still holds."""
        return bool(self.accepted) and self.ended_at is None
