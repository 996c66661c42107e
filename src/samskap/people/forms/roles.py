"""What administrators fill in about roles."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.design.forms import DayInput
from samskap.people.models import Role


class GiveRoleForm(forms.Form):
    """Asks who gets which role."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("Whoever has not signed in yet gets the role at the first sign-in."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[choice for choice in Role.Name.choices if choice[0] != Role.Name.RESIDENT],
    )
    until = DayField(
        label=_("Ends on"),
        required=False,
        help_text=_("From this day the person no longer has the role."),
        widget=DayInput,
    )

    def clean_until(self) -> date | None:
        """See that the role lasts at least a day."""
        until: date | None = self.cleaned_data["until"]
        if until and until <= timezone.localdate():
            raise ValidationError(_("Choose a day after today."))
        return until


class FindRoleForm(forms.Form):
    """Asks whose roles to show."""

    email = forms.CharField(
        label=_("Search by e-mail"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )
