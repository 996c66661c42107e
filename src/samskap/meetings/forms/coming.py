"""What people fill in who come: what they need to be able to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import TouchCheckboxes
from samskap.meetings.models import Offer, Support

MOST_CHILDREN = 12


class NeedsForm(forms.Form):
    """What somebody needs to be able to come; every field may stay empty."""

    needs = forms.MultipleChoiceField(
        label=_("What do you need?"),
        choices=Offer.choices,
        widget=TouchCheckboxes,
        required=False,
    )
    speaks = forms.CharField(
        label=_("If you need an interpreter: which language?"), max_length=60, required=False
    )
    children = forms.IntegerField(
        label=_("If you bring children: how many?"),
        min_value=0,
        max_value=MOST_CHILDREN,
        required=False,
    )
    text = forms.CharField(label=_("Anything else?"), max_length=300, required=False)

    def __init__(self, *args: Any, said: Support | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if said:
            self.initial = {name: getattr(said, name) for name in self.fields}
