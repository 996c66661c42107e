"""What people fill in to talk, and facilitators to keep a thread."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField, at_most
from samskap.conversations.models import Appeal, Column, Comment, Ground, Report, Rules, Thread
from samskap.design.components.frame import OWN_NAME
from samskap.design.forms import CountedTextarea, DayInput, TouchRadios
from samskap.ledger.hands import OWN_KINDS, HandChoice
from samskap.ledger.models import Channel

LANGUAGES = list(OWN_NAME.items())
MOST = 2000  # characters of a comment


class WordsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The words of a comment, and their language."""

    class Meta:
        model = Comment
        formfield_callback = at_most(MOST)
        fields = ("text", "language")
        widgets = {"text": CountedTextarea(most=MOST)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "say_%s"} | kwargs)
        self.fields["language"] = forms.ChoiceField(
            label=_("Written in"), choices=LANGUAGES, initial=get_language()
        )


class ColumnForm(WordsForm):
    """The words of a comment, and its column where the thread has columns."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, has_columns: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["form_key"] = uuid.uuid4()
        if has_columns:
            self.fields["column"] = forms.ChoiceField(
                label=_("Where does it belong?"), choices=Column.choices, widget=TouchRadios
            )
            self.order_fields(("column", "text"))

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        words = self.cleaned_data
        return {
            "text": words["text"],
            "language": words["language"],
            "column": words.get("column", ""),
            "form_key": words["form_key"],
        }


class SayForm(ColumnForm):
    """What somebody says for themselves or for those they speak for."""

    def __init__(self, *args: Any, hands: list[HandChoice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(hands) > 1:
            self.fields["hand"] = forms.ChoiceField(
                label=_("For whom do you speak?"),
                choices=[(hand.key, hand.title) for hand in hands],
                initial=hands[0].key,
            )
        self.order_fields(("column", "text", "hand", "language"))
        self.only_hand = hands[0].key

    @property
    def hand_key(self) -> str:
        """The name that was chosen, or the only one there is."""
        return str(self.cleaned_data.get("hand") or self.only_hand)


class PaperForm(ColumnForm):
    """What was said on paper, by telephone or at a meeting, written down for whoever said it."""

    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=TouchRadios,
        initial=Channel.PAPER,
    )
    name = forms.CharField(
        label=_("Who said it?"),
        help_text=_("A name, if they want it shown. It may stay empty."),
        max_length=120,
        required=False,
    )
    actor_kind = forms.ChoiceField(
        label=_("They speak as"), choices=[(kind.value, kind.label) for kind in OWN_KINDS]
    )
    said_on = DayField(label=_("When was it said?"), widget=DayInput, initial=timezone.localdate)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(("channel", "said_on", "name", "actor_kind", "column", "text"))

    def clean_said_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["said_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day lies ahead of us. Write the day it was said."))
        return day


class KeepForm(forms.ModelForm):  # type: ignore[type-arg]
    """How a thread is kept, and what was said in short."""

    class Meta:
        model = Thread
        formfield_callback = at_most(MOST)
        fields = ("summary", "has_columns", "is_quiet", "is_closed")
        widgets = {"summary": CountedTextarea(most=MOST)}
        help_texts = {
            "summary": _("What is said, what people agree on, and what is still open."),
            "is_quiet": _("For a conversation that needs calm."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["summary_language"] = forms.ChoiceField(
            label=_("The summary is written in"),
            choices=LANGUAGES,
            initial=self.instance.summary_language or get_language(),
        )
        self.order_fields(("summary", "summary_language"))


class ReportForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is wrong with a comment."""

    class Meta:
        model = Report
        formfield_callback = at_most(MOST)
        fields = ("ground", "text")
        widgets = {"ground": TouchRadios, "text": CountedTextarea(most=MOST)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = Ground.choices  # type: ignore[attr-defined]


class JudgeForm(forms.Form):
    """What a moderator decides about a comment, and why."""

    hides = forms.TypedChoiceField(
        label=_("What do you decide?"),
        choices=[("yes", _("Hide it")), ("no", _("Let it stand"))],
        coerce=lambda said: said == "yes",
        widget=TouchRadios,
    )
    ground = forms.ChoiceField(
        label=_("If you hide it: on which ground?"),
        choices=[("", _("I let it stand")), *Ground.choices],
        required=False,
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_(
            "Say what in the text is not all right, or why it is. Whoever wrote it, whoever"
            " reported it and everybody who reads the conversation can read this."
        ),
        widget=CountedTextarea(most=MOST),
        max_length=MOST,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a ground where something is hidden."""
        facts = super().clean() or {}
        if facts.get("hides") and not facts.get("ground"):
            self.add_error("ground", _("Choose the ground on which you hide it."))
        return facts


class AppealForm(forms.ModelForm):  # type: ignore[type-arg]
    """Why a verdict should be otherwise."""

    class Meta:
        model = Appeal
        formfield_callback = at_most(MOST)
        fields = ("text",)
        widgets = {"text": CountedTextarea(most=MOST)}


class DecideForm(forms.Form):
    """What is decided about an appeal."""

    changes = forms.TypedChoiceField(
        label=_("What do you decide?"),
        choices=[("no", _("The decision stands")), ("yes", _("The decision is changed"))],
        coerce=lambda said: said == "yes",
        widget=TouchRadios,
    )
    reasons = forms.CharField(label=_("Why?"), widget=CountedTextarea(most=MOST), max_length=MOST)


class RulesForm(forms.ModelForm):  # type: ignore[type-arg]
    """How the first comments of a new account are met."""

    class Meta:
        model = Rules
        fields = ("first_comments",)
        widgets = {"first_comments": TouchRadios}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = Rules.FirstComments.choices
        self.fields["first_comments"].choices = choices  # type: ignore[attr-defined]
