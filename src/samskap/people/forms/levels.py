"""What administrators fill in about how surely they must know who does what."""

from collections.abc import Mapping
from typing import Any

from django import forms

from samskap.people.models import Level
from samskap.people.permissions import acts


class LeastLevelsForm(forms.Form):
    """Asks, for each act that a module announces, which sign-in it needs: its own, or a surer."""

    def __init__(self, *args: Any, levels: Mapping[str, int], **named: Any) -> None:
        """Begin with how things stand; `levels` holds what is raised, by key of the act."""
        super().__init__(*args, **named)
        for key, act in acts().items():
            self.fields[key] = forms.TypedChoiceField(
                label=str(act.title),
                choices=[choice for choice in Level.choices if choice[0] >= act.least],
                coerce=int,
                initial=max(act.least, levels.get(key, 0)),
            )
