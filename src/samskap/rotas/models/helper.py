"""Helpers: who is with a rota, what they can, when they can, and how much they want."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.rotas.models.rota import Requirement, Rota
from samskap.rotas.models.shift import Series, Shift


class Weekday(models.IntegerChoices):
    """The days of a week, as Python counts them."""

    MONDAY = 0, pgettext_lazy("weekday", "Monday")
    TUESDAY = 1, pgettext_lazy("weekday", "Tuesday")
    WEDNESDAY = 2, pgettext_lazy("weekday", "Wednesday")
    THURSDAY = 3, pgettext_lazy("weekday", "Thursday")
    FRIDAY = 4, pgettext_lazy("weekday", "Friday")
    SATURDAY = 5, pgettext_lazy("weekday", "Saturday")
    SUNDAY = 6, pgettext_lazy("weekday", "Sunday")


class Helper(Owned):
    """That a person is with a rota, and within which limits. All of it is the person’s own."""

    rota = models.ForeignKey(Rota, on_delete=models.CASCADE, related_name="helpers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="helps")
    is_staff = models.BooleanField(_("paid staff"), default=False)
    most_a_week = models.PositiveSmallIntegerField(
        _("shifts a week, at most"), null=True, blank=True
    )
    most_a_month = models.PositiveSmallIntegerField(
        _("shifts in four weeks, at most"), null=True, blank=True
    )
    rest_hours = models.PositiveSmallIntegerField(
        _("hours of rest between two shifts, at least"), default=11
    )
    reach_km = models.PositiveSmallIntegerField(
        _("how far I go, in kilometres"), null=True, blank=True
    )
    not_with = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="+",
        verbose_name=_("with whom I would rather not share a shift"),
    )
    wants_suggestions = models.BooleanField(_("suggest shifts to me"), default=True)
    learnt = models.TextField(_("what I have learnt here"), blank=True)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset(
        "person is_staff most_a_week most_a_month rest_hours reach_km not_with wants_suggestions"
        " learnt joined_at left_at".split()
    )
    open_fields: ClassVar = frozenset({"municipality", "rota"})

    class Meta:
        ordering = ["rota", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rota", "person"], name="helper_once"),
        ]

    def __str__(self) -> str:
        return f"helper {self.pk}"


class Availability(Owned):
    """When a helper can, or cannot, in an ordinary week."""

    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="availability")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday.choices)
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("until"))
    is_free = models.BooleanField(_("I can"), default=True)

    personal_fields: ClassVar = frozenset({"helper", "weekday", "starts", "ends", "is_free"})
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        verbose_name_plural = "availability"
        ordering = ["helper", "weekday", "starts", "pk"]
        constraints = [
            models.CheckConstraint(
                name="availability_ends_after_it_starts",
                condition=Q(ends__gt=F("starts")),
                violation_error_message=_("The end must come after the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts}–{self.ends}"


class Wish(Owned):
    """That a helper would like, or rather not, one shift or all shifts of a series."""

    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="wishes")
    shift = models.ForeignKey(
        Shift, on_delete=models.CASCADE, null=True, blank=True, related_name="wishes"
    )
    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, null=True, blank=True, related_name="wishes"
    )
    is_wanted = models.BooleanField(_("I would like to"), default=True)

    personal_fields: ClassVar = frozenset({"helper", "is_wanted"})
    open_fields: ClassVar = frozenset({"municipality", "shift", "series"})

    class Meta:
        verbose_name_plural = "wishes"
        ordering = ["helper", "pk"]
        constraints = [
            models.CheckConstraint(
                name="wish_is_for_a_shift_or_a_series",
                condition=Q(shift=None, series__isnull=False) | Q(shift__isnull=False, series=None),
            ),
            models.UniqueConstraint(
                fields=["helper", "shift"], condition=Q(series=None), name="wish_once_a_shift"
            ),
            models.UniqueConstraint(
                fields=["helper", "series"], condition=Q(shift=None), name="wish_once_a_series"
            ),
        ]

    def __str__(self) -> str:
        return f"wish {self.pk}"


class Clearance(Owned):
    """That somebody meets a requirement: who saw it, and when. Nothing of the paper is kept.

    A key that is handed back, or a training that has run out, has an `ended_on`.
    """

    requirement = models.ForeignKey(
        Requirement, on_delete=models.CASCADE, related_name="clearances"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="clearances")
    seen_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    seen_on = models.DateField(_("seen on"))
    holds_until = models.DateField(_("holds until"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    personal_fields: ClassVar = frozenset("person seen_by seen_on holds_until ended_on".split())
    open_fields: ClassVar = frozenset({"municipality", "requirement"})

    class Meta:
        ordering = ["requirement", "-seen_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["requirement", "person"],
                condition=Q(ended_on=None),
                name="cleared_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"clearance {self.pk}"
