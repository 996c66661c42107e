"""The three questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import FoldedFields
from samskap.initiatives.forms.hands import widget_for
from samskap.initiatives.permissions.initiative import may_enter_for_others
from samskap.ledger.hands import OWN_KINDS, Hand, hand, hands_of, paper_hand
from samskap.ledger.models import Channel, Side
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def answer(label: Any, *, help_text: Any, rows: int, required: bool = False) -> forms.CharField:
    """Ask one of the three questions."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class RaiseForm(FoldedFields, forms.Form):
    """Hedensted’s three questions, in their order and in the person’s own words (S1:31)."""

    dream = answer(
        _("What do you dream of?"),
        help_text=_("What should be different? One sentence is enough."),
        rows=4,
        required=True,
    )
    first_solution = answer(
        _("What could the solution be?"),
        help_text=_("If you have a thought already. Others will add theirs."),
        rows=3,
    )
    helpers = answer(
        _("Who could help along the way?"),
        help_text=_("Neighbours, an association, a business, somebody in the municipality …"),
        rows=2,
    )
    title = forms.CharField(
        label=_("A short name for it"),
        help_text=_("If you leave it empty, we take the first line of your dream."),
        max_length=120,
        required=False,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, by: Person | None, municipality: Municipality, **named: Any
    ) -> None:
        super().__init__(*args, **named)
        self.by, self.municipality = by, municipality
        if by is None:
            return
        choices = hands_of(by, municipality)
        if len(choices) > 1:
            self.fields["hand"] = forms.ChoiceField(
                label=_("For whom do you speak?"),
                choices=[(choice.key, choice.title) for choice in choices],
                initial=choices[0].key,
                widget=widget_for(len(choices)),
            )
        if any(choice.side == Side.PUBLIC for choice in choices):
            self.fields["money"] = answer(
                _("If you speak for the municipality: what money is there?"),
                help_text=_(
                    "How much, and until when. Say so if there is none. It is the first"
                    " line of the frame, and everybody sees it."
                ),
                rows=2,
            )
        if may_enter_for_others(by, municipality):
            self._ask_for_whom_it_is_written_down()

    def _ask_for_whom_it_is_written_down(self) -> None:
        """Let staff write down what somebody told them on paper, by telephone or at a meeting."""
        self.fields["channel"] = forms.ChoiceField(
            label=_("How did it come in?"),
            choices=Channel.choices,
            initial=Channel.WEB,
            help_text=_("Choose another way if you write this down for somebody else."),
        )
        self.fields["told_by"] = forms.CharField(
            label=_("Who told it"), max_length=120, required=False
        )
        self.fields["reach"] = forms.CharField(
            label=_("How can we reach them with the answer?"), max_length=200, required=False
        )
        self.fields["kind"] = forms.ChoiceField(
            label=_("They speak as"), choices=[(kind, kind.label) for kind in OWN_KINDS]
        )
        self.folded = ("channel", "told_by", "reach", "kind")
        self.folded_says = _("I write this down for somebody else")

    @property
    def answers(self) -> dict[str, str]:
        """What was written, without who wrote it; also what is kept while somebody signs in."""
        return {
            name: self.cleaned_data[name]
            for name in ("dream", "first_solution", "helpers", "title")
        }

    def hand(self) -> Hand:
        """In whose name it is raised. Refuses with MayNotSpeakFor."""
        told = self.cleaned_data
        if self.by is None:
            raise TypeError("somebody must be signed in to raise an initiative")
        if told.get("channel", Channel.WEB) != Channel.WEB:
            return paper_hand(
                by=self.by,
                municipality=self.municipality,
                name=told["told_by"],
                reach=told["reach"],
                actor_kind=told["kind"],
                channel=told["channel"],
            )
        key = told.get("hand") or hands_of(self.by, self.municipality)[0].key
        return hand(key=key, by=self.by, municipality=self.municipality)
