"""Putting ideas together, taking them apart, objecting."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import RowsField
from samskap.base.lines import LineField
from samskap.design.forms import CountedTextarea, TouchCheckboxes, TouchRadios
from samskap.ideas.errors import IdeaCarriesOthers
from samskap.ideas.models import Idea


class FindForm(forms.Form):
    """Words that stand in the title of an idea."""

    q = LineField(label=_("Words in the title"), max_length=120, required=False)


class ChooseForm(forms.Form):
    """Which ideas belong to one: those that were found, and those in words like its own."""

    def __init__(self, *args: Any, groups: list[tuple[str, list[Idea]]], **named: Any) -> None:
        super().__init__(*args, **named)
        choices = [(title, [(idea.pk, idea.title) for idea in ideas]) for title, ideas in groups]
        self.fields["with"] = forms.MultipleChoiceField(
            label=_("Which belong to it?"), choices=choices, widget=TouchCheckboxes
        )


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
        help_text=_("Leave it empty to keep the longer text of the one that goes on."),
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
        carrying = next((each for each in ideas or () if each.joined and each != into), None)
        if into and carrying:
            self.add_error("into", str(IdeaCarriesOthers(idea=carrying.title)))
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
