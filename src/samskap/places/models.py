"""Areas, their borders and their residents."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned

OLDEST = 150  # years; an age group without an upper end


class Area(Owned):
    """A municipality as a place, or a part of one."""

    class Kind(models.TextChoices):
        """How large a place is."""

        MUNICIPALITY = "municipality", _("Municipality")
        DISTRICT = "district", _("District")
        VILLAGE = "village", _("Village")
        ESTATE = "estate", _("Housing estate")
        BUILDING = "building", _("Building")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    code = models.CharField(_("the statistics office’s code"), max_length=16, blank=True)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField()
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("lies in"),
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "kind", "code", "name", "slug", "parent"})

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="area_slug_once"),
            models.UniqueConstraint(
                fields=["municipality", "code"],
                condition=~Q(code=""),
                name="area_code_once",
                violation_error_message=_("Another area has this code."),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "name", "id"], name="area_by_name")]

    def __str__(self) -> str:
        return self.name


class Border(Owned):
    """Where an area begins and ends, for as long as it was so."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="borders")
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text="the first day on which it no longer holds"
    )
    shape = models.JSONField(_("shape"), help_text="GeoJSON MultiPolygon, WGS 84")
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()
    is_drawn = models.BooleanField(_("drawn by hand"), default=False)
    source = models.CharField(_("source"), max_length=300)
    changed_at = models.DateTimeField(auto_now=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality area valid_from valid_to shape west south east north is_drawn source"
        " changed_at".split()
    )

    class Meta:
        ordering = ["area", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["area", "valid_from"], name="border_begins_once"),
            models.CheckConstraint(
                name="border_ends_after_it_begins",
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                violation_error_message=_("A border must end after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.valid_from}"


class Population(Owned):
    """How many people of one sex and age lived in an area on one day."""

    class Sex(models.TextChoices):
        """The sexes that the statistics offices publish."""

        ALL = "all", _("All")
        WOMEN = "women", _("Women")
        MEN = "men", _("Men")

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="population")
    counted_on = models.DateField(_("counted on"))
    sex = models.CharField(_("sex"), max_length=5, choices=Sex.choices, default=Sex.ALL)
    age_from = models.PositiveSmallIntegerField(_("from age"), default=0)
    age_to = models.PositiveSmallIntegerField(
        _("to age"), default=OLDEST, help_text="inclusive; 150 means “and over”"
    )
    persons = models.PositiveIntegerField(_("persons"))
    is_whole = models.BooleanField(
        default=True, help_text="counts everybody; else some, and serves for shares only"
    )
    source = models.CharField(_("source"), max_length=300)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality area counted_on sex age_from age_to persons is_whole source".split()
    )

    class Meta:
        ordering = ["area", "-counted_on", "sex", "age_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "counted_on", "sex", "age_from", "age_to", "is_whole"],
                name="population_counted_once",
            ),
            models.CheckConstraint(
                name="population_ages_go_upwards", condition=Q(age_to__gte=F("age_from"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.counted_on}: {self.persons}"
