"""Deciding about a proposed change."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.design.forms import DayInput, TouchRadios
from samskap.drafting.forms.fields import text_field, why_field
from samskap.drafting.models import Change

State = Change.State


class DecideForm(forms.Form):
    """Yes, yes with changes, or no; and why."""

    state = forms.ChoiceField(label=_("What becomes of it?"), widget=TouchRadios)
    text = text_field(
        _("How the paragraph reads then"),
        required=False,
        help_text=_("Only where you accept it with changes."),
    )
    answer = why_field(
        _("Your reasons"),
        required=False,
        help_text=_("Whoever proposed it hears them, and everybody can read them."),
    )
    base_version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=1, max_value=2**31 - 1
    )

    def __init__(
        self, *args: Any, fits: bool = True, may_reject: bool = True, **named: Any
    ) -> None:
        """Offer the answers; where it no longer fits, it cannot be taken in as it is."""
        super().__init__(*args, **named)
        state: Any = self.fields["state"]
        state.choices = [
            *([(State.ACCEPTED.value, _("Accept it"))] if fits else []),
            (State.ACCEPTED_CHANGED.value, _("Accept it with changes")),
            *([(State.REJECTED.value, _("Say no"))] if may_reject else []),
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for reasons with all but a plain yes, and for words where they are changed."""
        said = super().clean() or self.cleaned_data
        state = said.get("state")
        if state in (State.ACCEPTED_CHANGED, State.REJECTED) and not said.get("answer"):
            self.add_error("answer", _("Write why. Whoever proposed it hears it."))
        if state == State.ACCEPTED_CHANGED and not said.get("text"):
            self.add_error("text", _("Write how the paragraph should read."))
        return said


class PutForm(forms.Form):
    """The question to the partners."""

    text = text_field(
        _("What the partners are asked about"),
        required=False,
        help_text=_("As it was proposed, or with changes."),
    )
    closes_on = DayField(label=_("Voices until"), widget=DayInput, required=False)
