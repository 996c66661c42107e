"""Writing a card of paper down."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.lines import LineField
from samskap.deliberation.forms.keeping import short_lines_of
from samskap.deliberation.models import Deliberation, Standing, Vote

NUMBERS = re.compile(r"[\s,;.]+")
MOST_DIGITS = 6
VALUES = {
    "agrees": Vote.Value.AGREE,
    "disagrees": Vote.Value.DISAGREE,
    "passes": Vote.Value.PASS,
}


class CardForm(forms.Form):
    """The votes on one card as numbers of statements, and what was written on it."""

    card = LineField(
        label=_("Number of the card"),
        help_text=_("Write it on the card too. A card counts once."),
        max_length=40,
    )
    agrees = LineField(
        label=_("Agrees with statements number"),
        help_text=_("For example: 1, 4, 7"),
        max_length=2000,
        required=False,
    )
    disagrees = LineField(
        label=_("Disagrees with statements number"), max_length=2000, required=False
    )
    passes = LineField(label=_("Passes statements number"), max_length=2000, required=False)
    statements = forms.CharField(
        label=_("What is written on the card, one statement on each line"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)
    name = LineField(
        label=_("Who filled it in?"),
        help_text=_("Only if they want it known to those who keep it. It may stay empty."),
        max_length=120,
        required=False,
    )
    reach = LineField(
        label=_("How do we reach them?"),
        help_text=_("An address or a telephone number. It may stay empty."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, deliberation: Deliberation, **named: Any) -> None:
        super().__init__(*args, **named)
        self.deliberation = deliberation
        self.fields["language"].initial = deliberation.language

    def clean_statements(self) -> list[str]:
        """Take each line once, none too long."""
        return short_lines_of(self.cleaned_data["statements"], self.deliberation.longest)

    def clean(self) -> dict[str, Any]:
        """Read the numbers, each once and each of a statement that is shown."""
        said = super().clean() or self.cleaned_data
        votes: dict[int, int] = {}
        for name, value in VALUES.items():
            for word in filter(None, NUMBERS.split(said.get(name) or "")):
                if not word.isdecimal() or len(word) > MOST_DIGITS:
                    self.wrong(name, _("“%(word)s” is no number of a statement."), word)
                elif int(word) in votes:
                    self.wrong(name, _("Statement %(word)s is voted on twice."), word)
                else:
                    votes[int(word)] = value
        shown = self.deliberation.statements.filter(number__in=votes, state=Standing.SHOWN)
        known = set(shown.values_list("number", flat=True))
        for number in sorted(set(votes) - known):
            name = next(name for name, value in VALUES.items() if value == votes[number])
            self.wrong(name, _("There is no statement number %(word)s."), str(number))
        if not self.errors and not votes and not said.get("statements"):
            self.add_error("agrees", _("Write at least one vote or one statement from the card."))
        said["votes"] = votes
        return said

    def wrong(self, name: str, words: Any, word: str) -> None:
        """Say beside a field what is wrong in it."""
        self.add_error(name, forms.ValidationError(words, params={"word": word}))
