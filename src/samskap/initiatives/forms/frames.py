"""The frame sheet, the list of what stops, invitations and topics, as forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.initiatives.forms.steps import day_input, long_answer
from samskap.initiatives.models import Frame
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation


def line(label: Any, help_text: Any = "", rows: int = 3) -> forms.CharField:
    """Ask for things, each on a line of its own."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class FrameForm(forms.Form):
    """What is open, what can be negotiated, what is fixed (S1:33.2)."""

    open = line(_("Open: we decide this together"), _("One thing on each line."))
    negotiable = line(_("Can be negotiated"), _("One thing on each line."))
    fixed = line(_("Fixed: this cannot be changed here"), _("One thing on each line."))
    money = line(_("Money"), _("What there is, and until when. Say so if there is none."), 2)
    law = line(_("Law"), _("Which rules we cannot choose away."), 2)
    time = line(_("Time"), _("By when something has to happen."), 2)
    who_decides = line(_("Who decides"), _("Who has the last word, and on what."), 2)

    def __init__(self, *args: Any, last: Frame | None, **named: Any) -> None:
        super().__init__(*args, **named)
        if last is not None:
            self.fields["why_new"] = long_answer(
                _("What changed"), _("The partners are told, and confirm the new version.")
            )


class ScrapEntryForm(forms.Form):
    """Something that stops."""

    what = forms.CharField(
        label=_("What stops"),
        help_text=_("Room for the new: a task, a meeting, a form."),
        max_length=200,
    )
    owner = forms.CharField(
        label=_("Who sees to it"),
        help_text=_("A role or an organisation, for example: the library."),
        max_length=120,
    )
    stops_on = DayField(label=_("From which day"), widget=day_input())


class StoppedForm(forms.Form):
    """That it has stopped."""

    learnt = long_answer(_("What we learnt"), required=False)


class InviteForm(forms.Form):
    """The reverse invitation."""

    message = long_answer(
        _("What do you invite to?"), _("What you have begun, and what you hope they bring.")
    )
    organisation = forms.ModelChoiceField(
        label=_("A certain part of the municipality"),
        queryset=Organisation.objects.none(),
        required=False,
        to_field_name="slug",
        empty_label=_("The municipality; it finds out who comes"),
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        units = Organisation.objects.of(municipality).filter(kind=Organisation.Kind.PUBLIC_UNIT)
        self.fields["organisation"].queryset = units  # type: ignore[attr-defined]


class AnswerForm(InviteForm):
    """The municipality’s answer."""

    accepted = forms.TypedChoiceField(
        label=_("Our answer"),
        choices=[("yes", _("Yes, we come")), ("no", _("No, not now"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    message = long_answer(
        _("What you want to say"),
        _("With a no: why, and what would change it. Everybody can read it."),
        required=False,
    )
    field_order = ("accepted", "organisation", "message")

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["organisation"]
        field.label = _("Who comes")
        field.empty_label = _("I come myself, as an employee")  # type: ignore[attr-defined]


class TopicForm(forms.Form):
    """A topic, by its name in each language of the municipality."""

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        languages = [*dict.fromkeys([municipality.default_language, *municipality.languages])]
        names = {"nb": "Bokmål", "nn": "Nynorsk", "da": "Dansk", "en": "English"}
        for place, language in enumerate(languages):
            self.fields[language] = forms.CharField(
                label=names.get(language, language), max_length=60, required=place == 0
            )
