"""The steps of an initiative, as forms."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import TouchRadios
from samskap.initiatives.actions.states import FORWARD, steps_from
from samskap.initiatives.models import Initiative
from samskap.initiatives.models.initiative import State


def day_input() -> forms.DateInput:
    """Ask for a day."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def long_answer(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """Ask for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


reason = long_answer  # the name for forms that ask only why
WHY = _("Those who gave to the initiative read it.")


class StepForm(forms.Form):
    """One step forward, or back with a reason."""

    to = forms.ChoiceField(label=_("Where it goes"), widget=forms.RadioSelect)
    reason = long_answer(
        _("Why"), _("Needed when you go back. Everybody can read it."), required=False
    )

    def __init__(self, *args: Any, initiative: Initiative, **named: Any) -> None:
        super().__init__(*args, **named)
        onward = FORWARD.get(initiative.state)
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            (
                state,
                _("On: %(state)s") % {"state": State(state).label}
                if state == onward
                else _("Back: %(state)s") % {"state": State(state).label},
            )
            for state in steps_from(initiative.state)
        ]
        self.fields["to"].initial = onward


class ReasonForm(forms.Form):
    """A reason, and nothing more."""

    reason = long_answer(_("Why"), WHY)


class ResumeForm(forms.Form):
    """A reason that may be left out."""

    reason = long_answer(_("What is new"), WHY, required=False)


class ScrapForm(forms.Form):
    """What was learnt, who sees to the end of it, and from which day (domain.md 5.0)."""

    reason = long_answer(_("Why it stops"), WHY)
    learnt = long_answer(_("What we learnt"), _("What would you tell somebody who tries it again?"))
    owner = forms.CharField(
        label=_("Who sees to it that it ends well"),
        help_text=_("A role or an organisation, for example: the library."),
        max_length=120,
    )
    stops_on = DayField(label=_("From which day"), widget=day_input())


class FindForm(forms.Form):
    """Words that stand in the title of an initiative."""

    q = LineField(label=_("Words in the title"), max_length=120, required=False)


class MergeForm(forms.Form):
    """Which initiative it becomes a part of.

    could    those that it may be
    offered  the few of them to choose from
    """

    into = forms.ModelChoiceField(
        label=_("Join it with"),
        queryset=Initiative.objects.none(),
        to_field_name="slug",
        help_text=_("The other one goes on. This page stays, and points there."),
        widget=TouchRadios,
        empty_label=None,
    )
    reason = long_answer(_("Why"), WHY)

    def __init__(
        self,
        *args: Any,
        could: QuerySet[Initiative],
        offered: Iterable[Initiative],
        **named: Any,
    ) -> None:
        super().__init__(*args, **named)
        into: Any = self.fields["into"]
        into.queryset = could
        into.choices = [(one.slug, one.title) for one in offered]
