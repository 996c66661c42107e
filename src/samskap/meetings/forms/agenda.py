"""What people fill in for an agenda: a proposal, and the answer to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import CountedTextarea
from samskap.initiatives.forms.hands import HandForm

MOST_MINUTES = 480


class ItemForm(HandForm):
    """Something to talk about."""

    title = forms.CharField(label=_("What shall we talk about?"), max_length=120)
    why = forms.CharField(
        label=_("Why?"),
        max_length=1000,
        required=False,
        widget=CountedTextarea(most=1000, attrs={"rows": 3}),
    )
    minutes = forms.IntegerField(
        label=_("How many minutes does it need?"),
        min_value=1,
        max_value=MOST_MINUTES,
        initial=15,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    field_order = ("title", "why", "minutes", "hand")


class SettleForm(forms.Form):
    """Whether a proposal is taken in, and why not."""

    answer = forms.ChoiceField(
        label=_("Is it on the agenda?"),
        choices=[("yes", _("Yes, take it in")), ("no", _("Not this time"))],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("Why not this time?"),
        help_text=_("Whoever proposed it will read it."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask why, where it is not taken in."""
        said = super().clean() or self.cleaned_data
        if said.get("answer") == "no" and not (said.get("because") or "").strip():
            self.add_error("because", _("Write why it is not on the agenda this time."))
        return said
