"""Asking another municipality to take part, and its answer, as forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import RowsField
from samskap.initiatives.forms.steps import long_answer
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.sharing import could_be_asked
from samskap.municipalities.models import Municipality
from samskap.places.models import Area


class ShareForm(forms.Form):
    """Which municipality is asked, and why."""

    municipality = forms.ModelChoiceField(
        label=_("Municipality"),
        queryset=Municipality.objects.none(),
        to_field_name="slug",
        empty_label=_("Choose a municipality"),
    )
    message = long_answer(
        _("Why it concerns them"),
        _("What reaches across the border, and what you hope to do together."),
    )

    def __init__(self, *args: Any, initiative: Initiative, **named: Any) -> None:
        super().__init__(*args, **named)
        others: Any = self.fields["municipality"]
        others.queryset = could_be_asked(initiative)


class AnswerSharingForm(forms.Form):
    """The answer of the municipality that is asked."""

    accepted = forms.TypedChoiceField(
        label=_("Our answer"),
        choices=[("yes", _("Yes, it is ours too")), ("no", _("No, not now"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    areas = RowsField(
        label=_("Where it is with us"),
        help_text=_("With a yes: these places show it on the map."),
        queryset=Area.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    answer = long_answer(
        _("What you want to say"),
        _("With a no: why, and what would change it. Everybody can read it."),
        required=False,
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        places: Any = self.fields["areas"]
        places.queryset = Area.objects.of(municipality)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason on the page, before the action refuses."""
        told = super().clean() or {}
        if told.get("accepted") is False and not told.get("answer", "").strip():
            self.add_error("answer", _("Write why you say no."))
        return told
