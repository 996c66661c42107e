"""Events, and what was brought out of them."""

import uuid
from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models import Initiative
from samskap.ledger.models import ActorKind, Contribution, Giver, Side
from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.organisations.models import Organisation


class EventQuerySet(OwnedQuerySet):
    """Ways to choose among events."""

    def ahead(self, now: datetime | None = None) -> Self:
        """Events that are not over; those that were called off too, so that nobody comes."""
        return self.filter(ends_at__gt=now or timezone.now())

    def over(self, now: datetime | None = None) -> Self:
        """Events that have ended."""
        return self.filter(ends_at__lte=now or timezone.now())


class Event(Owned):
    """Something that people come together for, at a place and a time."""

    class Kind(models.TextChoices):
        """What sort of event it is."""

        CULTURE = "culture", _("Culture evening")
        GAMES = "games", _("Gaming night")
        OPEN_SPACE = "open_space", _("Open space")
        WORKSHOP = "workshop", _("Workshop")
        MEETING = "meeting", _("Meeting")
        REVIEW = "review", _("Review")
        VISIT = "visit", _("Visit")
        OTHER = "other", _("Something else")

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="events")
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    title = models.CharField(_("title"), max_length=120)
    language = models.CharField(_("written in"), max_length=5)
    kind = models.CharField(_("what sort of event is it?"), max_length=10, choices=Kind.choices)
    text = models.TextField(_("what happens there?"), blank=True)
    place = models.CharField(_("where?"), max_length=160)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    for_whom = models.CharField(_("for whom is it?"), max_length=160, blank=True)
    capacity = models.PositiveSmallIntegerField(
        _("how many can come?"), null=True, blank=True, help_text="empty: as many as like"
    )
    giver = models.ForeignKey(Giver, on_delete=models.PROTECT, related_name="events")
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    side = models.CharField(max_length=10, choices=Side.choices)
    speaking_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    grown_from = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    announced_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveSmallIntegerField(default=0, help_text="how often it has changed")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(_("why is it called off?"), max_length=200, blank=True)
    told_at = models.DateTimeField(null=True, blank=True, help_text="when somebody said how it was")
    came = models.PositiveIntegerField(_("how many came?"), null=True, blank=True)
    came_new = models.PositiveIntegerField(
        _("how many of them for the first time?"), null=True, blank=True
    )
    changed = models.CharField(_("what has it changed?"), max_length=300, blank=True)
    work = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="event_held"
    )

    objects = EventQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset({"giver"})
    open_fields: ClassVar = frozenset(
        "municipality initiative public_id title language kind text place starts_at ends_at"
        " for_whom capacity actor_kind side speaking_for grown_from announced_at changed_at version"
        " cancelled_at cancelled_because told_at came came_new changed work".split()
    )

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("An event must end after it starts."),
            ),
            models.CheckConstraint(
                name="event_has_room_for_somebody",
                condition=Q(capacity=None) | Q(capacity__gte=1),
                violation_error_message=_("There must be room for at least one."),
            ),
            models.CheckConstraint(
                name="event_new_ones_are_among_those_who_came",
                condition=Q(came_new=None) | Q(came_new__lte=F("came")),
                violation_error_message=_("Those who are new are among those who came."),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "starts_at", "id"], name="event_in_time"),
            models.Index(fields=["initiative", "starts_at", "id"], name="event_of_initiative"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this event."""
        return reverse("meetings:event", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at <= timezone.now()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self.cancelled_at is not None

    @property
    def is_told(self) -> bool:
        """Whether somebody has said how it was."""
        return self.told_at is not None


class Outcome(Owned):
    """That something was given to the initiative out of an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="outcomes")
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="came_out_of"
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "event", "contribution"})

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.contribution_id} out of {self.event}"
