"""How something came in that was not given on the web, and on which day."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.design.forms import DayInput, TouchRadios
from samskap.ledger.models import Channel


def channel_field(label: Any) -> forms.ChoiceField:
    """Ask how something came in that was not given on the web."""
    return forms.ChoiceField(
        label=label,
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=TouchRadios,
        initial=Channel.PAPER,
    )


class CameInForm(forms.Form):
    """How one thing came in, and when."""

    channel = channel_field(_("How did it come in?"))
    given_on = DayField(label=_("When was it given?"), widget=DayInput, initial=timezone.localdate)

    def clean_given_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day lies ahead of us. Write the day it was given."))
        return day
