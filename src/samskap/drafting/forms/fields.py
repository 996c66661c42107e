"""Fields that the forms of joint texts share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import CountedTextarea, FoldedFields
from samskap.initiatives.forms.hands import HandForm
from samskap.ledger.hands import OWN_KINDS, Hand, hand, paper_hand
from samskap.ledger.models import Channel
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

MOST = 20_000  # characters of a paragraph
REASON = 2_000


def words_field(
    label: Any, *, most: int, rows: int = 3, required: bool = True, help_text: Any = ""
) -> forms.CharField:
    """Ask for some sentences, and say how many letters are left."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        widget=CountedTextarea(most=most, attrs={"rows": rows}),
    )


def text_field(label: Any, **more: Any) -> forms.CharField:
    """Ask for the words of a paragraph."""
    return words_field(label, most=MOST, rows=8, **more)


def why_field(label: Any, **more: Any) -> forms.CharField:
    """Ask for a reason."""
    return words_field(label, most=REASON, **more)


class GivingForm(FoldedFields, HandForm):
    """Who gives: oneself, an organisation, or somebody on paper where one may write that down."""

    channel = forms.ChoiceField(
        label=_("How did it come in?"), choices=Channel.choices, initial=Channel.WEB
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

    on_paper = ("channel", "name", "reach", "actor_kind")
    folded = on_paper
    folded_says = _("It came on paper, by telephone or at a meeting")

    def __init__(
        self,
        *args: Any,
        by: Person,
        municipality: Municipality,
        enters: bool = False,
        **named: Any,
    ) -> None:
        """Offer the hands of a person.

        enters  whether they may write down what came on paper
        """
        super().__init__(*args, by=by, municipality=municipality, **named)
        self.by, self.municipality = by, municipality
        if not enters:
            for name in self.on_paper:
                del self.fields[name]

    @property
    def is_on_paper(self) -> bool:
        """Whether somebody else gave it, not on the web."""
        return bool(self.cleaned_data.get("channel", Channel.WEB) != Channel.WEB)

    def taken_hand(self) -> Hand:
        """The hand that was chosen, or that of whoever gave it on paper."""
        said = self.cleaned_data
        if self.is_on_paper:
            return paper_hand(
                by=self.by,
                municipality=self.municipality,
                name=said["name"],
                reach=said["reach"],
                actor_kind=said["actor_kind"],
                channel=said["channel"],
            )
        return hand(key=said["hand"], by=self.by, municipality=self.municipality)
