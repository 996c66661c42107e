"""What people fill in to give, ask and answer."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField, RowsField, at_most
from samskap.base.lines import LineField, one_line
from samskap.design.forms import CountedTextarea, DayInput, TouchCheckboxes, TouchRadios
from samskap.ideas.models import Idea, Question
from samskap.ideas.paper import OnPaper
from samskap.ledger.hands import OWN_KINDS, HandChoice
from samskap.ledger.models import Beneficiary, Channel, FateStatus, Phase

# What is asked for first in each phase; nothing is refused in any.
FIRST_KIND = {
    Phase.DEFINE: Idea.Kind.PROBLEM_STATEMENT,
    Phase.DESIGN: Idea.Kind.IDEA,
    Phase.IMPLEMENT: Idea.Kind.IDEA,
    Phase.DRIVE: Idea.Kind.IDEA,
}
CONTENT_LANGUAGES = [
    *settings.LANGUAGES,
    ("sv", _("Swedish")),
    ("se", _("Northern Sami")),
]
OFFERED_FATES = [
    (FateStatus.READ, _("Read: we have seen it and will come back")),
    (FateStatus.USED, _("Used")),
    (FateStatus.PARTLY_USED, _("Partly used")),
    (FateStatus.NOT_USED, _("Not used: say why")),
    (FateStatus.FORWARDED, _("Passed on: say to whom")),
]


MOST_NAMES, MOST_NAME, MOST_CONTACT = 200, 120, 200


def not_ahead(day: date) -> date:
    """Refuse a day that has not come."""
    if day > timezone.localdate():
        raise forms.ValidationError(_("The day lies ahead of us. Write the day it was given."))
    return day


class WordsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The words of a contribution: what it is, in one line, more, and the language."""

    beneficiary = forms.ChoiceField(
        label=_("For whom is it?"),
        choices=Beneficiary.choices,
        initial=Beneficiary.COMMUNITY,
        widget=TouchRadios,
    )

    class Meta:
        model = Idea
        formfield_callback = at_most(4000)
        fields = ("kind", "title", "text", "language")
        widgets = {"kind": TouchRadios, "text": CountedTextarea(most=4000)}

    def __init__(self, *args: Any, phase: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = FIRST_KIND[Phase(phase)]
        self.fields["kind"].choices = Idea.Kind.choices  # type: ignore[attr-defined]
        self.fields["language"] = forms.ChoiceField(
            label=_("Written in"), choices=CONTENT_LANGUAGES, initial=get_language()
        )


class GiveForm(WordsForm):
    """An idea that somebody gives for themselves or for an organisation."""

    field_order = ("kind", "title", "text", "beneficiary", "hand", "language")

    def __init__(self, *args: Any, hands: list[HandChoice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(hands) > 1:
            self.fields["hand"] = forms.ChoiceField(
                label=_("For whom do you speak?"),
                choices=[(hand.key, hand.title) for hand in hands],
                initial=hands[0].key,
                widget=TouchRadios,
            )
        self.order_fields(self.field_order)
        self.only_hand = hands[0].key

    @property
    def hand_key(self) -> str:
        """The name that was chosen, or the only one there is."""
        return str(self.cleaned_data.get("hand") or self.only_hand)


class PaperForm(WordsForm):
    """What came on paper, by telephone or at a meeting, written down for whoever gave it."""

    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=TouchRadios,
        initial=Channel.PAPER,
    )
    name = forms.CharField(
        label=_("Who gave it?"),
        help_text=_("A name, if they want it shown. It may stay empty."),
        max_length=120,
        required=False,
    )
    reach = forms.CharField(
        label=_("How do we reach them with the answer?"),
        help_text=_("An address or a telephone number. Only those who answer see it."),
        max_length=200,
        required=False,
    )
    actor_kind = forms.ChoiceField(
        label=_("They speak as"), choices=[(kind.value, kind.label) for kind in OWN_KINDS]
    )
    given_on = DayField(label=_("When was it given?"), widget=DayInput, initial=timezone.localdate)
    field_order = (
        "channel", "given_on", "name", "reach", "actor_kind", "kind", "title", "text",
        "beneficiary", "language",
    )  # fmt: skip

    def clean_given_on(self) -> date:
        """Refuse a day that has not come."""
        return not_ahead(self.cleaned_data["given_on"])


class OnPaperForm(forms.Form):
    """Names of those who support an idea on paper or by telephone, or how many stand on a list."""

    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=TouchRadios,
        initial=Channel.PAPER,
    )
    given_on = DayField(label=_("When was it given?"), widget=DayInput, initial=timezone.localdate)
    names = forms.CharField(
        label=_("Names, one on each line"),
        help_text=_(
            "After the name a semicolon, then an address or a telephone number: “Ola Nordmann; 12"
            " 34 56 78”. The same name with the same number counts once. At most 200 lines."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=30_000,
        required=False,
    )
    people = forms.IntegerField(
        label=_("Or only how many names there are on the list"),
        help_text=_("Only where nobody on it supports the idea on the web or on another list."),
        min_value=1,
        max_value=100_000,
        required=False,
    )
    reference = LineField(
        label=_("What is the list called, and where is it kept?"),
        help_text=_("For example: list 3, binder at the town hall. Needed where you only count."),
        max_length=80,
        required=False,
    )

    def clean_given_on(self) -> date:
        """Refuse a day that has not come."""
        return not_ahead(self.cleaned_data["given_on"])

    def clean_names(self) -> list[OnPaper]:
        """Read one name from each line, and say which line cannot be read."""
        names = []
        lines = self.cleaned_data["names"].splitlines()
        for number, line in enumerate(lines, start=1):
            name, _mark, contact = (
                one_line(part) for part in line.replace("\t", ";").partition(";")
            )
            if not name and not contact:
                continue
            if not name or len(name) > MOST_NAME or len(contact) > MOST_CONTACT:
                wrong = _("Line %(number)s cannot be read. Write a name, a semicolon, a contact.")
                raise forms.ValidationError(wrong, params={"number": number})
            names.append(OnPaper(name, contact))
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(
                _("At most %(most)s lines at a time. Write down the rest afterwards."),
                params={"most": MOST_NAMES},
            )
        return names

    def clean(self) -> dict[str, Any]:
        """Ask for names or a number, and for a reference where only a number is told."""
        facts = super().clean() or {}
        if self.errors:
            return facts
        names, people = facts["names"], facts["people"]
        if bool(names) == bool(people):
            self.add_error("names", _("Write either the names, or how many there are on the list."))
        elif people and not facts["reference"]:
            self.add_error("reference", _("Write what the list is called, so that it counts once."))
        return facts


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


class AnswerForm(forms.Form):
    """What becomes of one idea, or of many alike."""

    status = forms.ChoiceField(
        label=_("What becomes of it?"), choices=OFFERED_FATES, widget=TouchRadios
    )
    reason = forms.CharField(
        label=_("Your answer"),
        help_text=_("Whoever gave it reads this, and so does everyone else."),
        widget=CountedTextarea(most=4000),
        max_length=4000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where one is owed."""
        facts = super().clean() or {}
        owed = {FateStatus.NOT_USED, FateStatus.FORWARDED}
        if facts.get("status") in owed and not str(facts.get("reason", "")).strip():
            self.add_error("reason", _("Write the reason. Whoever gave it deserves one."))
        return facts


class MergeForm(forms.Form):
    """Which ideas go on as one, as which of them, in which words and why."""

    ideas = RowsField(
        label=_("These go on as one"), queryset=Idea.objects.none(), widget=TouchCheckboxes
    )
    into = forms.ModelChoiceField(
        label=_("Which one goes on?"),
        help_text=_("Its page stays. The addresses of the others lead there."),
        queryset=Idea.objects.none(),
        widget=TouchRadios,
        empty_label=None,
    )
    title = LineField(
        label=_("A new wording, in one line"),
        help_text=_("Leave it empty to keep the words of the one that goes on."),
        max_length=120,
        required=False,
    )
    text = forms.CharField(
        label=_("The new wording in full"),
        widget=CountedTextarea(most=4000),
        max_length=4000,
        required=False,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)
    reason = forms.CharField(
        label=_("Why do they belong together?"),
        help_text=_("All their authors read it, and so does everyone else."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, found: list[Idea], **named: Any) -> None:
        super().__init__(*args, **named)
        rows = Idea.objects.filter(pk__in=[idea.pk for idea in found]).order_by("given_at", "pk")
        for name in ("ideas", "into"):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        self.fields["ideas"].initial = rows
        self.fields["into"].initial = max(found, key=lambda idea: idea.joined, default=None)
        self.fields["language"].initial = get_language()

    def clean(self) -> dict[str, Any]:
        """Say what is missing where it is asked for."""
        said = super().clean() or {}
        into, ideas = said.get("into"), said.get("ideas")
        if into and ideas is not None and not set(ideas) - {into}:
            self.add_error("ideas", _("Choose at least one more than the one that goes on."))
        if said.get("text") and not said.get("title"):
            self.add_error("title", _("Write the new wording in one line too."))
        return said


class WhyForm(forms.Form):
    """A reason, and nothing more."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("All their authors read it, and so does everyone else."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class ObjectForm(forms.Form):
    """Why an author’s idea should stand by itself."""

    text = forms.CharField(
        label=_("Why should your idea stand by itself?"),
        help_text=_("Everyone reads it. Those who lead the initiative answer."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )


class AnswerObjectionForm(forms.Form):
    """Why ideas stay together, said to whoever objected."""

    answer = forms.CharField(
        label=_("Why do they stay together?"),
        help_text=_("Whoever objected reads it, and so does everyone else."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
