"""Days that something must be laid before somebody by, because a rule says so."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.initiatives.models.initiative import Initiative
from samskap.municipalities.models import Owned


class Deadline(Owned):
    """A day that a rule gives, and that no partner can move: “this before them, by then”.

    A rule that comes back each year makes the next deadline when this one is over. Such a day is,
    for example, the one by which a Danish municipality orders next year’s bus traffic (P-11).
    """

    class State(models.TextChoices):
        """What became of it."""

        RUNNING = "running", pgettext_lazy("a deadline", "It is being counted down")
        MET = "met", pgettext_lazy("a deadline", "It was laid before them in time")
        MISSED = "missed", pgettext_lazy("a deadline", "It was not laid before them in time")
        DROPPED = "dropped", pgettext_lazy("a deadline", "It holds no more")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="deadlines")
    what = models.CharField(_("what must be ready?"), max_length=160)
    before = models.CharField(_("before whom must it be laid?"), max_length=120)
    due_on = models.DateField(_("by which day?"))
    rule = models.CharField(_("which rule says so?"), max_length=300)
    source = models.CharField(_("where does the rule stand?"), max_length=300)
    is_yearly = models.BooleanField(_("it comes back each year"), default=False)
    set_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=7, choices=State.choices, default=State.RUNNING)
    settled_at = models.DateTimeField(null=True, blank=True)
    says = models.TextField(_("what happened?"), blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality initiative what before due_on rule source is_yearly set_at state settled_at"
        " says".split()
    )

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "what", "due_on"], name="deadline_once_a_day"
            ),
            models.CheckConstraint(
                name="deadline_that_is_over_says_when",
                condition=Q(state="running", settled_at=None)
                | (~Q(state="running") & Q(settled_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_running(self) -> bool:
        """Whether it is being counted down."""
        return self.state == Deadline.State.RUNNING
