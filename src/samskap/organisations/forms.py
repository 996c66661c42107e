"""What people fill in to register, find and join organisations."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import CountedTextarea, DayInput, TouchCheckboxes, TouchRadios
from samskap.municipalities.models import Country, Municipality
from samskap.organisations import queries
from samskap.organisations.actions.mandates import MOST_YEARS
from samskap.organisations.errors import KindsDoNotFit, NameIsTaken, NumberIsTaken, NumberIsWrong
from samskap.organisations.models import Organisation
from samskap.organisations.numbers import number_of
from samskap.organisations.permissions import may_register
from samskap.people.models import Person

MOST_ABOUT = 3000  # characters
NUMBER_HELP = {
    Country.NORWAY: _("Nine digits, as in the Brønnøysund Register Centre."),
    Country.DENMARK: _("Eight digits, as in the CVR register."),
}
KINDS = [(kind.value, kind.label) for kind in Organisation.Kind]


class FilterForm(forms.Form):
    """Finds organisations by their name and kind."""

    words = forms.CharField(label=_("Name"), max_length=80, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("Every kind")), *KINDS], required=False
    )


class OrganisationForm(forms.Form):
    """What an organisation says of itself."""

    name = LineField(label=_("What is it called?"), max_length=160)
    kind = forms.ChoiceField(label=_("What is it?"), widget=TouchRadios)
    also_kinds = forms.MultipleChoiceField(
        label=_("Is it something else as well?"),
        help_text=_("Many are several things at once, such as an association that runs a shop."),
        choices=[(kind.value, kind.label) for kind in Organisation.OTHER_KINDS],
        widget=TouchCheckboxes,
        required=False,
    )
    number = forms.CharField(label=_("Organisation number"), max_length=20, required=False)
    parent = forms.CharField(
        label=_("Is it part of another organisation here?"),
        help_text=_(
            "Write its name or number as it stands in the list. Organisations with the same"
            " topmost parent count as one party, not as several."
        ),
        max_length=160,
        required=False,
    )
    about = forms.CharField(
        label=_("What does it do?"),
        widget=CountedTextarea(most=MOST_ABOUT),
        max_length=MOST_ABOUT,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("The text is written in"), choices=CONTENT_LANGUAGES, initial=get_language
    )
    website = forms.URLField(
        label=_("Website"),
        help_text=_("For example https://shore.example."),
        assume_scheme="https",
        max_length=200,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        by: Person,
        municipality: Municipality,
        organisation: Organisation | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality
        self.organisation = organisation
        possible = [
            (value, label)
            for value, label in KINDS
            if may_register(by, municipality, value) and self._is_on_same_side(value)
        ]
        self.fields["kind"].choices = possible  # type: ignore[attr-defined]
        self.fields["number"].help_text = str(NUMBER_HELP[Country(municipality.country)])

    def _is_on_same_side(self, kind: str) -> bool:
        """Offer only kinds that leave a registered organisation on its side."""
        if self.organisation is None or kind == self.organisation.kind:
            return True
        return self.organisation.is_public == (kind in Organisation.PUBLIC_KINDS)

    @property
    def _others(self) -> Any:
        """Every other organisation here."""
        others = Organisation.objects.of(self.municipality)
        return others.exclude(pk=self.organisation.pk) if self.organisation else others

    def clean_name(self) -> str:
        """Say at the field that a name is taken."""
        name = str(self.cleaned_data["name"])
        if self._others.filter(name__iexact=name).exists():
            raise ValidationError(str(NameIsTaken(name=name)))
        return name

    def clean_number(self) -> str:
        """Say at the field that a number cannot be right, or is taken."""
        written = str(self.cleaned_data["number"]).strip()
        if not written:
            return ""
        number = number_of(written, self.municipality)
        if number is None:
            raise ValidationError(str(NumberIsWrong(number=written)))
        taken = self._others.filter(number=number).first()
        if taken:
            raise ValidationError(str(NumberIsTaken(number=number, organisation=taken)))
        return number

    def clean_parent(self) -> Organisation | None:
        """Find the organisation that is meant, or name those it could be."""
        written = str(self.cleaned_data["parent"]).strip()
        if not written:
            return None
        found = queries.organisations_named(self.municipality, written)
        if len(found) == 1:
            return found[0]
        near = queries.names_like(self.municipality, written)
        if near:
            raise ValidationError(
                _("Write the whole name. Do you mean one of these: %(names)s?"),
                params={"names": " · ".join(near)},
            )
        raise ValidationError(
            _("No organisation here has this name. Register it first, or leave this empty.")
        )

    def clean(self) -> dict[str, Any]:
        """Say at the field that kinds do not go together."""
        said = super().clean() or self.cleaned_data
        kind, also = said.get("kind"), said.get("also_kinds") or []
        if kind in also:
            said["also_kinds"] = [each for each in also if each != kind]
        if said.get("also_kinds") and kind in Organisation.ELECTED_KINDS:
            self.add_error("also_kinds", str(KindsDoNotFit()))
        return said

    @classmethod
    def initial_of(cls, organisation: Organisation) -> dict[str, Any]:
        """What an organisation says of itself now."""
        return {
            "name": organisation.name,
            "kind": organisation.kind,
            "also_kinds": organisation.also_kinds,
            "number": organisation.number,
            "parent": organisation.parent.name if organisation.parent else "",
            "about": organisation.about,
            "language": organisation.language or get_language(),
            "website": organisation.website,
        }


def _last_day_that_can_be(first: date) -> date:
    """The latest day through which a mandate from a day can hold."""
    return first + timedelta(days=MOST_YEARS * 366)


def clean_last_day(first: date, last: date) -> None:
    """Say at the field what is wrong with the last day of a mandate."""
    if last < timezone.localdate():
        raise ValidationError(_("This day has passed. Choose a day from today on."))
    if last < first:
        raise ValidationError(_("Choose a day that is not before the first day."))
    if last > _last_day_that_can_be(first):
        raise ValidationError(
            _("A mandate lasts at most %(years)s years. Choose an earlier day."),
            params={"years": MOST_YEARS},
        )


class RegisterForm(OrganisationForm):
    """A new organisation, and whether the one who registers it speaks for it."""

    speaks_until = DayField(
        label=_("If you may speak for it: until when?"),
        help_text=_("The last day of your mandate. Leave it empty if you may not speak for it."),
        widget=DayInput,
        required=False,
    )

    def clean_speaks_until(self) -> date | None:
        """Refuse a day that no mandate can end on."""
        day: date | None = self.cleaned_data["speaks_until"]
        if day:
            clean_last_day(timezone.localdate(), day)
        return day


class JoinForm(forms.Form):
    """A request to belong to an organisation."""

    words = forms.CharField(
        label=_("Who are you to them?"),
        help_text=_(
            "So that those who look after it know you, for example: “treasurer since May”. Only"
            " they read it."
        ),
        max_length=300,
        required=False,
    )


class AddMemberForm(forms.Form):
    """Somebody who is added to a public unit, the council or a committee."""

    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("The address the person signs in with. They are told."),
        max_length=254,
    )


class MandateForm(forms.Form):
    """From when through when a member may speak for the organisation."""

    first_day = DayField(label=_("First day"), widget=DayInput, initial=timezone.localdate)
    last_day = DayField(
        label=_("Last day"),
        help_text=_("The mandate ends by itself after this day. You can give it again."),
        widget=DayInput,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse days that no mandate can have."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first_day"), said.get("last_day")
        if first and last:
            try:
                clean_last_day(first, last)
            except ValidationError as wrong:
                self.add_error("last_day", wrong)
        return said
