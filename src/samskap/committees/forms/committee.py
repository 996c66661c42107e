"""A committee proposed, described, or taken a step, as forms."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import RowsField
from samskap.base.lines import LineField
from samskap.committees.actions.steps import steps_aside, steps_back, steps_forward
from samskap.committees.models import Committee, State
from samskap.committees.queries.committees import (
    bodies_of,
    elected_bodies,
    themes_of,
    to_join,
)
from samskap.design.forms import TouchCheckboxes, TouchRadios
from samskap.initiatives.forms.hands import HandForm
from samskap.initiatives.models import Initiative, Topic
from samskap.ledger.models import Side
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person, Role
from samskap.people.queries import people_with_role

HELPING = (Role.Name.FACILITATOR, Role.Name.EMPLOYEE, Role.Name.CASE_OFFICER)
MOST_OFFERED = 300


def long_text(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """Ask for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class FindForm(forms.Form):
    """Ways to narrow the list of all committees; what is not known is not asked for."""

    theme = forms.ChoiceField(label=_("Theme"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    body = forms.ChoiceField(label=_("Appointed by"), required=False)

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        choices: dict[str, list[tuple[str, Any]]] = {
            "theme": [(each.slug, str(each)) for each in themes_of(municipality)],
            "state": [("living", _("At work, all of them")), *State.choices],
            "body": [(each.slug, each.name) for each in bodies_of(municipality)],
        }
        for name, found in choices.items():
            field: Any = self.fields[name]
            field.choices = [("", _("All")), *found]

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, of what can be."""
        self.full_clean()  # a value that is not offered is left out
        told = self.cleaned_data
        return {name: told.get(name, "") for name in self.fields}


class AboutForm(forms.Form):
    """What a committee is called, where it belongs and who helps it."""

    title = LineField(label=_("What is the committee called?"), max_length=120)
    theme = forms.ModelChoiceField(
        label=_("Theme"), queryset=Topic.objects.none(), required=False, to_field_name="slug"
    )
    parents = RowsField(
        label=_("Standing committees it belongs under"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=TouchCheckboxes,
    )
    facilitator = forms.ModelChoiceField(
        label=_("Who facilitates it?"), queryset=Person.objects.none(), required=False
    )
    secretary = forms.ModelChoiceField(
        label=_("Who is its secretary?"), queryset=Person.objects.none(), required=False
    )

    def offer(self, municipality: Municipality) -> None:
        """Offer what there is to choose among in a municipality."""
        fields: Any = self.fields
        bodies = elected_bodies(municipality)
        fields["theme"].queryset = Topic.objects.of(municipality)
        fields["parents"].queryset = bodies.filter(kind=Organisation.Kind.COMMITTEE)
        if not fields["parents"].queryset:
            del self.fields["parents"]
        for name in ("facilitator", "secretary"):
            fields[name].queryset = people_with_role(municipality, *HELPING)

    def clean(self) -> dict[str, Any]:
        """Name no standing committee where there is none."""
        return {"parents": [], **(super().clean() or self.cleaned_data)}


class DescribeForm(AboutForm):
    """The same of a committee that is there, and what came of it."""

    result = long_text(
        _("What came of it"),
        _("In a few sentences: what is different now? It stands in the list of all committees."),
        required=False,
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        self.offer(municipality)


class ProposeForm(AboutForm, HandForm):
    """A committee proposed."""

    purpose = long_text(
        _("Why do we need it?"), _("One task, and why politicians and residents solve it together.")
    )
    body = forms.ModelChoiceField(
        label=_("Who appoints it, and answers it?"),
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=TouchRadios,
    )
    initiative = forms.ModelChoiceField(
        label=_("For an initiative that is there already"),
        queryset=Initiative.objects.none(),
        required=False,
        to_field_name="slug",
        empty_label=_("No: it begins something new"),
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput)
    field_order = (
        *("title", "purpose", "theme", "body", "parents", "initiative"),
        *("facilitator", "secretary", "hand", "public_id"),
    )

    def __init__(self, *args: Any, by: Person, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, by=by, municipality=municipality, side=Side.PUBLIC, **named)
        self.offer(municipality)
        fields: Any = self.fields
        fields["body"].queryset = elected_bodies(municipality)
        fields["initiative"].queryset = Initiative.objects.of(municipality).filter(committee=None)

    def clean_public_id(self) -> UUID:
        """Take the key that the page chose."""
        key: UUID = self.cleaned_data["public_id"]
        return key


class StepForm(forms.Form):
    """One step forward, back or aside; always with a reason."""

    to = forms.ChoiceField(label=_("Where it goes"), widget=TouchRadios)
    into = forms.ModelChoiceField(
        label=_("Where it joins another: which one goes on?"),
        queryset=Committee.objects.none(),
        required=False,
        to_field_name="slug",
        empty_label=_("It joins no other"),
    )
    reason = long_text(_("Why"), _("Everybody who follows the committee can read it."))

    def __init__(self, *args: Any, committee: Committee, **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        onward = steps_forward(committee)
        choices = [(state, _("On: %(state)s") % {"state": State(state).label}) for state in onward]
        choices += [
            (state, _("Back: %(state)s") % {"state": State(state).label})
            for state in steps_back(committee)
        ]
        aside = steps_aside(committee)
        choices += [
            (state, _("Aside: %(state)s") % {"state": State(state).label}) for state in aside
        ]
        fields["to"].choices = choices
        fields["to"].initial = onward[0] if onward else None
        if aside:
            fields["into"].queryset = to_join(committee)
        else:
            del self.fields["into"]
