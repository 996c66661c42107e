"""A question to all."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField, at_most
from samskap.design.forms import CountedTextarea, DayInput
from samskap.ideas.models import Question


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]
    """A question to all."""

    closes_on = DayField(
        label=_("Open until"),
        help_text=_("Through this day. It may stay empty."),
        widget=DayInput,
        required=False,
    )

    class Meta:
        model = Question
        formfield_callback = at_most(4000)
        fields = ("text", "more", "is_hearing")
        widgets = {"more": CountedTextarea(most=4000)}
        help_texts = {
            "is_hearing": _(
                "Tick this when a finished proposal is sent out for comments. A hearing on a"
                " locked solution is not co-creation, and the ladder says so."
            )
        }

    def clean_closes_on(self) -> Any:
        """Refuse a day that has passed."""
        day = self.cleaned_data["closes_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose a day from today on."))
        return day
