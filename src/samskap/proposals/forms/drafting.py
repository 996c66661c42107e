"""Writing a proposal, and taking one back."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import CountedTextarea, DayInput
from samskap.initiatives.forms.hands import HandForm
from samskap.kernels.thresholds import Scheme
from samskap.ledger.models import Side
from samskap.people.models import Person
from samskap.proposals.ages import age_on
from samskap.proposals.errors import TooYoung

MOST = 4000  # characters of a proposal


class WordsForm(forms.Form):
    """The words of a proposal."""

    title = LineField(
        label=_("What should the council do?"),
        help_text=_("One sentence. Others sign exactly these words."),
        max_length=120,
    )
    text = forms.CharField(
        label=_("Why, and how?"), max_length=MOST, widget=CountedTextarea(most=MOST)
    )
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["language"].initial = get_language()


class DraftForm(WordsForm, HandForm):
    """A new proposal, for oneself, for an organisation, or for somebody without an account."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    born_on = DayField(
        label=_("When were you born?"),
        help_text=_("The rules here ask for an age. Nobody else sees it."),
        widget=DayInput,
    )
    for_name = LineField(
        label=_("For somebody without an account: their name"),
        help_text=_(
            "Leave it empty where the proposal is your own. The page of the initiative says the"
            " name; for a child write “a resident”."
        ),
        max_length=120,
        required=False,
    )
    for_reach = LineField(
        label=_("How do we reach them with the answer?"), max_length=200, required=False
    )
    field_order = ("title", "text", "hand", "born_on", "for_name", "for_reach", "language")

    def __init__(
        self, *args: Any, by: Person, scheme: Scheme, is_steward: bool, **named: Any
    ) -> None:
        super().__init__(*args, by=by, side=Side.NON_PUBLIC, **named)
        self.least_age = scheme.least_age
        if self.least_age:
            self.fields["born_on"].initial = by.born_on
        else:
            del self.fields["born_on"]
        if not is_steward:
            del self.fields["for_name"], self.fields["for_reach"]

    def clean_born_on(self) -> date:
        """Refuse whoever is younger than the rules ask."""
        return old_enough(self.cleaned_data["born_on"], self.least_age)


def old_enough(born_on: date, least: int) -> date:
    """Give the day of birth back where somebody is old enough today; else a mistake to mend."""
    today = timezone.localdate()
    if born_on > today:
        raise forms.ValidationError(_("This day lies ahead of us."))
    if age_on(born_on, today) < least:
        raise forms.ValidationError(str(TooYoung(years=least)))
    return born_on


class WithdrawForm(forms.Form):
    """Why a proposal is taken back."""

    reason = forms.CharField(
        label=_("Why do you take it back?"),
        help_text=_("Those who have signed can read it."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
