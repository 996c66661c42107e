"""Opening, voicing and closing decisions, as forms."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.initiatives.forms.hands import HandForm
from samskap.initiatives.forms.partnership import long_text
from samskap.initiatives.forms.steps import day_input, reason
from samskap.initiatives.models import Decision, Initiative, Partner, Voice
from samskap.ledger.models import Standing

OTHERS = _("Why are the other inputs not used?")
OTHERS_HELP = _(
    "If you write it, everybody whose input is not chosen gets this answer."
    " If you leave it empty, they go on waiting for one."
)
MINORITY = _("What the minority thinks")


def questions_left(initiative: Initiative) -> list[tuple[str, str]]:
    """What can be decided now: no question twice, and no solution before the problem."""
    closed = set()
    if initiative.problem_locked_at:
        closed.add(Decision.What.PROBLEM)
    else:
        closed.add(Decision.What.SOLUTION)
    if initiative.solution_locked_at:
        closed.add(Decision.What.SOLUTION)
    return [(value, str(label)) for value, label in Decision.What.choices if value not in closed]


class FindContributionsForm(forms.Form):
    """Words to find contributions by."""

    q = forms.CharField(
        label=_("Find contributions by their title"),
        help_text=_("Do this before you write: the list is made anew."),
        required=False,
        max_length=80,
    )


class ProposalForm(forms.Form):
    """What is proposed, and what it is made of."""

    what = forms.ChoiceField(label=_("What is it about?"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("What you decide, in one line"), max_length=160)
    text = long_text(
        _("The proposal in full"),
        _("This text stands when it is decided. About the problem: what it is, in your words."),
        required=True,
    )
    proposals = forms.TypedMultipleChoiceField(
        label=_("Contributions it is made of"),
        help_text=_("Those who gave them are told when it is decided."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, initiative: Initiative, listed: Sequence[Standing], **named: Any
    ) -> None:
        super().__init__(*args, **named)
        what: Any = self.fields["what"]
        what.choices = questions_left(initiative)
        what.initial = what.choices[0][0]
        if listed:
            proposals: Any = self.fields["proposals"]
            proposals.choices = [
                (one.pk, one.caption or _("A contribution without a title")) for one in listed
            ]
        else:
            del self.fields["proposals"]


class OpenDecisionForm(ProposalForm):
    """A question for the partners."""

    closes_on = DayField(
        label=_("Voices until"),
        help_text=_("Leave it empty to close it yourselves when everybody has been heard."),
        required=False,
        widget=day_input(),
    )


class DecideAloneForm(HandForm, ProposalForm):
    """A decision that one side took alone, recorded as it was."""

    reasons = long_text(_("Reasons"), required=True)
    minority_view = reason(MINORITY, required=False)
    others_reason = reason(OTHERS, OTHERS_HELP, required=False)
    field_order = ("hand", "what", "title", "text", "proposals", "reasons")


class VoiceForm(forms.Form):
    """What a partner says."""

    partner = forms.ModelChoiceField(
        label=_("Whose voice do you give?"),
        queryset=Partner.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    stance = forms.ChoiceField(
        label=_("What do you say?"), choices=Voice.Stance.choices, widget=forms.RadioSelect
    )
    reason = reason(_("Reason"), _("Needed when you are against it."), required=False)

    def __init__(self, *args: Any, partners: Sequence[Partner], **named: Any) -> None:
        super().__init__(*args, **named)
        partner: Any = self.fields["partner"]
        partner.queryset = Partner.objects.filter(pk__in=[one.pk for one in partners])
        partner.queryset = partner.queryset.select_related("organisation", "person")
        if len(partners) == 1:
            partner.widget, partner.initial = forms.HiddenInput(), partners[0].pk

    def clean(self) -> dict[str, Any]:
        """Ask for the reason on the page, before the action refuses."""
        told = super().clean() or {}
        if told.get("stance") == Voice.Stance.AGAINST and not told.get("reason", "").strip():
            self.add_error("reason", _("Write why you are against it."))
        return told


class CloseDecisionForm(forms.Form):
    """The reasons, and what is said to those who were not followed."""

    reasons = long_text(_("Reasons"), _("Why it ended like this."), required=True)
    minority_view = reason(MINORITY, required=False)
    others_reason = reason(OTHERS, OTHERS_HELP, required=False)


class WithdrawDecisionForm(forms.Form):
    """Why a question is taken back."""

    reasons = long_text(_("Why do you take it back?"), required=True)
