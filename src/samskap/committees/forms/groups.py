"""Working groups, meetings with others, attendance and hours, as forms."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import RowsField
from samskap.committees.actions.hours import MOST as MOST_HOURS
from samskap.committees.actions.hours import PARTS
from samskap.committees.forms.recommendations import some_sentences
from samskap.committees.models import Group, Member, Workload
from samskap.design.forms import TouchCheckboxes, TouchRadios
from samskap.ideas.models import Idea
from samskap.meetings.models import Event

MOST_PEOPLE = 10_000


class Members(RowsField):
    """Asks for some of those who sit in a committee, by the name that others see."""

    def label_from_instance(self, obj: Member) -> str:
        """The name, and as what they sit there."""
        return f"{obj.shown_name} · {obj.get_role_display()}"


class GroupForm(forms.Form):
    """A new working group."""

    name = forms.CharField(label=_("What is the working group called?"), max_length=80)
    task = some_sentences(_("What does it work out?"))
    members = Members(
        label=_("Who of the committee is in it?"),
        queryset=Member.objects.none(),
        widget=TouchCheckboxes,
        required=False,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, seats: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["members"].queryset = seats  # type: ignore[attr-defined]


class AlongForm(forms.Form):
    """Somebody from outside who works along in a group."""

    name = forms.CharField(
        label=_("What do they want to be called?"),
        help_text=_("Ask them first. Only those in the committee see the name."),
        max_length=120,
    )
    comes_from = forms.CharField(
        label=_("What do they know, or whom do they speak for?"), max_length=120, required=False
    )


class EndForm(forms.Form):
    """What came out of a group."""

    result = some_sentences(_("What came out of it?"))


class DialogueForm(forms.Form):
    """Whom the committee invited to one of its meetings."""

    event = forms.ModelChoiceField(
        label=_("Which meeting?"), queryset=Event.objects.none(), empty_label=None
    )
    whom = some_sentences(_("Whom did you invite?"), _("Groups, not names."))
    invited = forms.IntegerField(
        label=_("How many others did you invite?"), min_value=1, max_value=MOST_PEOPLE
    )
    came = forms.IntegerField(
        label=_("How many others came?"),
        help_text=_("Without the members. May stay empty until the meeting has begun."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
    )
    group = forms.ModelChoiceField(
        label=_("Was it for one of the working groups?"),
        queryset=Group.objects.none(),
        required=False,
        empty_label=_("No"),
    )

    def __init__(self, *args: Any, events: Any, groups: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["event"].queryset = events  # type: ignore[attr-defined]
        if groups.exists():
            self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        else:
            del self.fields["group"]


class MaterialForm(forms.Form):
    """Knowledge or a draft that members wrote together."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Idea.Kind.EVIDENCE, Idea.Kind.EVIDENCE.label),
            (Idea.Kind.DRAFT, Idea.Kind.DRAFT.label),
        ],
        widget=TouchRadios,
    )
    title = forms.CharField(label=_("In one line"), max_length=120)
    text = some_sentences(_("In full"), required=False)
    authors = Members(
        label=_("Who wrote it?"),
        help_text=_("It counts once for each side that wrote along."),
        queryset=Member.objects.none(),
        widget=TouchCheckboxes,
    )
    group = forms.ModelChoiceField(
        label=_("In which working group?"),
        queryset=Group.objects.none(),
        required=False,
        empty_label=_("In none"),
    )

    def __init__(self, *args: Any, seats: Any, groups: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["authors"].queryset = seats  # type: ignore[attr-defined]
        if groups.exists():
            self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        else:
            del self.fields["group"]


class DoneForm(forms.Form):
    """What was done when too few came."""

    done = some_sentences(
        _("What did you do?"),
        _("For example: called three, and moved the meeting to six o’clock. No reasons of health."),
    )


FIELDS: dict[str, Any] = {part: Workload._meta.get_field(part) for part in PARTS}


class HoursForm(forms.Form):
    """The hours for one meeting, planned and used."""

    event = forms.ModelChoiceField(
        label=_("Which meeting?"), queryset=Event.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, events: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["event"].queryset = events  # type: ignore[attr-defined]
        for part in PARTS:
            self.fields[part] = forms.DecimalField(
                label=format_lazy(_("Hours {what}"), what=FIELDS[part].verbose_name),
                min_value=0,
                max_value=MOST_HOURS,
                max_digits=5,
                decimal_places=2,
                required=False,
            )

    @property
    def hours(self) -> dict[str, Any]:
        """What was written, part by part."""
        return {part: self.cleaned_data[part] for part in PARTS if self.cleaned_data.get(part)}
