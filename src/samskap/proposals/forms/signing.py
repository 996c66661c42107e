"""Signing on the web."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import DayInput
from samskap.kernels.thresholds import Scheme
from samskap.people.models import Person
from samskap.proposals.forms.drafting import old_enough


class SignForm(forms.Form):
    """Name, address and day of birth; that one lives here."""

    name = LineField(label=_("Full name"), max_length=120)
    address = LineField(
        label=_("Address"), help_text=_("Street, number and place."), max_length=200
    )
    born_on = DayField(
        label=_("Date of birth"),
        help_text=_("So that nobody is counted twice. Others never see it."),
        widget=DayInput,
    )
    lives_here = forms.BooleanField(label=_("I live in the municipality"))

    def __init__(self, *args: Any, by: Person, scheme: Scheme, **named: Any) -> None:
        super().__init__(*args, **named)
        self.least_age = scheme.least_age
        self.fields["name"].initial = f"{by.given_name} {by.family_name}".strip()
        self.fields["born_on"].initial = by.born_on

    def clean_born_on(self) -> date:
        """Refuse whoever is younger than the rules ask, and days that have not come."""
        return old_enough(self.cleaned_data["born_on"], self.least_age)
