"""Asking for whom somebody speaks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.ledger.hands import OWN_KINDS, HandChoice, hands_of
from samskap.ledger.models import ActorKind, Side
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

SEEN_AT_ONCE = 3  # choices; more of them are a list that unfolds


def widget_for(choices: int) -> forms.Widget:
    """Show a few choices at once, and many as one field."""
    return forms.RadioSelect() if choices <= SEEN_AT_ONCE else forms.Select()


class HandForm(forms.Form):
    """A form that asks “For whom do you speak?”, but only where there is a choice."""

    hand = forms.ChoiceField(label=_("For whom do you speak?"), widget=forms.RadioSelect)

    def __init__(
        self,
        *args: Any,
        by: Person,
        municipality: Municipality,
        side: str = "",
        with_own_kinds: bool = False,
        **named: Any,
    ) -> None:
        """Offer the hands of a person.

        side            only the hands of this side
        with_own_kinds  let people say that they act as a volunteer, a relative, a service user
        """
        super().__init__(*args, **named)
        hands = [choice for choice in hands_of(by, municipality) if not side or choice.side == side]
        if with_own_kinds and side != Side.PUBLIC:
            hands[1:1] = [
                HandChoice(key=f"self:{kind}", title=AS_MYSELF[kind], actor_kind=kind)
                for kind in OWN_KINDS
                if kind != ActorKind.RESIDENT
            ]
        self.hands = {choice.key: choice for choice in hands}
        field: Any = self.fields["hand"]
        field.choices = [(choice.key, choice.title) for choice in hands]
        if hands:
            field.initial = hands[0].key
        if len(hands) > SEEN_AT_ONCE:
            field.widget = widget_for(len(hands))
            field.widget.choices = field.choices
        if len(hands) == 1:
            field.widget, field.required = forms.HiddenInput(), False

    def clean_hand(self) -> str:
        """Take the only choice where nothing was asked."""
        return self.cleaned_data["hand"] or next(iter(self.hands), "")


AS_MYSELF = {
    ActorKind.SERVICE_USER: _("Myself, as a service user"),
    ActorKind.RELATIVE: _("Myself, as a relative"),
    ActorKind.VOLUNTEER: _("Myself, as a volunteer"),
}
