"""What is said at the table: positions, options, stances, the yes to the joint text, leaving."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import CountedTextarea, DayInput, TouchCheckboxes, TouchRadios
from samskap.drafting.models import Document
from samskap.negotiations.models import Assent, Party, Position, Stance

LONG = 1000


class PartyChoice(forms.Form):
    """A form that is filled in for a party; asked only where somebody may act for several."""

    def __init__(self, *args: Any, parties: Sequence[Party], **named: Any) -> None:
        super().__init__(*args, **named)
        self.parties = {party.pk: party for party in parties}
        if len(parties) > 1:
            self.fields["party"] = forms.TypedChoiceField(
                label=_("For which party?"),
                coerce=int,
                choices=[(party.pk, party.name) for party in parties],
            )
            self.order_fields(["party"])
        if "language" in self.fields:
            self.fields["language"].initial = get_language()

    @property
    def party(self) -> Party:
        """The party that was chosen, or the only one there is."""
        key = self.cleaned_data.get("party")
        return self.parties[key] if key else next(iter(self.parties.values()))


class PositionForm(PartyChoice):
    """An interest, an offer or a limit, and who may read it."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=Position.Kind.choices,
        initial=Position.Kind.INTEREST,
        widget=TouchRadios,
    )
    position_text = forms.CharField(
        label=_("In your own words"),
        max_length=LONG,
        widget=CountedTextarea(most=LONG, attrs={"rows": 3}),
    )
    readers = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Position.Readers.choices,
        initial=Position.Readers.PARTIES,
        widget=TouchRadios,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)


class OptionForm(PartyChoice):
    """A way out, and the interests that it meets."""

    option_title = LineField(label=_("The option, in one line"), max_length=160)
    option_text = forms.CharField(
        label=_("How would it work?"),
        required=False,
        max_length=4000,
        widget=CountedTextarea(most=4000, attrs={"rows": 4}),
    )
    meets = forms.TypedMultipleChoiceField(
        label=_("Which interests does it meet?"),
        coerce=int,
        required=False,
        widget=TouchCheckboxes,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)

    def __init__(self, *args: Any, interests: Sequence[Position], **named: Any) -> None:
        super().__init__(*args, **named)
        self.interests = {each.pk: each for each in interests}
        if interests:
            self.fields["meets"].choices = [  # type: ignore[attr-defined]
                (each.pk, f"{each.party.name}: {each.text[:120]}") for each in interests
            ]
        else:
            del self.fields["meets"]

    @property
    def met(self) -> list[Position]:
        """The interests that were chosen."""
        return [self.interests[key] for key in self.cleaned_data.get("meets", ())]


class StanceForm(PartyChoice):
    """Whether a party can live with an option."""

    says = forms.ChoiceField(
        label=_("Can you live with it?"), choices=Stance.Says.choices, widget=TouchRadios
    )
    reason = forms.CharField(
        label=_("Why, or what must change?"),
        help_text=_("Needed unless you can live with it as it is."),
        required=False,
        max_length=LONG,
        widget=CountedTextarea(most=LONG, attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where one is needed."""
        said = super().clean() or {}
        if said.get("says") not in (None, Stance.Says.LIVE) and not said.get("reason"):
            self.add_error("reason", _("Say why, so that the others can find a way with you."))
        return said


class AssentForm(PartyChoice):
    """Whether a party agrees to the newest edition of the joint text."""

    assent_says = forms.ChoiceField(
        label=_("Does your party agree to this edition?"),
        choices=Assent.Says.choices,
        widget=TouchRadios,
    )
    assent_reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Needed for a no."),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a no."""
        said = super().clean() or {}
        if said.get("assent_says") == Assent.Says.NO and not said.get("assent_reason"):
            self.add_error(
                "assent_reason", _("Say why, so that the others can find a way with you.")
            )
        return said


class WordsForm(PartyChoice):
    """A paragraph that a party proposes for the joint text."""

    words = forms.CharField(
        label=_("How should it read?"),
        max_length=4000,
        widget=CountedTextarea(most=4000, attrs={"rows": 4}),
    )
    words_why = forms.CharField(
        label=_("Why?"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 2})
    )


class PledgeForm(PartyChoice):
    """What a party will do, and by when."""

    promise_what = LineField(label=_("What will you do?"), max_length=200)
    due_on = DayField(label=_("By when?"), widget=DayInput)


RULES = {
    Document.Rule.WRITERS: _("Those who speak at the table: any of them decides, and says why"),
    Document.Rule.PARTNERS: _("The partners together, by the rule of their agreement"),
}


class JointTextForm(forms.Form):
    """The name of the joint text, and who decides about changes to it on the way."""

    text_title = LineField(label=_("What is the joint text called?"), max_length=120)
    text_rule = forms.ChoiceField(
        label=_("Who decides about changes on the way?"),
        help_text=_(
            "Whichever you choose: the parties have agreed only when each of them has said yes to"
            " the same edition."
        ),
        initial=Document.Rule.WRITERS,
        widget=TouchRadios,
    )

    def __init__(self, *args: Any, rules: Sequence[Document.Rule], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["text_rule"].choices = [  # type: ignore[attr-defined]
            (rule.value, RULES[rule]) for rule in rules
        ]


class CloseForm(forms.Form):
    """Why a negotiation is over."""

    over_because = forms.CharField(
        label=_("Why is it over?"),
        help_text=_("Everybody reads it. All that was said stays readable."),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LeaveForm(forms.Form):
    """Why a party leaves, what stays open, and what becomes of its promises."""

    reason = forms.CharField(
        label=_("Why do you leave?"),
        help_text=_("Those at the table read it."),
        max_length=LONG,
        widget=CountedTextarea(most=LONG, attrs={"rows": 3}),
    )
    stays_open = forms.CharField(
        label=_("What stays open?"),
        help_text=_("What you would have liked to see settled. Everybody reads it."),
        required=False,
        max_length=LONG,
        widget=CountedTextarea(most=LONG, attrs={"rows": 3}),
    )
    frees = forms.TypedChoiceField(
        label=_("What you have promised and not done yet"),
        choices=[("keep", _("still holds: we do it all the same")), ("free", _("is released"))],
        initial="keep",
        coerce=lambda said: said == "free",
        widget=TouchRadios,
    )


class TurnDownForm(forms.Form):
    """Taking an offered seat, or saying no to it."""

    answer = forms.ChoiceField(
        label=_("Do you take the seat?"),
        choices=[("yes", _("Yes, I take the seat")), ("no", _("No, I do not"))],
        initial="yes",
        widget=TouchRadios,
    )
    reason = LineField(
        label=_("Why not?"),
        help_text=_("If you like. The map shows it, without a name."),
        max_length=200,
        required=False,
    )
