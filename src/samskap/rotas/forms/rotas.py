"""Opening a rota, and saying what is done there and what it takes."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField, RowsField, at_most
from samskap.design.forms import CountedTextarea, DayInput, TouchCheckboxes, TouchRadios
from samskap.initiatives.forms.hands import HandForm
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.places.models import Area
from samskap.rotas.models import Duty, Requirement, Rota
from samskap.rotas.queries.rotas import helpers_of


class RotaForm(forms.ModelForm):  # type: ignore[type-arg]
    """What a rota says of itself."""

    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)

    class Meta:
        model = Rota
        formfield_callback = at_most(2000)
        fields = (
            "title", "place", "area", "about", "hours_before", "hours_source", "hours_wanted",
            "cost_before_kr", "cost_now_kr", "cost_source", "language",
        )  # fmt: skip
        widgets = {"about": CountedTextarea(most=2000)}
        help_texts = {
            "hours_before": _("Before you took it on. May stay empty."),
            "cost_before_kr": _("With staff hours. Volunteers’ hours never count as money."),
        }

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.of(municipality)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
        if not self.instance.pk:
            self.fields["language"].initial = get_language()


class OpenRotaForm(RotaForm):
    """A new rota, with its first duties."""

    duties = forms.CharField(
        label=_("What do people do there?"),
        help_text=_("One duty on each line, such as: Host. Coffee. More can be added later."),
        widget=forms.Textarea({"rows": 3}),
        max_length=500,
    )
    field_order = ("title", "place", "duties", "area", "about")

    def clean_duties(self) -> list[str]:
        """Take each line as a duty, once."""
        lines = [line.strip()[:80] for line in self.cleaned_data["duties"].splitlines()]
        return list(dict.fromkeys(filter(None, lines)))


class NewIdeaForm(HandForm):
    """A new idea at a place that runs: what one dreams of."""

    dream = forms.CharField(
        label=_("What do you dream of here?"),
        help_text=_("One sentence is enough. Others will add theirs."),
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
    )
    title = forms.CharField(
        label=_("A short name for it"),
        help_text=_("May stay empty: then it is the first line of your dream."),
        max_length=120,
        required=False,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    field_order = ("dream", "title", "hand")


class OfRota(forms.Form):
    """A form about one rota, which a page with several of them knows by its key."""

    def __init__(self, *args: Any, rota: Rota, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rota = rota
        self.fit()

    def fit(self) -> None:
        """Offer what this rota has."""


class DutyForm(OfRota):
    """One more duty."""

    name = forms.CharField(label=_("Duty"), max_length=80)
    about = forms.CharField(label=_("What one does"), max_length=300, required=False)
    is_staff = forms.BooleanField(label=_("For paid staff"), required=False)
    requirements = RowsField(
        label=_("What it takes"),
        queryset=Requirement.objects.none(),
        widget=TouchCheckboxes,
        required=False,
    )

    def fit(self) -> None:
        """Offer the requirements of the rota."""
        self.fields["requirements"].queryset = self.rota.requirements.all()  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """Refuse a duty that is there."""
        name = str(self.cleaned_data["name"]).strip()
        if Duty.objects.filter(rota=self.rota, name=name).exists():
            raise forms.ValidationError(_("There is a duty of this name. Choose another name."))
        return name


class TakesForm(OfRota):
    """What a duty takes, said anew.

    is_taken  whether somebody has the duty on a shift ahead: then it takes a reason
    """

    requirements = RowsField(
        label=_("What it takes"),
        queryset=Requirement.objects.none(),
        widget=TouchCheckboxes,
        required=False,
    )
    because = forms.CharField(
        label=_("Why?"),
        help_text=_("Those who have taken the duty and lack what is new will read it."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, duty: Duty, is_taken: bool, **kwargs: Any) -> None:
        super().__init__(*args, rota=duty.rota, **kwargs)
        self.fields["requirements"].initial = list(duty.requirements.all())
        self.fields["because"].required = is_taken

    def fit(self) -> None:
        """Offer the requirements of the rota."""
        self.fields["requirements"].queryset = self.rota.requirements.all()  # type: ignore[attr-defined]


class RequirementForm(OfRota):
    """One more requirement."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Requirement.Kind.choices, widget=TouchRadios)
    name = forms.CharField(label=_("What one must have"), max_length=120)
    how = forms.CharField(label=_("How one gets it"), max_length=300, required=False)

    def clean_name(self) -> str:
        """Refuse a requirement that is there."""
        name = str(self.cleaned_data["name"]).strip()
        if Requirement.objects.filter(rota=self.rota, name=name).exists():
            raise forms.ValidationError(_("There is one of this name. Choose another name."))
        return name


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of those who are with a rota, by the name they show."""

    def label_from_instance(self, obj: Person) -> str:
        """Say the name that others see."""
        return obj.shown_name


class SeeForm(OfRota):
    """That one has seen that somebody meets a requirement."""

    person = PersonField(label=_("Who"), queryset=Person.objects.none())
    requirement = forms.ModelChoiceField(
        label=_("What you have seen"), queryset=Requirement.objects.none()
    )
    holds_until = DayField(
        label=_("Holds until"),
        help_text=_("May stay empty. The paper itself is never kept."),
        widget=DayInput,
        required=False,
    )

    def fit(self) -> None:
        """Offer those who are with the rota, and what it takes."""
        self.fields["person"].queryset = people_of(self.rota)  # type: ignore[attr-defined]
        self.fields["requirement"].queryset = self.rota.requirements.all()  # type: ignore[attr-defined]


class CoordinatorForm(OfRota):
    """One more who keeps the rota."""

    person = PersonField(label=_("Who"), queryset=Person.objects.none())

    def fit(self) -> None:
        """Offer those who are with the rota."""
        keepers = self.rota.coordinators.values("pk")
        self.fields["person"].queryset = people_of(self.rota).exclude(pk__in=keepers)  # type: ignore[attr-defined]


def people_of(rota: Rota) -> Any:
    """The people who are with a rota, by name."""
    return Person.objects.filter(pk__in=helpers_of(rota).values("person")).order_by(
        "given_name", "pk"
    )
