"""What people fill in about themselves."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField, at_most
from samskap.base.lines import LineField
from samskap.design.forms import DayInput, TouchRadios
from samskap.municipalities.models import Municipality
from samskap.people.models import Consent, Person, Profile
from samskap.places.models import Area

OLDEST = 125  # years
DAYS = ((91, _("3 months")), (365, _("1 year")), (730, _("2 years")))


def language_names() -> list[tuple[str, str]]:
    """Every language that Samskap speaks, in its own words."""
    return [
        (code, get_language_info(code)["name_local"].capitalize())
        for code, _name in settings.LANGUAGES
    ]


class NameForm(forms.Form):
    """Asks what somebody is called, what others see of it, and which language they read."""

    given_name = LineField(
        label=_("First name"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    family_name = LineField(
        label=_("Last name"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    pseudonym = LineField(
        label=_("A name I choose"),
        required=False,
        max_length=80,
        help_text=_("Only if you do not want to be shown under your own name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    shown_as = forms.ChoiceField(
        label=_("What do others see?"), choices=Person.ShownAs.choices, widget=TouchRadios
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=language_names,
        help_text=_("We write to you in this language, and show you the pages in it."),
    )

    def clean(self) -> dict[str, Any]:
        """See that the name which is to be shown is there."""
        said = super().clean() or self.cleaned_data
        shown_as = said.get("shown_as")
        if shown_as == Person.ShownAs.PSEUDONYM and not said.get("pseudonym"):
            self.add_error("pseudonym", _("Write the name that others shall see."))
        if shown_as == Person.ShownAs.NAME and not (
            said.get("given_name") and said.get("family_name")
        ):
            self.add_error("shown_as", _("Write both names, or choose another way to be shown."))
        return said

    def preview(self, person: Person) -> str:
        """How others would see the person, by what is filled in and not yet saved."""
        facts = {name: self.cleaned_data.get(name, "") for name in NAME_FIELDS}
        return Person(pk=person.pk, **facts).shown_name


NAME_FIELDS = ("given_name", "family_name", "pseudonym", "shown_as")


class ProfileForm(forms.ModelForm[Profile]):
    """Asks for needs, goals, wishes and resources; each has its own readers."""

    class Meta:
        model = Profile
        formfield_callback = at_most(2000)
        fields: ClassVar = [field for name in Profile.FIELDS for field in (name, f"{name}_seen_by")]
        labels: ClassVar = {f"{name}_seen_by": _("Who may read this?") for name in Profile.FIELDS}
        help_texts: ClassVar = {
            "needs": _("What would make your days easier?"),
            "goals": _("Where do you want to be in a year or two?"),
            "wishes": _("What do you dream of for the place where you live?"),
            "resources": _("What can you do, lend or share? An hour counts."),
        }
        widgets: ClassVar = {
            **{name: forms.Textarea(attrs={"rows": 4}) for name in Profile.FIELDS},
            **{f"{name}_seen_by": forms.Select for name in Profile.FIELDS},
        }


class AboutMeForm(forms.Form):
    """Asks when somebody was born and where they live; nothing is required."""

    born_on = DayField(
        label=_("Date of birth"),
        required=False,
        help_text=_("Used only to follow the rules for children. Nobody else sees it."),
        widget=DayInput,
    )
    home = forms.ModelChoiceField(
        label=_("Where I live"),
        queryset=Area.objects.none(),
        required=False,
        help_text=_("Used only to count whether all parts of the municipality take part."),
    )
    shows_home = forms.BooleanField(label=_("Show on my page where I live"), required=False)
    has_protected_address = forms.BooleanField(
        label=_("I have a protected address"),
        required=False,
        help_text=_("Then we never show where you live or whom you live with, whatever you chose."),
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["home"].queryset = Area.objects.of(municipality)  # type: ignore[attr-defined]

    def clean_born_on(self) -> date | None:
        """See that the date can be somebody’s."""
        born_on: date | None = self.cleaned_data["born_on"]
        today = timezone.localdate()
        if born_on and not today.year - OLDEST <= born_on.year <= today.year:
            raise ValidationError(_("Check the year of the date."))
        if born_on and born_on > today:
            raise ValidationError(_("Write a date that has been."))
        return born_on

    def clean(self) -> dict[str, Any]:
        """A protected address is never shown."""
        said = super().clean() or self.cleaned_data
        if said.get("has_protected_address") and said.get("shows_home"):
            self.add_error(
                "shows_home", _("A protected address is never shown. Choose only one of the two.")
            )
        return said


class JoinHouseholdForm(forms.Form):
    """Asks for the code of a household."""

    code = forms.CharField(
        label=_("The code of the household"),
        max_length=40,
        help_text=_("Somebody you live with has it on their page."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class ConsentForm(forms.Form):
    """Asks for how long a yes shall hold."""

    purpose = forms.ChoiceField(choices=Consent.Purpose.choices, widget=forms.HiddenInput)
    days = forms.TypedChoiceField(label=_("For how long?"), choices=DAYS, coerce=int, initial=365)


class AskGuardianForm(forms.Form):
    """Asks whom to ask, and for what."""

    purpose = forms.ChoiceField(
        label=_("What do you ask leave for?"),
        choices=Consent.Purpose.choices,
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(
        label=_("E-mail of a parent or guardian"),
        max_length=254,
        help_text=_("We forget the address when they have answered."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class DeleteAccountForm(forms.Form):
    """Asks whether somebody is sure."""

    is_sure = forms.BooleanField(label=_("Yes, delete my account"), required=False)
