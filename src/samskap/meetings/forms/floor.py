"""What whoever leads a meeting fills in: who wants to speak."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AddSpeakerForm(forms.Form):
    """Somebody without an account or a telephone, by a word for them."""

    label = forms.CharField(
        label=_("Add somebody"),
        help_text=_("A word that lets you know them again, for instance: table 4, red jacket."),
        max_length=60,
    )
