"""Voting, stating, and asking for another look."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.lines import LineField, one_line
from samskap.deliberation.models import Deliberation, Vote
from samskap.deliberation.models.deliberation import LONGEST
from samskap.design.forms import CountedTextarea, TouchRadios
from samskap.ledger.hands import HandChoice


class VoteForm(forms.Form):
    """One vote: which statement, and what somebody says to it."""

    statement = forms.IntegerField(min_value=1, max_value=2**60)
    value = forms.TypedChoiceField(choices=Vote.Value.choices, coerce=int)
    from_mine = forms.BooleanField(required=False)


class StateForm(forms.Form):
    """A statement of one’s own."""

    text = LineField(label=_("Your statement"), max_length=LONGEST)
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)
    public_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        deliberation: Deliberation,
        hands: Sequence[HandChoice] = (),
        **named: Any,
    ) -> None:
        super().__init__(*args, **named)
        if len(hands) > 1:
            self.fields["hand"] = forms.ChoiceField(
                label=_("For whom do you speak?"),
                choices=[(hand.key, hand.title) for hand in hands],
                initial=hands[0].key,
                widget=TouchRadios,
            )
        longest = deliberation.longest
        self.fields["text"] = LineField(
            label=self.fields["text"].label,
            help_text=_("One thought that others can agree or disagree with."),
            max_length=longest,
            widget=CountedTextarea(most=longest, attrs={"rows": 3}),
        )
        self.order_fields(("text", "hand", "language", "public_id"))
        self.fields["language"].initial = get_language() or deliberation.language
        self.fields["public_id"].initial = uuid4()


class AppealForm(forms.Form):
    """Why a statement should be shown after all."""

    text = forms.CharField(
        label=_("Why should it be shown?"),
        help_text=_("Somebody other than whoever set it aside reads this. You can ask once."),
        max_length=1000,
        widget=CountedTextarea(most=1000, attrs={"rows": 3}),
    )

    def clean_text(self) -> str:
        """Refuse blanks."""
        text: str = self.cleaned_data["text"]
        if not one_line(text):
            raise forms.ValidationError(_("Write why. Whoever decides reads it."))
        return text
