"""Attaching what somebody says about the displacement check."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import at_most
from samskap.design.forms import DayInput, TouchRadios
from samskap.initiatives.models import Statement


class StatementForm(forms.ModelForm):  # type: ignore[type-arg]
    """Who says what, when, and where the whole document is."""

    source = forms.URLField(
        label=_("Where is the whole document?"),
        help_text=_("An address that everybody can open. May stay empty."),
        max_length=300,
        required=False,
        assume_scheme="https",
    )

    class Meta:
        model = Statement
        formfield_callback = at_most(2000)
        fields = ("by_whom", "stance", "says", "said_on", "source")
        widgets = {
            "stance": TouchRadios,
            "said_on": DayInput,
            "says": forms.Textarea({"rows": 4}),
        }
        help_texts = {
            "by_whom": _("A union, the employees of a place, a safety representative."),
            "says": _("Word for word, the part that answers whether public tasks are moved out."),
        }

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.fields["stance"].choices = Statement.Stance.choices  # type: ignore[attr-defined]

    def clean_said_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["said_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day lies ahead of us. Write the day it was said."))
        return day
