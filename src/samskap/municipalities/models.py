"""Municipalities, their host names, and what it means to be owned by one."""

from functools import cache
from typing import Any, ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.licences import LICENCES, Licence
from samskap.municipalities.presets import PRESETS, Preset

is_a_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour like #0b4f5c."))


class Country(models.TextChoices):
    """The countries whose law Samskap knows."""

    NORWAY = "NO", _("Norway")
    DENMARK = "DK", _("Denmark")


class Municipality(models.Model):
    """A tenant: an organisation and a local community, with its own name, look and texts.

    Texts in several languages are JSON objects from language code to text.
    """

    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=60)
    slug = models.SlugField(unique=True)
    code = models.CharField(_("the statistics office’s code"), max_length=8, blank=True)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    languages = models.JSONField(_("languages"), default=list)
    default_language = models.CharField(_("first language"), max_length=5, default="nb")
    colour = models.CharField(
        _("colour"),
        max_length=7,
        default="#0b4f5c",
        validators=[is_a_colour],
    )
    accent_colour = models.CharField(
        _("second colour"), max_length=7, default="#c8451f", validators=[is_a_colour]
    )
    coat_of_arms = models.ImageField(_("coat of arms"), upload_to="arms/", blank=True)
    welcome = models.JSONField(_("welcome text"), default=dict, blank=True)
    about = models.JSONField(_("about us"), default=dict, blank=True)
    privacy = models.JSONField(_("more about privacy"), default=dict, blank=True)
    accessibility = models.JSONField(_("more about accessibility"), default=dict, blank=True)
    accessibility_url = models.URLField(_("accessibility statement"), blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    contact = models.TextField(_("how to reach a person"), blank=True)
    data_protection_contact = models.TextField(
        _("how to reach the data protection officer"), blank=True
    )
    answer_days = models.PositiveSmallIntegerField(_("days to answer"), default=30)
    ladder_strictness = models.JSONField(_("stricter ladder"), default=dict, blank=True)
    least_levels = models.JSONField(
        _("stricter sign-in"),
        default=dict,
        blank=True,
        help_text="the level of each act for which it is more than the module asks",
    )
    licence = models.CharField(
        _("licence of open data"),
        max_length=9,
        choices=[(licence.key, licence.name) for licence in LICENCES.values()],
        blank=True,
        help_text="empty for the one that the country uses",
    )
    organisation_number = models.CharField(_("organisation number"), max_length=9, blank=True)
    is_set_up = models.BooleanField(_("set up"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    personal_fields: ClassVar = frozenset({"contact_email", "contact", "data_protection_contact"})
    open_fields: ClassVar = frozenset(
        "name short_name slug code country languages default_language colour accent_colour"
        " coat_of_arms welcome about privacy accessibility accessibility_url answer_days"
        " ladder_strictness least_levels licence organisation_number is_set_up created_at".split()
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="municipality_answers_within_a_year",
                condition=models.Q(answer_days__gte=1, answer_days__lte=365),
                violation_error_message=_("Promise an answer within 1 to 365 days."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def preset(self) -> Preset:
        """What the country’s law and words give this municipality."""
        return PRESETS[self.country]

    @property
    def open_licence(self) -> Licence:
        """The licence under which its open data are given away."""
        return LICENCES[self.licence or self.preset.licence]

    @property
    def colours(self) -> dict[str, str]:
        """The colours that the page frame makes readable and uses."""
        return {"main": self.colour, "accent": self.accent_colour}

    def said(self, text_by_language: dict[str, str]) -> str:
        """Choose a text in the reader’s language, else in the first language that has one."""
        for language in (get_language(), self.default_language, *self.languages):
            if language and (text := text_by_language.get(language)):
                return text
        return next(filter(None, text_by_language.values()), "")

    def language_of(self, text_by_language: dict[str, str]) -> str:
        """The language of the text that `said` chooses, for the page’s `lang`."""
        chosen = self.said(text_by_language)
        return next((code for code, text in text_by_language.items() if text == chosen), "")


class HostName(models.Model):
    """An address at which a municipality is found."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="host_names"
    )
    host = models.CharField(_("host name"), max_length=253, unique=True)
    is_primary = models.BooleanField(default=False)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "host", "is_primary"})

    class Meta:
        ordering = ["-is_primary", "host"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(is_primary=True),
                name="municipality_has_one_primary_host",
            )
        ]

    def __str__(self) -> str:
        return self.host


class OwnedQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Rows that belong to municipalities."""

    def of(self, municipality: Municipality) -> Self:
        """Only what this municipality owns."""
        return self.filter(municipality=municipality)


def owner(*, has_index: bool = True) -> "models.ForeignKey[Municipality]":
    """Make the key to the municipality that owns a row; its index is a page to write with each."""
    return models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="+",
        editable=False,
        db_index=has_index,
    )


class Owned(models.Model):
    """Whatever a municipality owns. It is reached through `.objects.of(municipality)`."""

    municipality = owner()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: Any) -> str:  # noqa: N802 - the framework's own name
        """Say a choice in words. The framework would translate every choice to find the one."""
        value = getattr(self, field.attname)
        return str(_words_of(field).get(value, value))


@cache
def _words_of(field: Any) -> dict[Any, Any]:
    """The words of each choice of a field, still to be translated."""
    return dict(field.flatchoices)
