"""Sealing the panels, typing the numbers in, and opening the pool again."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import DayInput, TouchRadios
from samskap.lottery.models import Round


class CommitForm(forms.Form):
    """Which numbers will decide, named before anybody can know them."""

    source = forms.ChoiceField(
        label=_("Where do the public numbers come from?"),
        choices=Round.Source.choices,
        widget=TouchRadios,
        initial=Round.Source.DICE,
    )
    words = LineField(
        label=_("Which one, exactly?"),
        help_text=_(
            "For example: five dice that the mayor throws in the council hall, or the seven numbers"
            " of the national lottery in rising order."
        ),
        max_length=200,
    )
    on = DayField(label=_("On which day?"), widget=DayInput, initial=timezone.localdate)

    def clean_on(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose today or a later one."))
        return day


class NumbersForm(forms.Form):
    """The public numbers, in the order in which they came."""

    typed = LineField(
        label=_("The numbers, in the order in which they came"),
        help_text=_("With a blank between them, for example: 4 1 6 3 2."),
        max_length=200,
        widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
    )


class ReopenForm(forms.Form):
    """Why people can enter again."""

    reason = LineField(label=_("Why is it opened again?"), max_length=300)


class StewardForm(forms.Form):
    """Who keeps the lot too."""

    email = forms.EmailField(
        label=_("E-mail of a colleague"),
        help_text=_("They see what those in the lot answered, as you do."),
        max_length=254,
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["email"].widget.attrs["autocomplete"] = "off"
