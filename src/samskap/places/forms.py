"""What administrators fill in about places, and send in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import BorderInput, DayInput
from samskap.municipalities.models import Municipality
from samskap.places.errors import FileIsTooLarge
from samskap.places.models import Area

MOST_MEGABYTES = 20


class AreaForm(forms.Form):
    """What an area is called, is, and lies in."""

    name = LineField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(
        label=_("What is it?"), choices=Area.Kind.choices, widget=forms.RadioSelect
    )
    parent = forms.ModelChoiceField(
        label=_("What does it lie in?"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("Nothing larger"),
    )
    code = forms.CharField(
        label=_("The statistics office’s code"),
        help_text=_("Borders and figures are found by it, for example 1804. May be left empty."),
        max_length=16,
        required=False,
    )

    def __init__(
        self, *args: Any, municipality: Municipality, area: Area | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        larger = Area.objects.of(municipality).exclude(kind=Area.Kind.BUILDING).order_by("name")
        field: forms.ModelChoiceField = self.fields["parent"]  # type: ignore[assignment,type-arg]
        field.queryset = larger.exclude(pk=area.pk) if area else larger


class SourcedForm(forms.Form):
    """Something that comes from somewhere and holds from some day on."""

    source = forms.CharField(
        label=_("Source"),
        help_text=_("Who made it, when, and under what licence. Everyone sees it."),
        max_length=300,
    )


class DrawForm(SourcedForm):
    """A border, drawn on the map or pasted."""

    border = forms.CharField(label=_("Border"))
    valid_from = DayField(label=_("Holds from"), widget=DayInput)
    valid_to = DayField(
        label=_("Holds until"),
        help_text=_("The first day on which it no longer held. Leave it empty if it still does."),
        widget=DayInput,
        required=False,
    )
    field_order = ("border", "valid_from", "valid_to", "source")

    def __init__(self, *args: Any, around: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["border"].widget = BorderInput(around=around)
        self.fields["border"].help_text = _(
            "Draw it on the map, or paste it as GeoJSON below the map."
        )


class FileForm(SourcedForm):
    """A file to rehearse."""

    file = forms.FileField(label=_("File"))

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what is too large for a page."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(str(FileIsTooLarge(megabytes=MOST_MEGABYTES)))
        return file


class BordersFileForm(FileForm):
    """A file of borders."""

    valid_from = DayField(
        label=_("Holds from"),
        help_text=_("The first day of these borders, often 1 January."),
        widget=DayInput,
    )
    code_property = forms.CharField(
        label=_("Where the code stands"),
        help_text=_("The property with the municipality number. Leave it empty to have it found."),
        max_length=60,
        required=False,
    )
    field_order = ("file", "valid_from", "source", "code_property")


class PopulationFileForm(FileForm):
    """A file of figures."""

    day = DayField(
        label=_("Counted on"),
        help_text=_("Only where the file does not say. A year in the file means its 1 January."),
        widget=DayInput,
        required=False,
    )
    is_part = forms.BooleanField(
        label=_("The file counts only some of the residents"),
        help_text=_("Then it serves for shares, and never as the number of residents."),
        required=False,
    )
    field_order = ("file", "source", "day", "is_part")


class KeepForm(forms.Form):
    """What was rehearsed, to be kept now."""

    rehearsed = forms.CharField(widget=forms.HiddenInput)
