"""What somebody may look for in the list of initiatives."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class FilterForm(forms.Form):
    """Filters of the list and the map; each may be left open."""

    words = forms.CharField(label=_("Words"), required=False, max_length=80)
    phase = forms.ChoiceField(label=_("Phase"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    area = forms.ChoiceField(label=_("Place"), required=False)
    side = forms.ChoiceField(label=_("Who contributes"), required=False)
    rung = forms.ChoiceField(label=_("Rung on the ladder"), required=False)

    def __init__(self, *args: Any, choices: dict[str, list[tuple[str, str]]], **named: Any) -> None:
        super().__init__(*args, **named)
        for name, entries in choices.items():
            field = self.fields[name]
            field.choices = [("", _("All")), *entries]  # type: ignore[attr-defined]
