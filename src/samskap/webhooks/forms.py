"""What an administrator fills in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal
from samskap.webhooks.events import by_module
from samskap.webhooks.sending import see_that_it_leads_out


class HookForm(forms.Form):
    """An address, and what it hears of."""

    url = forms.CharField(
        label=_("Address"),
        help_text=_("Where we post to. It must begin with https:// and be reached by everybody."),
        max_length=500,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )
    hears = forms.MultipleChoiceField(
        label=_("What it hears of"),
        choices=by_module,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that the address hears of.")},
    )

    def clean_url(self) -> str:
        """See that the address is safe, and leads to a public server."""
        url: Any = self.cleaned_data["url"].strip()
        try:
            see_that_it_leads_out(url)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return str(url)
