"""Planning a hearing, and the small forms of the page of those who look after it."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.base.refusals import Refusal
from samskap.design.forms import CountedTextarea, DayInput
from samskap.hearings.forms.files import PaperField
from samskap.hearings.models import Hearing, Recipient
from samskap.hearings.queries.deadlines import set_days
from samskap.hearings.words import PRESETS
from samskap.kernels.hearing_periods import presets_of
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.organisations.queries import elected_bodies

MOST, SHORT = 8000, 1000
MOST_PEOPLE = 1_000_000


def label_of(model: Any, name: str) -> str:
    """What a field of a model asks, as a form says it."""
    said: str = capfirst(model._meta.get_field(name).verbose_name)
    return said


def long_text(name: str, *, rows: int = 3, most: int = SHORT, help_text: Any = "") -> Any:
    """Ask for a field of a hearing in some lines; it may stay empty."""
    return forms.CharField(
        label=label_of(Hearing, name),
        help_text=help_text,
        max_length=most,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def reached_at(municipality: Municipality) -> str:
    """How a municipality is reached, as it says itself: a line for each way."""
    said = (municipality.contact_email, municipality.contact)
    return "\n".join(filter(None, (each.strip() for each in said)))


class PlanForm(forms.Form):
    """What a hearing is about, how long it lasts, and how people are secured a part."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = LineField(label=label_of(Hearing, "title"), max_length=120)
    about = forms.CharField(
        label=label_of(Hearing, "about"), max_length=MOST, widget=CountedTextarea(most=MOST)
    )
    preset = forms.ChoiceField(label=label_of(Hearing, "preset"))
    opens_on = DayField(
        label=label_of(Hearing, "opens_on"), widget=DayInput, initial=timezone.localdate
    )
    closes_on = DayField(
        label=label_of(Hearing, "closes_on"),
        help_text=_(
            "Leave it empty, and it becomes the earliest day that the law allows. A day that is no"
            " working day becomes the next one."
        ),
        widget=DayInput,
        required=False,
    )
    inspected_at = LineField(
        label=label_of(Hearing, "inspected_at"), max_length=200, required=False
    )
    answers_to = long_text(
        "answers_to",
        help_text=_(
            "E-mail, postal address, telephone: one on each line. Everybody reads it, and it cannot"
            " open without it."
        ),
    )
    young_secured = long_text(
        "young_secured", help_text=_("A plan in Norway cannot open without it.")
    )
    others_secured = long_text("others_secured")
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        self.municipality = municipality
        offered = presets_of(municipality.country)
        self.fields["preset"].choices = [  # type: ignore[attr-defined]
            (preset.key, PRESETS[preset.key]) for preset in offered
        ]
        self.fields["language"].initial = get_language()
        if not self.initial.get("answers_to"):
            self.initial["answers_to"] = reached_at(municipality)

    def clean(self) -> dict[str, Any]:
        """Try the days by the law of this kind of matter."""
        said = super().clean() or {}
        if {"preset", "opens_on"} <= said.keys() and "closes_on" not in self.errors:
            tried = Hearing(municipality=self.municipality, preset=said["preset"])
            try:
                set_days(tried, opens_on=said["opens_on"], closes_on=said["closes_on"])
            except Refusal as problem:
                self.add_error("closes_on", str(problem))
        return said

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, without the key that tells one press from another."""
        return {name: value for name, value in self.cleaned_data.items() if name != "public_id"}

    @property
    def key(self) -> UUID | None:
        """The key that tells one press from another."""
        return self.cleaned_data.get("public_id")


class AskForm(forms.Form):
    """Somebody who is asked by name."""

    kind = forms.ChoiceField(label=label_of(Recipient, "kind"), choices=Recipient.Kind.choices)
    organisation = forms.ModelChoiceField(
        label=_("Which organisation, if it is here?"),
        help_text=_("Those who belong to it are told here too."),
        queryset=Organisation.objects.none(),
        required=False,
    )
    name = LineField(
        label=label_of(Recipient, "name"),
        help_text=_("Neighbours and owners are not named to others."),
        max_length=160,
        required=False,
    )
    way = forms.ChoiceField(label=label_of(Recipient, "way"), choices=Recipient.Way.choices)
    people = forms.IntegerField(
        label=label_of(Recipient, "people"), min_value=1, max_value=MOST_PEOPLE, initial=1
    )
    invited_on = DayField(
        label=label_of(Recipient, "invited_on"),
        help_text=_("Leave it empty for the day it opens."),
        widget=DayInput,
        required=False,
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        found = Organisation.objects.of(municipality).order_by("name", "pk")
        self.fields["organisation"].queryset = found  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a name or an organisation."""
        said = super().clean() or {}
        if not self.errors and not said["name"] and not said["organisation"]:
            self.add_error("name", _("Write a name, or choose an organisation."))
        return said


class LayOpenForm(forms.Form):
    """A paper that lies open: a file or a link."""

    paper_title = LineField(label=_("What is the paper called?"), max_length=160)
    url = forms.URLField(
        label=_("Where is it?"),
        help_text=_("The whole address, with https://. A text that is written here has one too."),
        max_length=400,
        required=False,
        assume_scheme="https",
    )
    file = PaperField(label=_("Or the file itself"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one of the two."""
        said = super().clean() or {}
        if not self.errors and bool(said.get("url")) == bool(said.get("file")):
            self.add_error("url", _("Write an address, or choose a file."))
        return said


class OpenForm(forms.Form):
    """Opening, where the solution is locked: with open eyes."""

    knows_it_is_late = forms.BooleanField(
        label=_("We know that this hearing cannot count as co-creation, and hold it all the same"),
        required=False,
    )


class ExtendForm(forms.Form):
    """A later last day."""

    longer_until = DayField(label=_("New last day"), widget=DayInput)


class ReportForm(forms.Form):
    """What the hearing showed."""

    summary = forms.CharField(
        label=label_of(Hearing, "summary"),
        help_text=_("A few sentences. Every statement and its answer stands below them."),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class LayBeforeForm(forms.Form):
    """What the elected body is asked to decide after the hearing."""

    body = forms.ModelChoiceField(
        label=_("Who decides?"), queryset=Organisation.objects.none(), empty_label=None
    )
    recommendation = forms.CharField(
        label=_("What do you recommend?"),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    promised_on = DayField(label=_("By when has it promised to decide?"), widget=DayInput)

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["body"].queryset = elected_bodies(municipality)  # type: ignore[attr-defined]
