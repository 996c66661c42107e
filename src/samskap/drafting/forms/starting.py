"""Starting a text."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.lines import LineField
from samskap.design.forms import TouchRadios
from samskap.drafting.forms.fields import words_field
from samskap.drafting.models import Document


class StartForm(forms.Form):
    """What the text is called, what it is for, and who decides about changes."""

    public_id = forms.UUIDField(widget=forms.HiddenInput)
    title = LineField(label=_("What is the text called?"), max_length=120)
    purpose = words_field(
        _("What is the text for?"),
        most=2000,
        required=False,
        help_text=_("Who reads it, and what happens when it is done."),
    )
    rule = forms.ChoiceField(
        label=_("Who decides about proposed changes?"),
        help_text=_(
            "You are its first writer, and name others. Where the partners decide, the writers"
            " write until the first edition."
        ),
        choices=Document.Rule.choices,
        initial=Document.Rule.WRITERS,
        widget=TouchRadios,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["language"].initial = get_language()
