"""What somebody may look for in the public calendar."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class FilterForm(forms.Form):
    """Filters of the calendar; each may be left open."""

    kind = forms.ChoiceField(label=_("What sort"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    area = forms.ChoiceField(label=_("Place"), required=False)
    group = forms.ChoiceField(label=_("Group"), required=False)

    def __init__(self, *args: Any, choices: dict[str, list[tuple[str, str]]], **named: Any) -> None:
        super().__init__(*args, **named)
        for name, entries in choices.items():
            if not entries:
                del self.fields[name]
                continue
            field: Any = self.fields[name]
            field.choices = [("", _("All")), *entries]
