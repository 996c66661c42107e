"""What staff say about a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samskap.base.intake import Intake
from samskap.base.lines import LineField
from samskap.design.forms import TouchRadios
from samskap.imports.errors import FileIsTooLarge
from samskap.imports.models import File, Invitation
from samskap.imports.reading import MOST_MEGABYTES
from samskap.municipalities.models import Municipality


class FileForm(forms.Form):
    """A file to read."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, with headings in the first row; at most 10 000 rows and 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what is too large for a page."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(str(FileIsTooLarge(megabytes=MOST_MEGABYTES)))
        return file


class BasisForm(forms.Form):
    """What allows the municipality to write to the people of a file."""

    basis = forms.ChoiceField(
        label=_("Why may the municipality write to them?"),
        choices=Invitation.Basis.choices,
        widget=TouchRadios,
    )
    source = LineField(
        label=_("Where does the list come from?"),
        help_text=_("They read it in the letter, for example: members of the youth council 2026."),
        max_length=200,
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)


class MappingForm(forms.Form):
    """What stands in which column of a file."""

    def __init__(self, *args: Any, file: File, intake: Intake, **named: Any) -> None:
        super().__init__(*args, **named)
        self.intake = intake
        places = [
            (str(place), heading or _("Column %(number)s") % {"number": place + 1})
            for place, heading in enumerate(file.headings)
        ]
        for column in intake.columns:
            self.fields[column.key] = forms.ChoiceField(
                label=str(column.title),
                help_text=str(column.help),
                choices=[("", _("Not in this file")), *places],
                initial=str(file.mapping.get(column.key, "")),
                required=column.is_needed,
                error_messages={"required": _("Say which column it is. Every row needs it.")},
            )

    def clean(self) -> dict[str, Any]:
        """Refuse that one column is two things."""
        said = super().clean() or {}
        taken: dict[str, str] = {}
        for column in self.intake.columns:
            place = said.get(column.key, "")
            if place and place in taken:
                wrong = _("This column is “%(other)s” already. Choose another one.")
                self.add_error(column.key, wrong % {"other": taken[place]})
            elif place:
                taken[place] = str(column.title)
        return said

    @property
    def places(self) -> dict[str, int]:
        """Key of what a module takes → place of its column."""
        return {key: int(place) for key, place in self.cleaned_data.items() if place}
