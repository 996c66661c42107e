"""Lists on paper, and checking signatures."""

from datetime import date, datetime, timedelta
from secrets import token_hex
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField, one_line
from samskap.base.uploads import MOST_BYTES, TOO_HEAVY, clean_image
from samskap.design.forms import DayInput
from samskap.proposals.actions.on_paper import Line
from samskap.proposals.errors import ListIsRegistered
from samskap.proposals.models import Proposal, Validity

MOST_LINES = 200
KEPT_DAYS = 365
PARTS = 5  # of a line: name, address, born, signed, mark
MARKS = {"": "", "-": Validity.NOT_RESIDENT, "?": Validity.UNREADABLE}
DATES = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%y")
PDF = b"%PDF-"


class ScanField(forms.FileField):
    """Asks for a scan: a picture, which is written anew, or a PDF, which is only handed out."""

    widget = forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"})

    def to_python(self, data: Any) -> Any:
        """Read what was sent; None where nothing was."""
        file = super().to_python(data)
        if not file:
            return None
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(TOO_HEAVY)
        begins = file.read(len(PDF))
        file.seek(0)
        if begins == PDF:
            return ContentFile(file.read(), name=f"{token_hex(16)}.pdf")
        return clean_image(file)


class ListForm(forms.Form):
    """A list of names, typed line by line."""

    name = LineField(
        label=_("What is the list called?"),
        help_text=_("For example: list 3, from the library."),
        max_length=80,
    )
    lines = forms.CharField(
        label=_("The names, one on each line"),
        help_text=_(
            "Name; address; date of birth; day of signing; mark. For example: Kari Nordmann;"
            " Storgata 1; 01.02.1980; 12.10.2026. The mark is - for somebody who does not live"
            " here, ? for a line that cannot be read. At most 200 lines."
        ),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=60_000,
        strip=False,
    )
    signed_on = DayField(
        label=_("Day of signing where the line says none"),
        widget=DayInput,
        initial=timezone.localdate,
    )
    is_checked = forms.BooleanField(
        label=_("I have looked each name up in the register of residents"), required=False
    )
    scan = ScanField(
        label=_("Scan of the list"),
        help_text=_("A picture or a PDF, at most 10 MB. Few may open it."),
        required=False,
    )
    keep_until = DayField(label=_("Keep the scan until"), widget=DayInput)

    def __init__(self, *args: Any, proposal: Proposal, **named: Any) -> None:
        super().__init__(*args, **named)
        self.proposal = proposal
        self.fields["keep_until"].initial = timezone.localdate() + timedelta(days=KEPT_DAYS)

    def clean_name(self) -> str:
        """Refuse a name that another list of the proposal has."""
        name: str = self.cleaned_data["name"]
        if self.proposal.lists.filter(name=name).exists():
            raise forms.ValidationError(str(ListIsRegistered(name=name)))
        return name

    def clean_keep_until(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["keep_until"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day ahead of us."))
        return day

    def clean(self) -> dict[str, Any]:
        """Read one signature from each line, and say which line cannot be understood."""
        said = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                said["read"] = self._read(said["lines"], said["signed_on"])
            except forms.ValidationError as problem:
                self.add_error("lines", problem)
        return said

    def _read(self, text: str, signed_on: date) -> list[Line]:
        """Read all lines that say something."""
        rows = [(n, row) for n, row in enumerate(text.splitlines(), 1) if row.strip(" ;\t")]
        if len(rows) > MOST_LINES:
            raise forms.ValidationError(
                _("At most %(most)s lines at a time. Write down the rest as another list."),
                params={"most": MOST_LINES},
            )
        if not rows:
            raise forms.ValidationError(_("Write down at least one line of the list."))
        return [read_line(number, row, signed_on) for number, row in rows]


def read_line(number: int, row: str, signed_on: date) -> Line:
    """Read one line; a line that cannot be read needs no more than its mark."""
    parts = [one_line(part) for part in row.replace("\t", ";").split(";")]
    parts += [""] * (PARTS - len(parts))
    name, address, born, signed, mark = parts[:PARTS]
    wrong = forms.ValidationError(
        _("Line %(number)s cannot be understood. Write name; address; date of birth; day; mark."),
        params={"number": number},
    )
    if mark not in MARKS or len(parts) > PARTS or len(name) > 120 or len(address) > 200:
        raise wrong
    if not name and MARKS[mark] != Validity.UNREADABLE:
        raise wrong
    days = [read_day(born), read_day(signed)]
    if (born and days[0] is None) or (signed and days[1] is None):
        raise wrong
    day = days[1] or signed_on
    if day > timezone.localdate() or (days[0] and days[0] > day):
        raise wrong
    return Line(name=name, address=address, born_on=days[0], signed_on=day, says=MARKS[mark])


def read_day(written: str) -> date | None:
    """Read a day as people write it in a list; None where it is none."""
    for shape in DATES:
        try:
            day = datetime.strptime(written, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return day if day.year >= 1900 else None
    return None


class CheckForm(forms.Form):
    """What is said of the signatures that were chosen."""

    DEATH, TAKE_OFF = "has_died", "take_off"
    says = forms.ChoiceField(
        label=_("What do you say of those you chose?"),
        choices=[
            *(choice for choice in Validity.choices if choice[0] != Validity.UNCHECKED),
            (DEATH, _("Has died since; the signature stays")),
            (TAKE_OFF, _("Take the name on paper off")),
        ],
    )
