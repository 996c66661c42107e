"""One draw of a lot: the numbered panels, the two seeds, and the number that came of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.lottery.models.lot import Lot
from samskap.municipalities.models import Owned
from samskap.people.models import Person

PANELS = 1000  # at least; all are as likely as one another


class Round(Owned):
    """One draw: the first fills every seat, each later one the seats of those who left.

    The secret seed is made by the program, and only its SHA-256 is shown before the draw; the
    public numbers come from dice or a public lottery afterwards. Neither alone decides.
    """

    class Source(models.TextChoices):
        """Where the public numbers come from."""

        LOTTERY = "lottery", _("The numbers of a public lottery on a later day")
        DICE = "dice", _("Dice that are thrown while others look on")

    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField(help_text="1, 2, 3 …; the first fills every seat")
    seats = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField(default=timezone.now)
    worked_out_at = models.DateTimeField(null=True, blank=True, help_text="the queue is done")
    features = models.JSONField(default=list, blank=True, help_text="the targets as they were")
    codes = models.JSONField(default=list, blank=True, help_text="the entrants, by code")
    shown = models.JSONField(
        default=dict, blank=True, help_text="code → the few features that five or more share"
    )
    panels = models.JSONField(default=list, blank=True, help_text="places in `codes`, by panel")
    figures = models.JSONField(default=dict, blank=True, help_text="bound, least, version …")
    relaxation = models.JSONField(
        default=list, blank=True, help_text="the smallest widening that works, where none does"
    )
    secret = models.CharField(max_length=64, blank=True, help_text="shown once it is drawn")
    commitment = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the secret")
    panels_digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the panels")
    committed_at = models.DateTimeField(null=True, blank=True)
    source = models.CharField(
        _("where do the public numbers come from?"),
        max_length=7,
        choices=Source.choices,
        default=Source.DICE,
    )
    source_words = models.CharField(_("which one, exactly?"), max_length=200, blank=True)
    source_on = models.DateField(_("on which day?"), null=True, blank=True)
    typed = models.CharField(max_length=200, blank=True, help_text="by the first, until the second")
    typed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    drawn_number = models.PositiveIntegerField(null=True, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"typed_by", "confirmed_by"})
    open_fields: ClassVar = frozenset(
        "municipality lot number seats asked_at worked_out_at features codes shown panels figures"
        " relaxation secret commitment panels_digest committed_at source source_words source_on"
        " typed drawn_number drawn_at".split()
    )

    class Meta:
        ordering = ["lot", "number"]
        constraints = [
            models.UniqueConstraint(fields=["lot", "number"], name="round_once_in_a_lot"),
            models.CheckConstraint(name="round_draws_somebody", condition=Q(seats__gte=1)),
            models.CheckConstraint(
                name="round_is_committed_before_it_is_drawn",
                condition=Q(drawn_at=None) | Q(committed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.number} of {self.lot_id}"

    @property
    def is_replacement(self) -> bool:
        """Whether it fills the seats of those who left."""
        return self.number > 1
