"""Saying yes to being drawn, for oneself or for somebody who called or wrote."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.lines import LineField
from samskap.design.forms import TouchRadios
from samskap.ledger.models import Channel
from samskap.lottery import features as targets
from samskap.lottery.features import AGE, AREA, Feature
from samskap.lottery.models import Entrant, Lot
from samskap.people.models import Person

SEEN_AT_ONCE = 6  # answers; more of them are a list that unfolds


def code_field(*, is_needed: bool) -> LineField:
    """Ask for the code of a letter."""
    return LineField(
        label=_("The code in your letter"),
        help_text=_("Six letters and figures. Capital or small makes no difference."),
        max_length=20,
        required=is_needed,
    )


class TakeOutForm(forms.Form):
    """Why a steward takes one entrant out."""

    because = LineField(
        label=_("Why are they taken out?"),
        help_text=_(
            "They read it, and the stewards. Everybody sees only that somebody was taken out."
        ),
        max_length=200,
    )

    def __init__(self, data: QueryDict | None = None, *, entrant: Entrant) -> None:
        super().__init__(data, auto_id=f"entrant_{entrant.pk}_%s")
        self.entrant = entrant


class EnterForm(forms.Form):
    """One answer to each feature, an address where households count, and a code."""

    def __init__(self, *args: Any, lot: Lot, by: Person | None = None, **named: Any) -> None:
        super().__init__(*args, **named)
        self.lot = lot
        self.features = targets.read(lot.features)
        if lot.pool == Lot.Pool.INVITED and by is not None:
            self.fields["code"] = code_field(is_needed=True)
        for number, feature in enumerate(self.features):
            choices = [(value.title, value.title) for value in feature.values]
            few = len(choices) <= SEEN_AT_ONCE
            self.fields[f"feature_{number}"] = forms.ChoiceField(
                label=feature.title,
                choices=choices if few else [("", "—"), *choices],
                widget=TouchRadios if few else forms.Select,
                initial=known_of(by, feature),
            )
        if lot.one_per_household:
            self.fields["street"] = LineField(
                label=_("Street and number"),
                help_text=_(
                    "At most one of each household is drawn. The address itself is not kept, only"
                    " a key that is the same for everybody who lives there."
                ),
                max_length=200,
            )

    @property
    def answers(self) -> dict[str, str]:
        """Feature → value."""
        return {
            feature.title: self.cleaned_data[f"feature_{number}"]
            for number, feature in enumerate(self.features)
        }


def known_of(by: Person | None, feature: Feature) -> str:
    """What somebody has told about themselves before, as a first answer; or nothing."""
    if by is None:
        return ""
    age = by.age_on(timezone.localdate())
    for value in feature.values:
        if feature.source == AGE and age is not None and value.first is not None:
            if value.first <= age <= (value.last or age):
                return value.title
        elif feature.source == AREA and by.home is not None and value.area == by.home.slug:
            return value.title
    return ""


class WriteDownForm(EnterForm):
    """The yes of somebody who wrote on paper or called."""

    name = LineField(label=_("Name"), max_length=120)
    reach = LineField(
        label=_("How to reach them"),
        help_text=_("An address or a telephone number: for the letter if they are drawn."),
        max_length=200,
    )
    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=TouchRadios,
        initial=Channel.PAPER,
    )

    def __init__(self, *args: Any, lot: Lot, **named: Any) -> None:
        super().__init__(*args, lot=lot, **named)
        if lot.pool == Lot.Pool.INVITED:
            self.fields["code"] = code_field(is_needed=True)


class AnswerForm(forms.Form):
    """No, thank you: the code of a letter is all that it takes."""

    code = code_field(is_needed=True)
