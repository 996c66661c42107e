"""Rotas, what people do there, and what it takes."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Owned
from samskap.people.models import Person
from samskap.places.models import Area


class Rota(Owned):
    """A place that people keep going by taking turns, and what it was like before."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="rotas")
    slug = models.SlugField(max_length=80)
    title = models.CharField(_("name of the rota"), max_length=120)
    language = models.CharField(_("written in"), max_length=5)
    about = models.TextField(_("what it is about"), blank=True)
    place = models.CharField(_("place"), max_length=160)
    area = models.ForeignKey(
        Area,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("area"),
    )
    hours_before = models.DecimalField(
        _("opening hours a week before"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    hours_wanted = models.DecimalField(
        _("opening hours a week that you want"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
    )
    hours_source = models.CharField(
        _("where the hours before are from"), max_length=200, blank=True
    )
    cost_before_kr = models.PositiveIntegerField(
        _("cost a year before, in kroner"), null=True, blank=True
    )
    cost_now_kr = models.PositiveIntegerField(
        _("cost a year now, in kroner"), null=True, blank=True
    )
    cost_source = models.CharField(_("where the costs are from"), max_length=200, blank=True)
    coordinators = models.ManyToManyField(
        Person, blank=True, related_name="coordinates", help_text="who keep the rota"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    personal_fields: ClassVar = frozenset({"coordinators"})
    open_fields: ClassVar = frozenset(
        "municipality initiative slug title language about place area hours_before hours_wanted"
        " hours_source cost_before_kr cost_now_kr cost_source opened_at closed_at".split()
    )

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="rota_slug_once"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this rota."""
        return reverse("rotas:rota", args=[self.slug])

    @property
    def is_open(self) -> bool:
        """Whether people can still take turns."""
        return self.closed_at is None


class Spark(Owned):
    """That an initiative began as an idea at a place that runs."""

    rota = models.ForeignKey(Rota, on_delete=models.CASCADE, related_name="sparks")
    initiative = models.OneToOneField(Initiative, on_delete=models.CASCADE, related_name="spark")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "rota", "initiative", "at"})

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.initiative} began at {self.rota}"


class Requirement(Owned):
    """Something one must know, hold or have shown before some duties."""

    class Kind(models.TextChoices):
        """What sort of requirement it is."""

        TRAINING = "training", _("Training")
        KEY = "key", _("Key")
        CERTIFICATE = "certificate", _("Certificate that is shown, never kept")

    rota = models.ForeignKey(Rota, on_delete=models.CASCADE, related_name="requirements")
    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices)
    name = models.CharField(_("what one must have"), max_length=120)
    how = models.CharField(_("how one gets it"), max_length=300, blank=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "rota", "kind", "name", "how"})

    class Meta:
        ordering = ["rota", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rota", "name"], name="requirement_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Duty(Owned):
    """What somebody does on a shift: welcome people, make coffee, open the doors."""

    rota = models.ForeignKey(Rota, on_delete=models.CASCADE, related_name="duties")
    name = models.CharField(_("duty"), max_length=80)
    about = models.CharField(_("what one does"), max_length=300, blank=True)
    is_staff = models.BooleanField(
        _("for paid staff"), default=False, help_text="who stand beside the volunteers"
    )
    requirements = models.ManyToManyField(
        Requirement, blank=True, related_name="duties", verbose_name=_("what it takes")
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "rota", "name", "about", "is_staff"})

    class Meta:
        verbose_name_plural = "duties"
        ordering = ["rota", "is_staff", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rota", "name"], name="duty_once"),
        ]

    def __str__(self) -> str:
        return self.name
