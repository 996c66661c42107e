"""Laying recommendations before an elected body and answering them, as forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.initiatives.forms.partnership import long_text
from samskap.initiatives.forms.steps import day_input
from samskap.initiatives.models import Recommendation
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.organisations.queries import elected_bodies


class LayForm(forms.Form):
    """What is recommended to whom, and by when the answer comes."""

    body = forms.ModelChoiceField(
        label=_("Who answers?"), queryset=Organisation.objects.none(), empty_label=None
    )
    title = forms.CharField(label=_("What it is about, in one line"), max_length=160)
    recommendations = forms.CharField(
        label=_("Recommendations"),
        help_text=_("Write one on each line. Each gets its own answer."),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    promised_on = DayField(
        label=_("The day the body has promised an answer by"), widget=day_input()
    )
    legal_due_on = DayField(
        label=_("The last day by law"),
        help_text=_("Leave it empty if the law gives no day."),
        required=False,
        widget=day_input(),
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["body"].queryset = elected_bodies(municipality)  # type: ignore[attr-defined]

    def clean_recommendations(self) -> list[str]:
        """Give each line as a recommendation."""
        lines = self.cleaned_data["recommendations"].splitlines()
        return [line.strip(" –-•\t") for line in lines if line.strip(" –-•\t")]


class AnswerForm(forms.Form):
    """One answer with its reasons."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=Recommendation.Answer.choices, widget=forms.RadioSelect
    )
    reasons = long_text(
        _("Reasons"),
        _("Those who recommended it, and everybody else, can read them."),
        required=True,
    )
