"""Shifts, the series that make them, and how many people they need."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned, OwnedQuerySet
from samskap.people.models import Person
from samskap.rotas.models.rota import Duty, Rota


class Series(Owned):
    """A rule that makes shifts: the same hours on many days, by the clock on the wall there."""

    rota = models.ForeignKey(Rota, on_delete=models.CASCADE, related_name="series")
    title = models.CharField(_("what happens"), max_length=120, blank=True)
    rule = models.CharField(_("rule"), max_length=300, help_text="RFC 5545, e.g. FREQ=WEEKLY")
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    opens = models.TimeField(_("from"), help_text="by the clock on the wall")
    closes = models.TimeField(_("until"), help_text="at or before `opens`: the day after")
    skips_holidays = models.BooleanField(_("not on public holidays"), default=True)
    opens_place = models.BooleanField(_("the place is open to everybody"), default=True)
    made_until = models.DateField(null=True, blank=True, help_text="shifts are made up to here")
    ended_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality rota title rule first_on last_on opens closes skips_holidays opens_place"
        " made_until ended_at".split()
    )

    class Meta:
        verbose_name_plural = "series"
        ordering = ["rota", "first_on", "opens", "pk"]
        constraints = [
            models.CheckConstraint(
                name="series_ends_after_it_begins",
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                violation_error_message=_("The last day must not come before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rota}: {self.rule}"


class SeriesNeed(Owned):
    """How many people one duty takes on every shift of a series."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="needs")
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+")
    people = models.PositiveSmallIntegerField(_("people needed"), default=1)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "series", "duty", "people"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "duty"], name="series_need_once"),
            models.CheckConstraint(
                name="series_need_is_somebody",
                condition=Q(people__gte=1),
                violation_error_message=_("A shift needs at least one person."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.people} × {self.duty}"


class ShiftQuerySet(OwnedQuerySet):
    """Ways to choose among shifts."""

    def ahead(self, now: datetime | None = None) -> Self:
        """Shifts that are not over and not called off."""
        return self.filter(ends_at__gt=now or timezone.now(), cancelled_at=None)

    def over(self, now: datetime | None = None) -> Self:
        """Shifts that are over and were not called off."""
        return self.filter(ends_at__lte=now or timezone.now(), cancelled_at=None)


class Shift(Owned):
    """A stretch of time that needs people."""

    rota = models.ForeignKey(Rota, on_delete=models.CASCADE, related_name="shifts")
    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="shifts"
    )
    day = models.DateField(help_text="the day on which it begins, by the calendar there")
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    title = models.CharField(_("what happens"), max_length=120, blank=True)
    opens_place = models.BooleanField(_("the place is open to everybody"), default=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(_("why it is called off"), max_length=200, blank=True)
    cancelled_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ShiftQuerySet.as_manager()  # type: ignore[misc]

    personal_fields: ClassVar = frozenset({"cancelled_by"})
    open_fields: ClassVar = frozenset(
        "municipality rota series day starts_at ends_at title opens_place cancelled_at"
        " cancelled_because".split()
    )

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="shift_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("A shift must end after it starts."),
            ),
            models.UniqueConstraint(fields=["series", "day"], name="shift_of_a_series_once_a_day"),
        ]
        indexes = [
            models.Index(fields=["rota", "starts_at", "id"], name="shift_of_rota_in_time"),
            models.Index(fields=["municipality", "starts_at", "id"], name="shift_in_time"),
        ]

    def __str__(self) -> str:
        return f"{self.rota}, {timezone.localtime(self.starts_at):%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        """Return the page of this shift."""
        return reverse("rotas:shift", args=[self.pk])

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return int((self.ends_at - self.starts_at) / timedelta(minutes=1))

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at <= timezone.now()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self.cancelled_at is not None


class Need(Owned):
    """How many people one duty of one shift takes: its places, numbered from 1."""

    shift = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="needs")
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="needs")
    people = models.PositiveSmallIntegerField(_("people needed"), default=1)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "shift", "duty", "people"})

    class Meta:
        ordering = ["shift", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["shift", "duty"], name="need_once"),
            models.CheckConstraint(
                name="need_is_somebody",
                condition=Q(people__gte=1),
                violation_error_message=_("A shift needs at least one person."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.people} × {self.duty} on {self.shift}"
