"""Keeping a text: editions, and who writes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.lines import LineField
from samskap.drafting.forms.fields import why_field
from samskap.people.models import Person


class EditionForm(forms.Form):
    """The whole text as it is, under a name."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=32_000)
    name = LineField(label=_("What do you call this edition?"), max_length=120)
    why = why_field(_("Why is it made?"))


class WriterForm(forms.Form):
    """Somebody who carries the initiative or has proposed something, as a writer."""

    person = forms.ChoiceField(
        label=_("Who writes it too?"),
        help_text=_("Those who carry the initiative, and those who proposed changes to this text."),
    )

    def __init__(self, *args: Any, people: Sequence[Person], **named: Any) -> None:
        super().__init__(*args, **named)
        person: Any = self.fields["person"]
        person.choices = [(str(one.public_id), one.shown_name) for one in people]
