"""What people fill in at the desk."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import DayField, at_most
from samskap.design.forms import CountedTextarea, DayInput, TouchRadios
from samskap.desk.models import Wording, WorkloadLimit
from samskap.ideas.forms import OFFERED_FATES
from samskap.ledger.actions import LONGEST_WAIT
from samskap.ledger.models import Contribution, FateStatus
from samskap.people.models import Person

OWED = frozenset({FateStatus.NOT_USED, FateStatus.FORWARDED})  # a reason belongs to these


class AnswerAlikeForm(forms.Form):
    """One answer to many, and a line to each of them."""

    status = forms.ChoiceField(
        label=_("What becomes of it?"), choices=OFFERED_FATES, widget=TouchRadios
    )
    text = forms.CharField(
        label=_("Your answer to all of them"),
        help_text=_("Those who gave it read this, and so does everyone else."),
        widget=CountedTextarea(most=4000),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, given: list[Contribution], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given = given
        for one in given if len(given) > 1 else []:
            self.fields[f"line_{one.pk}"] = forms.CharField(
                label=one.standing.caption or str(_("Without words")),
                help_text=_("A line to this one alone. It stands above the common answer."),
                max_length=400,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where one is owed."""
        facts = super().clean() or {}
        if facts.get("status") in OWED and not str(facts.get("text", "")).strip():
            self.add_error("text", _("Write the reason. Whoever gave it deserves one."))
        return facts

    def lines(self) -> dict[int, str]:
        """What is said to each alone: key → line."""
        return {one.pk: self.cleaned_data.get(f"line_{one.pk}", "") for one in self.given}


class PutOffForm(forms.Form):
    """Why answers take longer, and when they come."""

    reason = forms.CharField(
        label=_("Why does it take longer?"),
        help_text=_("Those who wait read this, and so does everyone else."),
        widget=CountedTextarea(most=1000),
        max_length=1000,
    )
    until = DayField(
        label=_("When do they get an answer?"),
        help_text=_("At most 60 days from now."),
        widget=DayInput,
    )

    def clean_until(self) -> Any:
        """Refuse a day that has passed, or that lies too far ahead."""
        day, today = self.cleaned_data["until"], timezone.localdate()
        if not today < day <= today + LONGEST_WAIT:
            raise forms.ValidationError(
                _("Choose a day that lies ahead, and at most 60 days from now.")
            )
        return day


class HandOverForm(forms.Form):
    """Who answers from now on, and what they should know."""

    to = forms.ModelChoiceField(label=_("Who answers from now on?"), queryset=Person.objects.none())
    note = forms.CharField(
        label=_("What should they know?"),
        help_text=_("Only they read it."),
        widget=CountedTextarea(most=1000),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people  # type: ignore[attr-defined]


class WordingForm(forms.ModelForm[Wording]):
    """A prepared answer."""

    class Meta:
        model = Wording
        formfield_callback = at_most(4000)
        fields: ClassVar = ["title", "status", "text", "language"]
        widgets: ClassVar = {"text": CountedTextarea(most=4000), "status": TouchRadios}
        help_texts: ClassVar = {
            "title": _("Only those who answer see it."),
            "text": _(
                "Write what differs from one to the next in [square brackets]. Whoever uses it"
                " writes that themselves, and no answer leaves before they have."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            ("", _("Whoever uses it decides")),
            *OFFERED_FATES,
        ]
        self.fields["language"] = forms.ChoiceField(
            label=_("Written in"),
            choices=CONTENT_LANGUAGES,
            initial=self.instance.language or get_language(),
        )

    def clean_title(self) -> str:
        """Refuse a title that another prepared answer has."""
        title = str(self.cleaned_data["title"])
        others = Wording.objects.of(self.instance.municipality).exclude(pk=self.instance.pk)
        if others.filter(title=title).exists():
            raise forms.ValidationError(_("There is one with this title already. Choose another."))
        return title


class LimitForm(forms.ModelForm[WorkloadLimit]):
    """How much one person should carry."""

    class Meta:
        model = WorkloadLimit
        fields: ClassVar = ["promises", "hours"]
        labels: ClassVar = {
            "promises": _("Open promises that one person should carry at most"),
            "hours": _("Hours that one person should write down in seven days at most"),
        }
        help_texts: ClassVar = {
            "promises": _("Answers they owe, and what they have promised as a partner."),
        }


def two_weeks_on() -> Any:
    """The day that is offered first when an answer is put off."""
    return timezone.localdate() + timedelta(days=14)
