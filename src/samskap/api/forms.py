"""What an administrator says about open data."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.kernels.orgnumber import danish_number, norwegian_number
from samskap.municipalities.errors import NumberIsWrong
from samskap.municipalities.licences import LICENCES
from samskap.municipalities.models import Municipality


class OpenDataForm(forms.Form):
    """The licence, and the number by which catalogues know who publishes."""

    licence = forms.ChoiceField(
        label=_("Licence"),
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Both let anyone use the data, and ask them to say where they come from."),
    )
    organisation_number = forms.CharField(
        label=_("Organisation number of the municipality"),
        help_text=_("National catalogues of data know the publisher by it."),
        max_length=20,
        required=False,
    )

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality
        usual = LICENCES[municipality.preset.licence]
        own = _("%(licence)s, as is usual in the country") % {"licence": usual.name}
        others = [(each.key, each.name) for each in LICENCES.values() if each != usual]
        self.fields["licence"].choices = [("", own), *others]  # type: ignore[attr-defined]

    def clean_organisation_number(self) -> str:
        """Read the number as the registers write it."""
        written: str = self.cleaned_data["organisation_number"]
        read = norwegian_number if self.municipality.country == "NO" else danish_number
        number = read(written) if written.strip() else ""
        if number is None:
            raise forms.ValidationError(str(NumberIsWrong(number=written)))
        return number
