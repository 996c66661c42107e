"""Looking back: how each promise went, what all saw, and when to look again."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.design.forms import DayInput, TouchRadios
from samskap.negotiations.models import Pledge

LONG = 1000


class SettleForm(forms.Form):
    """How one promise went."""

    pledge = forms.TypedChoiceField(label=_("Which promise?"), coerce=int)
    is_kept = forms.TypedChoiceField(
        label=_("How did it go?"),
        choices=[("kept", _("It was kept")), ("released", _("It is released"))],
        coerce=lambda said: said == "kept",
        widget=TouchRadios,
    )
    says = forms.CharField(
        label=_("In your words"),
        help_text=_("Needed where it is released."),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, pledges: Sequence[Pledge], **named: Any) -> None:
        super().__init__(*args, **named)
        self.pledges = {each.pk: each for each in pledges}
        self.fields["pledge"].choices = [  # type: ignore[attr-defined]
            (each.pk, f"{each.party.name}: {each.commitment.what}") for each in pledges
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a release."""
        said = super().clean() or {}
        if said.get("is_kept") is False and not said.get("says"):
            self.add_error("says", _("Say why it is released."))
        return said

    @property
    def chosen(self) -> Pledge:
        """The promise that was chosen."""
        return self.pledges[self.cleaned_data["pledge"]]


class ReviewForm(forms.Form):
    """What all saw when they looked at the promises."""

    words = forms.CharField(
        label=_("What did we see?"),
        help_text=_("How it stands today is counted from the promises. Everybody reads this."),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class MoveForm(forms.Form):
    """Another day for the next review."""

    on = DayField(label=_("When do we look next?"), widget=DayInput)

    def clean_on(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Choose a day ahead of us."))
        return day
