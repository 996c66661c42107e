"""What people fill in for minutes: the draft, by when, a reply, and what was settled."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.design.forms import CountedTextarea, DayInput
from samskap.initiatives.forms.hands import HandForm

MOST_SIGNS = 20_000
A_WEEK = timedelta(days=7)


class MinutesForm(forms.Form):
    """The draft."""

    text = forms.CharField(
        label=_("The minutes"),
        help_text=_(
            "What was talked about, what was settled, who does what. Name people sparingly."
        ),
        max_length=MOST_SIGNS,
        widget=CountedTextarea(most=MOST_SIGNS, attrs={"rows": 16}),
    )


class SendForm(forms.Form):
    """By when those who came should answer."""

    answer_by = DayField(
        label=_("By which day should they answer?"),
        help_text=_("Whoever says nothing until then has nothing against it."),
        widget=DayInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer_by"].initial = timezone.localdate() + A_WEEK

    def clean_answer_by(self) -> Any:
        """Refuse a day that leaves no time."""
        day = self.cleaned_data["answer_by"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Give people until tomorrow or later."))
        return day


class ReplyForm(forms.Form):
    """Yes, or what should be put right."""

    answer = forms.ChoiceField(
        label=_("Are the minutes right?"),
        choices=[("yes", _("Yes, I approve them")), ("no", _("Something should be put right"))],
        widget=forms.RadioSelect,
    )
    correction = forms.CharField(
        label=_("What should be put right?"),
        max_length=1000,
        required=False,
        widget=CountedTextarea(most=1000, attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask what, where something should be put right; a yes needs no words."""
        said = super().clean() or self.cleaned_data
        if said.get("answer") == "yes":
            said["correction"] = ""
        elif said.get("answer") == "no" and not (said.get("correction") or "").strip():
            self.add_error("correction", _("Write what should be put right."))
        return said


class AnswerForm(forms.Form):
    """Why the minutes stay as they are."""

    answer = forms.CharField(
        label=_("Why do they stay as they are?"),
        help_text=_("Whoever proposed the correction will read it."),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )


class SettledForm(HandForm):
    """What the meeting decided."""

    title = forms.CharField(label=_("What was decided, in one line?"), max_length=160)
    text = forms.CharField(
        label=_("The decision in full"),
        max_length=4000,
        widget=CountedTextarea(most=4000, attrs={"rows": 4}),
    )
    reasons = forms.CharField(
        label=_("Why?"), max_length=2000, widget=CountedTextarea(most=2000, attrs={"rows": 3})
    )
    field_order = ("title", "text", "reasons", "hand")
