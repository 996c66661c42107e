"""What an administrator fills in."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from samskap.base.lines import LineField
from samskap.base.uploads import PhotoField
from samskap.kernels.ladder import Strictness
from samskap.municipalities.models import Country, Municipality, is_a_colour

TEXTS = ("welcome", "about", "privacy", "accessibility")
PERCENT = 100
NUMBERED = frozenset({"parties"})  # the other thresholds are shares


def spoken(codes: list[str]) -> list[tuple[str, Any]]:
    """Name the languages of these codes, in the order given."""
    names = dict(settings.LANGUAGES)
    return [(code, names[code]) for code in codes if code in names]


class FirstRun(forms.Form):
    """The first municipality and its first administrator."""

    name = LineField(
        label=_("What is the municipality called?"),
        help_text=_("For example Bodø kommune."),
        max_length=120,
    )
    country = forms.ChoiceField(
        label=_("Country"),
        choices=Country.choices,
        widget=forms.RadioSelect,
        help_text=_("Law, languages and words follow the country."),
    )
    host = forms.CharField(
        label=_("Address of these pages"),
        help_text=_("The host name, for example samskap.bodo.kommune.no."),
        max_length=253,
    )
    administrator = forms.EmailField(
        label=_("E-mail of the first administrator"),
        help_text=_("This person signs in with a code sent here and sets up the rest."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    token = forms.CharField(widget=forms.HiddenInput)


class ProfileForm(forms.Form):
    """Names and ways to reach the municipality."""

    name = LineField(label=_("Full name"), max_length=120)
    short_name = LineField(
        label=_("Short name"), help_text=_("As in a sentence: Bodø."), max_length=60
    )
    code = forms.CharField(
        label=_("Municipality number"),
        help_text=_("Borders and figures of population are found by it, for example 1804."),
        max_length=8,
        required=False,
    )
    contact_email = forms.EmailField(label=_("E-mail to reach you"), required=False)
    contact = forms.CharField(
        label=_("Telephone, address and opening hours"),
        help_text=_("How someone without a computer reaches a person."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    data_protection_contact = forms.CharField(
        label=_("How to reach the data protection officer"),
        help_text=_("Required by the General Data Protection Regulation, article 37."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )


class LookForm(forms.Form):
    """Colours and coat of arms."""

    colour = forms.CharField(
        label=_("Main colour"),
        widget=forms.TextInput(attrs={"type": "color"}),
        validators=[is_a_colour],
    )
    accent_colour = forms.CharField(
        label=_("Second colour"),
        widget=forms.TextInput(attrs={"type": "color"}),
        validators=[is_a_colour],
    )
    coat_of_arms = PhotoField(
        label=_("Coat of arms"),
        help_text=_("A PNG with a transparent ground looks best. It is drawn 48 pixels high."),
        required=False,
    )
    takes_arms_away = forms.BooleanField(label=_("Show no coat of arms"), required=False)


class TextsForm(forms.Form):
    """The municipality’s own texts: a field for each text in each of its languages."""

    template_name = "municipalities/texts_fields.html"

    accessibility_url = forms.URLField(
        label=_("Address of your accessibility statement"),
        required=False,
        assume_scheme="https",
        max_length=200,
    )

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "welcome": (_("Welcome on the front page"), 3),
            "about": (_("About us"), 8),
            "privacy": (_("More about privacy"), 6),
            "accessibility": (_("More about accessibility"), 6),
        }
        self.languages = spoken(municipality.languages)
        for name, (label, rows) in labels.items():
            for code, language in self.languages:
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=f"{label} – {language}",
                    initial=getattr(municipality, name).get(code, ""),
                    widget=forms.Textarea(attrs={"rows": rows, "lang": code}),
                    max_length=400 if name == "welcome" else 10_000,
                    required=False,
                )
        self.fields["accessibility_url"].help_text = _(
            "The official statement, at %(register)s."
        ) % {"register": municipality.preset.accessibility_register.name}
        self.order_fields([name for name in self.fields if name != "accessibility_url"])

    def by_text(self) -> list[list[forms.BoundField]]:
        """The fields of each text, one for each language."""
        return [[self[f"{name}_{code}"] for code, _language in self.languages] for name in TEXTS]

    def texts(self) -> dict[str, Mapping[str, str]]:
        """What was written, by text and language."""
        return {
            name: {code: self.cleaned_data[f"{name}_{code}"] for code, _language in self.languages}
            for name in TEXTS
        }


class LanguagesForm(forms.Form):
    """The languages of the pages."""

    languages = forms.MultipleChoiceField(
        label=_("Languages to choose between"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    default_language = forms.ChoiceField(
        label=_("First language"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=_("The one a reader meets who has not chosen."),
    )


class PromisesForm(forms.Form):
    """When people get an answer, and how much the ladder asks."""

    answer_days = forms.IntegerField(
        label=_("Days to answer a contribution"),
        help_text=_("Everyone who contributes sees this promise and how it is kept."),
        min_value=1,
        max_value=365,
    )

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "parties": _("Independent parties outside the municipality"),
            "joint_decisions": _("Joint decisions in define and in design, per cent"),
            "joint_contributions": _("Joint contributions in define and in design, per cent"),
            "joint_implementation": _("Joint contributions in implement, per cent"),
            "fidelity": _("Share of recommendations that the council adopts, per cent"),
            "answered": _("Share of contributions answered in time, per cent"),
        }
        for threshold in fields(Strictness):
            name, scale = threshold.name, 1 if threshold.name in NUMBERED else PERCENT
            default = getattr(Strictness(), name)
            least = round(default * scale)
            asked = municipality.ladder_strictness.get(name, default)
            self.fields[name] = forms.IntegerField(
                label=labels[name],
                initial=round(asked * scale),
                min_value=least,
                max_value=20 if scale == 1 else PERCENT,
                help_text=_("The formula asks for %(least)s. You may ask for more.")
                % {"least": least},
            )

    def strictness(self) -> dict[str, float]:
        """The thresholds that are stricter than the formula’s own."""
        stricter = {}
        for threshold in fields(Strictness):
            asked = self.cleaned_data[threshold.name]
            value = asked if threshold.name in NUMBERED else asked / PERCENT
            if value != threshold.default:
                stricter[threshold.name] = value
        return stricter


class HostForm(forms.Form):
    """One more address."""

    host = forms.CharField(
        label=_("New address"), help_text=_("For example samskap.bodo.kommune.no."), max_length=253
    )
