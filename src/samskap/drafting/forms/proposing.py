"""Proposing a change to a paragraph."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import TouchRadios
from samskap.drafting.forms.fields import GivingForm, text_field, why_field
from samskap.drafting.models import Change


class ProposeForm(GivingForm):
    """A new wording of a paragraph, or that it is taken out."""

    public_id = forms.UUIDField(widget=forms.HiddenInput)
    base_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    what = forms.ChoiceField(
        label=_("What do you propose?"),
        choices=[
            (Change.What.REWORD.value, Change.What.REWORD.label),
            (Change.What.REMOVE.value, Change.What.REMOVE.label),
        ],
        initial=Change.What.REWORD,
        widget=TouchRadios,
    )
    text = text_field(
        _("How should it read?"),
        required=False,
        help_text=_("Change the words where they stand. Others see what you changed."),
    )
    reason = why_field(_("Why?"), help_text=_("Everybody can read it."))
    field_order: Any = (
        *("what", "text", "reason", "hand"),
        *GivingForm.on_paper,
        *("public_id", "base_version"),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where a new wording is proposed."""
        said = super().clean() or self.cleaned_data
        if said.get("what") == Change.What.REWORD and not said.get("text"):
            self.add_error("text", _("Write how the paragraph should read."))
        return said
