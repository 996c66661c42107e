"""Commitments: who does what by when."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.initiatives.models.initiative import Initiative
from samskap.initiatives.models.partnership import Partner
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Commitment(Owned):
    """A promise by a partner to do something by a day."""

    class Status(models.TextChoices):
        """`offered → accepted → due → kept | late | released` (domain.md 5.0).

        Due and late are facts of the calendar and are not stored.
        """

        OFFERED = "offered", _("Offered")
        ACCEPTED = "accepted", pgettext_lazy("a commitment", "Accepted")
        KEPT = "kept", _("Kept")
        RELEASED = "released", _("Released")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="commitments")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="commitments")
    what = models.CharField(_("what"), max_length=200)
    due_on = models.DateField(_("by when"))
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OFFERED)
    offered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    is_asked_for = models.BooleanField(
        default=False, help_text="a facilitator asked the partner for it"
    )
    offered_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    says = models.TextField(_("how it went"), blank=True)

    personal_fields: ClassVar = frozenset({"offered_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative partner what due_on status is_asked_for offered_at"
        " accepted_at kept_at released_at says".split()
    )

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="kept_commitment_says_when",
                condition=~Q(status="kept") | Q(kept_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_running(self) -> bool:
        """Whether somebody still means to do it."""
        return self.status in {self.Status.OFFERED, self.Status.ACCEPTED}

    @property
    def is_late(self) -> bool:
        """Whether it was accepted, its day has passed, and it is not kept."""
        return self.status == self.Status.ACCEPTED and self.due_on < timezone.localdate()

    @property
    def was_kept_in_time(self) -> bool:
        """Whether it was kept on its day or before."""
        return self.kept_at is not None and timezone.localdate(self.kept_at) <= self.due_on
