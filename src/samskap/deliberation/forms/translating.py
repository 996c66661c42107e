"""Saying in another language what was stated, and what is asked."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.lines import LineField, one_line
from samskap.deliberation.errors import TranslatedAlready
from samskap.deliberation.models import Deliberation, Statement
from samskap.design.forms import CountedTextarea


def others(written_in: str) -> list[tuple[str, Any]]:
    """The languages into which something can be translated, with their names."""
    return [each for each in CONTENT_LANGUAGES if each[0] != written_in]


def first_of(written_in: str, chosen: str) -> str:
    """The language that somebody most likely translates into: what they read, or what they speak.

    chosen  the language in which they read statements; empty where they have not chosen
    """
    codes = [code for code, _name in others(written_in)]
    return next((each for each in (chosen, get_language() or "") if each in codes), codes[0])


class TranslationForm(forms.Form):
    """A statement in another language."""

    language = forms.ChoiceField(label=_("Into which language?"), choices=CONTENT_LANGUAGES)
    text = LineField(
        label=_("Translation"),
        help_text=_("The same thought, no more and no less. Both are shown side by side."),
        max_length=1500,
        required=False,
        widget=CountedTextarea(most=1500, attrs={"rows": 3}),
    )
    takes_away = forms.BooleanField(
        label=_("Take this translation away: it says something else"), required=False
    )

    def __init__(
        self,
        *args: Any,
        statement: Statement,
        chosen: str = "",
        may_take_away: bool = False,
        stands: dict[str, str],
        taken: Collection[str] = (),
        **named: Any,
    ) -> None:
        """Hold the form.

        chosen  the language in which whoever translates reads statements
        stands  language → what they may correct in it
        taken   languages into which somebody else has translated it, who alone corrects that
        """
        super().__init__(*args, **named)
        self.taken = taken
        fields: Any = self.fields
        fields["language"].choices = others(statement.language)
        fields["language"].initial = first = first_of(statement.language, chosen)
        fields["text"].initial = stands.get(first, "")
        if not (may_take_away and stands):
            del fields["takes_away"]
            fields["text"].required = True

    def clean_language(self) -> str:
        """Refuse a language that somebody else has translated it into."""
        language: str = self.cleaned_data["language"]
        if language in self.taken:
            raise forms.ValidationError(TranslatedAlready.text)
        return language

    def clean(self) -> dict[str, Any]:
        """Ask for words, unless the translation goes."""
        said = super().clean() or self.cleaned_data
        if said.get("text") == "" and not said.get("takes_away"):
            self.add_error("text", _("Write the translation first."))
        return said


class QuestionForm(forms.Form):
    """The question in another language."""

    language = forms.ChoiceField(label=_("Into which language?"), choices=CONTENT_LANGUAGES)
    question = LineField(
        label=_("The question"),
        help_text=_("Leave it empty to take a translation away."),
        max_length=300,
        required=False,
    )
    about = forms.CharField(
        label=_("What should people know before they vote?"),
        max_length=6000,
        required=False,
        widget=CountedTextarea(most=6000, attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, deliberation: Deliberation, chosen: str = "", **named: Any):
        """Hold the form, with what stands in the language that somebody chose."""
        super().__init__(*args, **named)
        fields: Any = self.fields
        said_in: dict[str, dict[str, str]] = deliberation.said_in or {}
        fields["language"].choices = others(deliberation.language)
        fields["language"].initial = first = first_of(deliberation.language, chosen)
        for name in ("question", "about"):
            fields[name].initial = said_in.get(first, {}).get(name, "")
        if not deliberation.about:
            del fields["about"]

    def clean(self) -> dict[str, Any]:
        """Refuse words about a question that has none itself."""
        said = super().clean() or self.cleaned_data
        said.setdefault("about", "")
        if said["about"].strip() and not one_line(said.get("question", "")):
            self.add_error("question", _("Write the question too."))
        return said
