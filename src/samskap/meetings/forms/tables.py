"""What people fill in at tables and about them: notes, sheets of paper, how an event was run."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import at_most
from samskap.base.lines import LineField, one_line
from samskap.design.forms import CountedTextarea, TouchRadios
from samskap.meetings.actions.tables import MOST_TABLES
from samskap.meetings.errors.tables import LinesDoNotAddUp
from samskap.meetings.methods import METHODS
from samskap.meetings.models import Note, Running, Table
from samskap.meetings.queries.tables import became_something

MOST_SEATED, MOST_LINES, MOST_WORDS = 200, 100, 1000
KINDS = _("What is it?")


class PutUpForm(forms.Form):
    """How many tables there are."""

    tables = forms.IntegerField(
        label=_("How many tables are there?"), min_value=1, max_value=MOST_TABLES
    )


class NoteForm(forms.Form):
    """A note at a table: written on a phone, without an account."""

    title = LineField(
        label=_("In one line"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    text = forms.CharField(
        label=_("Tell more"),
        max_length=MOST_WORDS,
        required=False,
        widget=CountedTextarea(most=MOST_WORDS, attrs={"rows": 4, "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=KINDS, choices=Note.Kind.choices, initial=Note.Kind.IDEA, widget=TouchRadios
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["public_id"].initial = uuid4


class TableForm(forms.ModelForm):  # type: ignore[type-arg]
    """What a table talks about, and who sits there: numbers, never names."""

    class Meta:
        model = Table
        formfield_callback = at_most(MOST_WORDS)
        fields = ("name", "actor_kind", "seated", "seated_new", "from_public", "listened")
        help_texts = {
            "seated_new": _("As well as you know. May stay empty."),
            "from_public": _("Elected representatives and staff. May stay empty."),
        }

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for name in ("seated", "seated_new", "from_public"):
            field: Any = self.fields[name]
            field.min_value, field.max_value = 0, MOST_SEATED
            field.widget.attrs |= {"min": 0, "max": MOST_SEATED}

    def clean(self) -> dict[str, Any]:
        """Refuse more of a sort than sat there in all."""
        said = super().clean() or self.cleaned_data
        if not self.errors:
            seated = said["seated"] or 0
            if seated > MOST_SEATED:
                self.add_error("seated", _("At most 200 sit at one table."))
            for name in ("seated_new", "from_public"):
                if (said[name] or 0) > seated:
                    words = _("Those are among those who sat there. Write how many sat there.")
                    self.add_error(name, words)
        return said

    def _post_clean(self) -> None:
        """Leave the row as it is: the action changes it, and the database keeps its promises."""


class SheetForm(forms.Form):
    """The notes of a table from paper, one on each line."""

    lines = forms.CharField(
        label=_("The notes, one on each line"),
        widget=forms.Textarea({"rows": 8}),
        max_length=MOST_LINES * 200,
    )
    counted = forms.IntegerField(
        label=_("How many notes are there on the sheet?"),
        help_text=_("Count them on the paper first: then a line that is missing shows at once."),
        min_value=1,
        max_value=MOST_LINES,
    )
    kind = forms.ChoiceField(
        label=KINDS, choices=Note.Kind.choices, initial=Note.Kind.IDEA, widget=TouchRadios
    )
    batch = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["batch"].initial = uuid4

    def clean_lines(self) -> list[str]:
        """Read one note from each line that says something."""
        return [
            line for each in self.cleaned_data["lines"].splitlines() if (line := one_line(each))
        ]

    def clean(self) -> dict[str, Any]:
        """Ask that what was counted and what was typed add up."""
        said = super().clean() or self.cleaned_data
        if not self.errors and len(said["lines"]) != said["counted"]:
            refusal = LinesDoNotAddUp(counted=said["counted"], typed=len(said["lines"]))
            self.add_error("lines", str(refusal))
        return said


class SettleForm(forms.Form):
    """What becomes of a note."""

    class Become:
        """The three ways."""

        CONTRIBUTION, SAME, ASIDE = "contribution", "same", "aside"

    become = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=(
            (Become.CONTRIBUTION, _("It becomes a contribution of the table")),
            (Become.SAME, _("It says the same as another note")),
            (Become.ASIDE, _("It is set aside")),
        ),
        initial=Become.CONTRIBUTION,
        widget=TouchRadios,
    )
    other = forms.ModelChoiceField(
        label=_("Which note says the same?"),
        help_text=_("Both tables see what became of it."),
        queryset=Note.objects.none(),
        required=False,
    )
    because = LineField(
        label=_("Why is it set aside?"),
        help_text=_("Those who sat at the table will read it."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, note: Note, **named: Any) -> None:
        super().__init__(*args, **named)
        other: Any = self.fields["other"]
        other.queryset = became_something(note.initiative)
        if not other.queryset.exists():
            del self.fields["other"]
            become: Any = self.fields["become"]
            become.choices = [each for each in become.choices if each[0] != self.Become.SAME]
        if note.table is None:
            self._speak_of_no_table()

    def _speak_of_no_table(self) -> None:
        """Say it in words for a note from a kiosk, where nobody sat at a table."""
        become: Any = self.fields["become"]
        label_of = {self.Become.CONTRIBUTION: _("It becomes a contribution")}
        become.choices = [(way, label_of.get(way, label)) for way, label in become.choices]
        self.fields["because"].help_text = _("It stays on record with the note.")
        if "other" in self.fields:
            self.fields["other"].help_text = ""

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen way needs."""
        said = super().clean() or self.cleaned_data
        if said.get("become") == self.Become.SAME and not said.get("other"):
            self.add_error("other", _("Choose the note that says the same."))
        if said.get("become") == self.Become.ASIDE and not said.get("because"):
            self.add_error("because", _("Write why it is set aside."))
        return said


class RunningForm(forms.ModelForm):  # type: ignore[type-arg]
    """With which method an event was run, and the hours it took."""

    method = forms.ChoiceField(
        label=_("Which method did you use?"),
        choices=[("", _("None of these")), *METHODS.items()],
        required=False,
    )

    class Meta:
        model = Running
        formfield_callback = at_most(MOST_WORDS)
        fields = (
            *("method", "learnt", "staff_before", "staff_during", "staff_after"),
            *("volunteers_before", "volunteers_during", "volunteers_after"),
        )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for name in self.Meta.fields[2:]:
            field: Any = self.fields[name]
            field.required, field.min_value = False, 0
            field.widget.attrs |= {"min": 0, "step": "0.25"}
            field.help_text = _("Hours of all of them together.")

    def clean(self) -> dict[str, Any]:
        """Take nothing written for nought, and refuse hours below it."""
        said = super().clean() or self.cleaned_data
        for name in self.Meta.fields[2:]:
            said[name] = said.get(name) or 0
            if said[name] < 0:
                self.add_error(name, _("Hours are not below nought."))
        return said

    def _post_clean(self) -> None:
        """Leave the row as it is: the action changes it, and the database keeps its promises."""
