"""What people fill in about figures."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import CountedTextarea


class ContestForm(forms.Form):
    """Why a placement is wrong."""

    reason = forms.CharField(
        label=_("What is wrong, and how do you know?"),
        help_text=_("It is shown to everyone. The placement is never edited, only worked out."),
        widget=CountedTextarea(most=2000),
        max_length=2000,
    )


class ContestAnswerForm(forms.Form):
    """The answer to an objection."""

    answer = forms.CharField(
        label=_("Your answer"), widget=CountedTextarea(most=2000), max_length=2000
    )
