"""Recommending, voting, noting and delivering, as forms."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.committees.models import Member, Motion, Vote
from samskap.design.forms import DayInput, TouchCheckboxes, TouchRadios
from samskap.ledger.models import Standing

MOST = 4000  # characters


def some_sentences(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """Ask for some sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class RecommendForm(forms.Form):
    """One recommendation: what, why, what it costs, who could carry it out."""

    text = some_sentences(
        _("What do you recommend?"), _("One thing. The elected body answers each by itself.")
    )
    why = some_sentences(_("Why?"), _("What have you seen or heard that speaks for it?"))
    costs = some_sentences(
        _("What does it cost, and what does it save?"),
        _("As well as you know. May stay empty."),
        required=False,
    )
    carried_by = forms.CharField(
        label=_("Who could carry it out?"),
        help_text=_("A unit of the municipality, an association, a company, you yourselves …"),
        max_length=200,
        required=False,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)


class RewriteForm(RecommendForm):
    """The same in other words."""

    public_id = None  # type: ignore[assignment]


class WayForm(forms.Form):
    """How the committee decides a question."""

    way = forms.ChoiceField(
        label=_("How do you decide?"),
        choices=Motion.Way.choices,
        initial=Motion.Way.CONSENSUS,
        widget=TouchRadios,
    )


class AskForm(WayForm):
    """A question to the committee in words of its own."""

    what = forms.ChoiceField(
        label=_("What do you ask the committee?"),
        choices=[
            (Motion.What.PROBLEM, Motion.What.PROBLEM.label),
            (Motion.What.SOLUTION, Motion.What.SOLUTION.label),
            (Motion.What.OTHER, Motion.What.OTHER.label),
        ],
        widget=TouchRadios,
    )
    title = forms.CharField(label=_("In one line"), max_length=160)
    text = some_sentences(_("In full"))
    field_order = ("what", "title", "text", "way")


class VoteForm(forms.Form):
    """The vote of one member."""

    stance = forms.ChoiceField(
        label=_("Your vote"), choices=Vote.Stance.choices, widget=TouchRadios
    )


class NoteForm(forms.Form):
    """Why a member is not for it."""

    text = some_sentences(
        _("Why do you disagree?"),
        _("It goes along with the recommendation, and everybody can read it."),
    )
    is_named = forms.BooleanField(
        label=_("Show my name beside it"),
        help_text=_("Otherwise it says “a member”."),
        required=False,
    )


class CloseForm(forms.Form):
    """Why it was decided as it was, and what it builds on."""

    reasons = some_sentences(
        _("How did you come to it?"), _("Those who were against it read it, too.")
    )
    builds_on = forms.MultipleChoiceField(
        label=_("What does it build on?"),
        help_text=_("What you choose is taken in, and whoever gave it hears so."),
        widget=TouchCheckboxes,
        required=False,
    )

    def __init__(self, *args: Any, given: Iterable[Standing], **named: Any) -> None:
        super().__init__(*args, **named)
        choices = [(str(one.pk), one.caption or one.path) for one in given]
        if choices:
            self.fields["builds_on"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["builds_on"]

    def clean_builds_on(self) -> list[int]:
        """Give the keys as numbers."""
        return [int(key) for key in self.cleaned_data["builds_on"]]


class PaperVotesForm(forms.Form):
    """The votes that members gave aloud at a meeting, or on paper."""

    def __init__(self, *args: Any, members: Iterable[Member], **named: Any) -> None:
        super().__init__(*args, **named)
        self.members = {f"member_{member.pk}": member for member in members}
        for name, member in self.members.items():
            self.fields[name] = forms.ChoiceField(
                label=member.shown_name,
                choices=[("", _("Has not voted")), *Vote.Stance.choices],
                required=False,
            )

    def votes(self) -> list[tuple[Member, str]]:
        """Each member of whom a vote was written down."""
        said = [(member, self.cleaned_data[name]) for name, member in self.members.items()]
        return [(member, stance) for member, stance in said if stance]


class DeliverForm(forms.Form):
    """When the elected body has promised its answer."""

    title = forms.CharField(
        label=_("What it is about, in one line"),
        help_text=_("Without it, the name of the committee."),
        max_length=160,
        required=False,
    )
    promised_on = DayField(
        label=_("By which day has the elected body promised an answer?"), widget=DayInput
    )
