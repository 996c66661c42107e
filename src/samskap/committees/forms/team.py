"""Members as forms: put in, declared, left, taken over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.committees.forms.committee import HELPING, long_text
from samskap.committees.models import Committee, Member, Seat
from samskap.committees.models.team import Role, Sex
from samskap.committees.queries.team import free_seats
from samskap.design.forms import TouchRadios
from samskap.people.models import Person
from samskap.people.models import Role as Held
from samskap.people.queries import people_with_role


class ElectForm(forms.Form):
    """Somebody whom the elected body puts in the committee without a call."""

    person = forms.ModelChoiceField(label=_("Who?"), queryset=Person.objects.none())
    role = forms.ChoiceField(
        label=_("As what?"),
        choices=[choice for choice in Role.choices if choice[0] != Role.RESIDENT],
        widget=TouchRadios,
        initial=Role.POLITICIAN,
    )
    seat = forms.ModelChoiceField(
        label=_("In which seat?"),
        queryset=Seat.objects.none(),
        required=False,
        empty_label=_("No certain seat"),
    )
    is_chair = forms.BooleanField(label=_("Leads the meetings"), required=False)
    is_substitute = forms.BooleanField(label=_("As a substitute"), required=False)
    sex = forms.ChoiceField(
        label=_("Gender"), choices=[("", _("Not told")), *Sex.choices], required=False
    )
    reason = long_text(_("Why"), _("For example the case in which it was decided."))

    def __init__(self, *args: Any, committee: Committee, **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        there = committee.members.filter(until=None, person__isnull=False).values("person")
        could = people_with_role(committee.municipality, Held.Name.POLITICIAN, *HELPING)
        fields["person"].queryset = could.exclude(pk__in=there).order_by("given_name", "pk")
        fields["seat"].queryset = free_seats(committee)


class DeclareForm(forms.Form):
    """That one is open, and what binds one."""

    is_open = forms.BooleanField(
        label=_("I want to create this together with others, and I am not locked to a solution.")
    )
    interests = long_text(
        _("What binds you?"),
        _(
            "Work, property, offices or family that have a stake in the task. Those who choose, and"
            " the other members, can read it. Write “nothing” if there is nothing."
        ),
    )


class LeaveForm(forms.Form):
    """Why somebody leaves."""

    because = long_text(_("Why"), _("Those who keep the committee read it; others do not."))


class TakeOverForm(forms.Form):
    """Whose seat a substitute takes over."""

    left = forms.ModelChoiceField(
        label=_("Whose seat?"), queryset=Member.objects.none(), empty_label=None
    )
    reason = long_text(_("Why this substitute"))

    def __init__(self, *args: Any, committee: Committee, **named: Any) -> None:
        super().__init__(*args, **named)
        left: Any = self.fields["left"]
        gone = committee.members.left().filter(is_substitute=False, replaced_by=None)
        left.queryset = gone.select_related("person", "giver")
