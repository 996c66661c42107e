"""The call, registering, assessing and choosing, as forms."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField, one_line
from samskap.committees.forms.committee import long_text
from samskap.committees.models import Call, Choice, Registration, Seat
from samskap.committees.models.team import Sex, Way
from samskap.committees.queries.team import free_seats
from samskap.design.forms import DayInput, TouchCheckboxes, TouchRadios
from samskap.ledger.models import Channel
from samskap.places.models import Area

MOST_QUESTIONS, MOST_QUESTION = 8, 200
NOT_TOLD = [("", _("I would rather not say"))]


class CallForm(forms.Form):
    """An open call."""

    text = long_text(_("Whom do you look for?"), _("What they will do together, and how often."))
    questions = long_text(
        _("Questions to everybody who registers"),
        _("One on each line, at most eight. Ask only what the choice rests on."),
        required=False,
    )
    way = forms.ChoiceField(
        label=_("How are members chosen?"), choices=Way.choices, widget=TouchRadios
    )
    closes_on = DayField(label=_("Last day to register"), widget=DayInput)

    def clean_questions(self) -> list[str]:
        """Take one question from each line."""
        found = [one_line(line) for line in self.cleaned_data["questions"].splitlines()]
        questions = [line for line in found if line]
        if len(questions) > MOST_QUESTIONS or any(len(one) > MOST_QUESTION for one in questions):
            raise forms.ValidationError(_("Ask at most eight questions, each in one short line."))
        return questions

    def clean_closes_on(self) -> Any:
        """Refuse a last day that has passed."""
        day = self.cleaned_data["closes_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose one that lies ahead."))
        return day


class RegisterForm(forms.Form):
    """What somebody tells who would like to sit in a committee."""

    words = long_text(_("Why would you like to take part?"), required=False)
    perspectives = forms.MultipleChoiceField(
        label=_("What do you bring to the table?"), required=False, widget=TouchCheckboxes
    )
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        help_text=_("So that all ages sit at the table. It is not shown."),
        required=False,
        min_value=1900,
    )
    sex = forms.ChoiceField(
        label=_("Gender"),
        help_text=_("So that the committee is balanced. It is not shown."),
        choices=[*NOT_TOLD, *Sex.choices],
        required=False,
        widget=TouchRadios,
    )
    area = forms.ModelChoiceField(
        label=_("Where do you live?"), queryset=Area.objects.none(), required=False
    )
    is_open = forms.BooleanField(
        label=_("I want to create this together with others, and I am not locked to a solution."),
        help_text=_("You can register without it. Nobody is appointed without it."),
        required=False,
    )
    interests = long_text(
        _("What binds you?"),
        _(
            "Work, property, offices or family that have a stake in the task. Those who choose, and"
            " the other members, can read it. Write “nothing” if there is nothing."
        ),
        required=False,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, call: Call, **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        self.questions = list(call.questions)
        for number, question in enumerate(self.questions):
            self.fields[f"answer_{number}"] = long_text(question, required=False)
        seats = call.committee.seats.filter(dropped_at=None, role="resident")
        brought = dict.fromkeys(seats.values_list("perspective", flat=True))
        fields["perspectives"].choices = [(each, each) for each in brought]
        if not brought:
            del self.fields["perspectives"]
        fields["area"].queryset = Area.objects.of(call.municipality)
        answers = [f"answer_{number}" for number in range(len(self.questions))]
        before = [name for name in ("name", "reach", "channel") if name in self.fields]
        self.order_fields([*before, "words", *answers])

    def clean_birth_year(self) -> int | None:
        """Refuse a year that has not begun."""
        year: int | None = self.cleaned_data["birth_year"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError(_("This year has not begun. Write the year of birth."))
        return year

    def clean_public_id(self) -> UUID:
        """Take the key that the page chose."""
        key: UUID = self.cleaned_data["public_id"]
        return key

    def clean(self) -> dict[str, Any]:
        """Gather the answers in the order of the questions."""
        told = super().clean() or self.cleaned_data
        told["answers"] = [
            told.pop(f"answer_{number}", "") for number in range(len(self.questions))
        ]
        return told


class EnterForm(RegisterForm):
    """The same for somebody who registered on paper or by telephone."""

    name = LineField(label=_("Name"), max_length=120)
    reach = LineField(
        label=_("How to reach them"),
        help_text=_("A telephone number or an address, so that they hear how it went."),
        max_length=200,
    )
    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=TouchRadios,
        initial=Channel.PAPER,
    )


class AssessForm(forms.Form):
    """How somebody suits a seat, for those who choose."""

    seat = forms.ModelChoiceField(
        label=_("Which seat suits best?"), queryset=Seat.objects.none(), required=False
    )
    text = long_text(_("How they suit it"), _("Those who choose read it, and the person."))

    def __init__(self, *args: Any, registration: Registration, **named: Any) -> None:
        now = {"seat": registration.suits_id, "text": registration.assessment}
        super().__init__(*args, **{"initial": now, **named})
        seats: Any = self.fields["seat"]
        seats.queryset = registration.committee.seats.filter(dropped_at=None)


class ChooseForm(forms.Form):
    """One choice about one registration."""

    outcome = forms.ChoiceField(
        label=_("Choice"), choices=Choice.Outcome.choices, widget=TouchRadios
    )
    seat = forms.ModelChoiceField(
        label=_("In which seat?"),
        queryset=Seat.objects.none(),
        required=False,
        empty_label=_("No certain seat"),
    )
    reason = long_text(_("Why"), _("It stays on record. The person can read it; others cannot."))

    def __init__(self, *args: Any, registration: Registration, **named: Any) -> None:
        super().__init__(*args, **{"initial": {"seat": registration.suits_id}, **named})
        seats: Any = self.fields["seat"]
        seats.queryset = free_seats(registration.committee)
