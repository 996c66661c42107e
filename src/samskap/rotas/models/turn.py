"""Turns: who is on which shift; who stands in line; who would rather swap."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.ledger.models import ActorKind, Channel, Contribution, Giver, Side
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.rotas.models.shift import Need, Shift


class Turn(Owned):
    """One place of a need, taken by one hand.

    `number` is the place: the database lets one place be held once. Whoever brings others takes
    one turn more for each, as their `is_companion`.
    """

    class Status(models.TextChoices):
        """Where a turn stands (domain.md 5.0)."""

        TAKEN = "taken", _("Taken")
        CONFIRMED = "confirmed", _("There now")
        DONE = "done", _("Done")
        NO_SHOW = "no_show", _("Could not come")
        HANDED_BACK = "handed_back", _("Handed back")
        SWAPPED = "swapped", _("Swapped")
        CANCELLED = "cancelled", _("The shift was called off")

    HOLDS: ClassVar = (Status.TAKEN, Status.CONFIRMED, Status.DONE)

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    shift = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="turns")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="turns")
    number = models.PositiveSmallIntegerField(help_text="the place: 1 … people needed")
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="turns")
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="turns"
    )
    side = models.CharField(max_length=10, choices=Side.choices)
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    speaking_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="turns"
    )
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.WEB)
    entered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_companion = models.BooleanField(default=False, help_text="comes with whoever took it")
    is_staff_cover = models.BooleanField(
        default=False, help_text="paid staff on a place meant for a volunteer"
    )
    status = models.CharField(max_length=11, choices=Status.choices, default=Status.TAKEN)
    minutes = models.PositiveIntegerField(null=True, blank=True, help_text="worked; when done")
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="turn"
    )
    taken_at = models.DateTimeField(default=timezone.now)
    checked_in_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(
        null=True, blank=True, help_text="done, not come, handed back, swapped or called off"
    )
    reminded_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(
        null=True, blank=True, help_text="when we asked afterwards how it went"
    )

    personal_fields: ClassVar = frozenset(
        "giver person entered_by reminded_at asked_at checked_in_at".split()
    )
    open_fields: ClassVar = frozenset(
        "municipality public_id shift need number side actor_kind speaking_for channel is_companion"
        " is_staff_cover status minutes contribution taken_at settled_at".split()
    )

    class Meta:
        ordering = ["need", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["need", "number"],
                condition=Q(status__in=["taken", "confirmed", "done"]),
                name="place_is_held_once",
            ),
            models.UniqueConstraint(
                fields=["shift", "giver"],
                condition=Q(status__in=["taken", "confirmed", "done"], is_companion=False),
                name="turn_once_per_giver",
            ),
            models.CheckConstraint(name="turn_has_a_place", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="done_turn_says_how_long",
                condition=~Q(status="done") | Q(minutes__isnull=False, settled_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "status"], name="turn_of_person"),
            models.Index(fields=["shift", "status"], name="turn_of_shift"),
        ]

    def __str__(self) -> str:
        return f"turn {self.number} of {self.need_id}"

    @property
    def holds(self) -> bool:
        """Whether the place is theirs."""
        return self.status in self.HOLDS


class InLine(Owned):
    """That somebody waits for a place; the first in line moves up by itself."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="line")
    giver = models.ForeignKey(Giver, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="in_line")
    side = models.CharField(max_length=10, choices=Side.choices)
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    speaking_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"giver", "person"})
    open_fields: ClassVar = frozenset(
        {"municipality", "need", "side", "actor_kind", "speaking_for", "at"}
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["need", "person"], name="in_line_once"),
        ]

    def __str__(self) -> str:
        return f"in line for {self.need_id}"


class Swap(Owned):
    """That somebody asks another, or anybody, to take a turn; perhaps for a turn in return."""

    class Status(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", _("Asked")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Taken back")

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="swaps")
    asked = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="whoever is asked; nobody: anybody may",
    )
    in_return = models.ForeignKey(
        Turn, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    words = models.CharField(_("a few words"), max_length=200, blank=True)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    personal_fields: ClassVar = frozenset({"asked", "words", "answered_by"})
    open_fields: ClassVar = frozenset(
        {"municipality", "turn", "in_return", "status", "asked_at", "answered_at"}
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["turn"], condition=Q(status="asked"), name="swap_asked_once"
            ),
            models.CheckConstraint(
                name="swap_is_for_another_turn",
                condition=Q(in_return=None) | ~Q(in_return=F("turn")),
            ),
        ]

    def __str__(self) -> str:
        return f"swap of {self.turn_id}"
