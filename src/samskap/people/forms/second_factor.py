"""What people fill in about the second factor, and administrators about who needs one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import TouchCheckboxes
from samskap.people.models import Role


class FactorCodeForm(forms.Form):
    """Asks for a code from the app, or one from paper."""

    code = forms.CharField(
        label=_("The code from the app"),
        help_text=_("Six digits. If you have lost your telephone, write one of your paper codes."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
    )


class StrongRolesForm(forms.Form):
    """Asks which roles need a second factor."""

    roles = forms.MultipleChoiceField(
        label=_("Who needs two-factor sign-in?"),
        choices=[choice for choice in Role.Name.choices if choice[0] != Role.Name.RESIDENT],
        required=False,
        widget=TouchCheckboxes,
    )
