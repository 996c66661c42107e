"""Asking for a place on the map for oneself, and the answer to it."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.lines import LineField
from samskap.design.forms import CountedTextarea, TouchCheckboxes, TouchRadios
from samskap.negotiations.actions.asking import Answer
from samskap.negotiations.models import Position

LONG = 1000
MARKS = {
    "is_touched": _("I am touched by it"),
    "knows": _("I know something about it"),
    "can_help": _("I can help"),
}


class PlaceForm(forms.Form):
    """Who one is to all, what one has to do with it, and what one needs."""

    name = LineField(
        label=_("What should all call you?"),
        help_text=_("Everybody reads it: your name, or one like “Neighbour of the park”."),
        max_length=120,
    )
    is_hidden = forms.BooleanField(
        label=_("It is a pseudonym: nobody but the mediator may know who I am"), required=False
    )
    marks = forms.MultipleChoiceField(
        label=_("What do you have to do with it?"), choices=[*MARKS.items()], widget=TouchCheckboxes
    )
    need = forms.CharField(
        label=_("What do you need, and why?"),
        max_length=LONG,
        widget=CountedTextarea(most=LONG, attrs={"rows": 3}),
    )
    readers = forms.ChoiceField(
        label=_("Who may read what you need?"),
        choices=[
            (
                Position.Readers.PARTIES,
                _("The parties at the table, once I have a place"),
            ),
            (Position.Readers.MEDIATOR, _("Only the mediator")),
        ],
        initial=Position.Readers.PARTIES,
        widget=TouchRadios,
    )
    reach = LineField(
        label=_("How can the mediator reach you?"),
        help_text=_("Only for a pseudonym. The mediator alone reads it."),
        max_length=200,
        required=False,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["language"].initial = get_language()

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, as `ask_for_place` takes it."""
        said = dict(self.cleaned_data)
        marks = said.pop("marks")
        return {**said, "marks": {mark: mark in marks for mark in MARKS}}


class AnswerForm(forms.Form):
    """Yes with a seat, yes without one, or no."""

    answer = forms.ChoiceField(
        label=_("Do they get a place?"), choices=Answer.choices, widget=TouchRadios
    )
    why = forms.CharField(
        label=_("Why not?"),
        help_text=_("Needed for a no. Whoever asked reads it."),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a no."""
        said = super().clean() or {}
        if said.get("answer") == Answer.NO and not said.get("why"):
            self.add_error(
                "why", _("Say why not, so that whoever asked knows what they can do instead.")
            )
        return said
