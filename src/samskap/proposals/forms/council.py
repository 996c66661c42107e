"""What is written down for the council, and what follows."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import DayInput, TouchRadios
from samskap.initiatives.models import Recommendation
from samskap.proposals.models import VERDICTS

REASONS = 4000


class AdmitForm(forms.Form):
    """Whether the council takes a proposal up."""

    verdict = forms.ChoiceField(
        label=_("What has the council said?"),
        choices=[(state.value, state.label) for state in VERDICTS],
        widget=TouchRadios,
    )
    reason = forms.CharField(
        label=_("The council’s reasons"),
        max_length=REASONS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    council_has_said_so = forms.BooleanField(
        label=_("The council itself has decided this"),
        help_text=_("The law does not let anybody else decide it."),
    )


class ReferForm(forms.Form):
    """Which plan case a proposal is dealt with in."""

    plan_case = LineField(
        label=_("Which plan case?"), help_text=_("Its name and number."), max_length=160
    )
    expected_on = DayField(label=_("By when do you expect an answer?"), widget=DayInput)
    refer_reason = forms.CharField(
        label=_("Why does it belong there?"),
        max_length=REASONS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_expected_on(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["expected_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Choose a day ahead of us."))
        return day


class DecideForm(forms.Form):
    """What the council decided."""

    answer = forms.ChoiceField(
        label=_("What has the council decided?"),
        choices=Recommendation.Answer.choices,
        widget=TouchRadios,
    )
    reasons = forms.CharField(
        label=_("Reasons"),
        help_text=_("Everybody reads them. Those who made the proposal hear them at once."),
        max_length=REASONS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    on = DayField(label=_("On which day?"), widget=DayInput, initial=timezone.localdate)

    def clean_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead of us."))
        return day


class MeasureForm(forms.Form):
    """Something that is done because of a decision."""

    measure_says = LineField(label=_("What is done?"), max_length=200)
    due_on = DayField(label=_("By when?"), widget=DayInput)


class DoneForm(forms.Form):
    """That a measure is done."""

    measure = forms.ChoiceField(label=_("Which measure is done?"))
    says = LineField(label=_("How did it go?"), max_length=300, required=False)

    def __init__(self, *args: Any, measures: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["measure"].choices = measures  # type: ignore[attr-defined]


class NothingMoreForm(forms.Form):
    """Why nothing more follows."""

    nothing_more = forms.CharField(
        label=_("Why does nothing more follow?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
