"""What people fill in at a kiosk, and what opens one."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import CountedTextarea, DayInput, TouchRadios
from samskap.initiatives.models import Initiative
from samskap.initiatives.models.initiative import PHASE_OF
from samskap.meetings.models import Note
from samskap.municipalities.models import Municipality

TAKES = (Note.Kind.IDEA, Note.Kind.PROBLEM_STATEMENT, Note.Kind.STORY)
UNREMEMBERED = {"autocomplete": "off"}  # by the browser of a tablet that many use


class OpenKioskForm(forms.Form):
    """Where a tablet stands, what people give to there, and until when."""

    place = LineField(
        label=_("Where does the tablet stand?"),
        help_text=_("For example: the city lab, or the library at Strand."),
        max_length=120,
    )
    initiative = forms.ModelChoiceField(
        label=_("To which initiative do people give there?"), queryset=Initiative.objects.none()
    )
    ends_on = DayField(label=_("Until which day?"), help_text=_("At most a year."), widget=DayInput)

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        initiative: Any = self.fields["initiative"]
        initiative.queryset = (
            Initiative.objects.of(municipality)
            .filter(state__in=PHASE_OF)
            .select_related("municipality", "account")
            .order_by("title")
        )


class CodeForm(forms.Form):
    """The code that opens a kiosk on a device."""

    code = LineField(
        label=_("Code"),
        help_text=_("Ten letters and digits. Whoever opened the kiosk has it."),
        max_length=20,
        widget=forms.TextInput(UNREMEMBERED | {"autocapitalize": "characters"}),
    )


class KioskNoteForm(forms.Form):
    """What somebody leaves at a kiosk."""

    kind = forms.ChoiceField(
        label=_("What would you like to leave here?"),
        choices=[(kind.value, kind.label) for kind in TAKES],
        initial=Note.Kind.IDEA,
        widget=TouchRadios,
    )
    title = LineField(label=_("In one line"), max_length=120, widget=forms.TextInput(UNREMEMBERED))
    text = forms.CharField(
        label=_("Tell more"),
        max_length=1000,
        required=False,
        widget=CountedTextarea(most=1000, attrs=UNREMEMBERED | {"rows": 4}),
    )
    reach = LineField(
        label=_("How can we reach you with the answer?"),
        help_text=_("A telephone number or an e-mail. May stay empty; only staff see it."),
        max_length=200,
        required=False,
        widget=forms.TextInput(UNREMEMBERED),
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["public_id"].initial = uuid4
