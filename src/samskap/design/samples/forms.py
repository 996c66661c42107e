"""One of each kind of field, empty and filled in with mistakes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import (
    BorderInput,
    CountedTextarea,
    DayInput,
    PointInput,
    TouchCheckboxes,
    TouchRadios,
)
from samskap.design.samples.maps import FJORDVIK


class SampleForm(forms.Form):
    """One of each kind of field."""

    dream = forms.CharField(
        label=_("What do you dream of?"),
        help_text=_("One sentence is enough. You can write more later."),
        widget=CountedTextarea(most=600),
    )
    name = forms.CharField(label=_("Your name"), required=False)
    email = forms.EmailField(label=_("Your e-mail"), help_text=_("We send the answer here."))
    starts_on = forms.DateField(label=_("When could it start?"), widget=DayInput, required=False)
    hours = forms.IntegerField(label=_("Hours a month"), min_value=0, max_value=40, required=False)
    area = forms.ChoiceField(label=_("Where?"), choices=[("strand", "Strand"), ("nes", "Nes")])
    speaks_for = forms.ChoiceField(
        label=_("For whom do you speak?"),
        choices=[("self", _("For myself")), ("friends", _("For the Friends of Strand Library"))],
        widget=TouchRadios,
    )
    helps_with = forms.MultipleChoiceField(
        label=_("What can you help with?"),
        help_text=_("Choose as many as you like."),
        choices=[
            ("shifts", _("Take a shift")),
            ("craft", _("Build shelves")),
            ("read", _("Read aloud")),
        ],
        widget=TouchCheckboxes,
        required=False,
    )
    photo = forms.FileField(label=_("A photo"), required=False)
    is_public = forms.BooleanField(label=_("Others may see my name"), required=False)
    border = forms.CharField(
        label=_("The border"), widget=BorderInput(around=FJORDVIK), required=False
    )
    place = forms.CharField(
        label=_("The place"), widget=PointInput(around=FJORDVIK), required=False
    )


def asked() -> SampleForm:
    """Give an empty form."""
    return SampleForm(prefix="empty")


def refused() -> SampleForm:
    """Give a form that somebody filled in, with mistakes."""
    return SampleForm(
        {"wrong-dream": "", "wrong-email": "ada at fjordvik", "wrong-hours": "90"}, prefix="wrong"
    )
