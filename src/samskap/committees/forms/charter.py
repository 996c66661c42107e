"""The charter as forms: its headings, the field, the seats, and the day it was adopted."""

import re
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.base.lines import LineField, one_line
from samskap.committees.forms.committee import long_text
from samskap.committees.models import Charter
from samskap.committees.models.team import Role
from samskap.design.forms import DayInput, TouchRadios
from samskap.initiatives.models import Frame

AGES = re.compile(r"^(\d{1,3})\s*[-–]\s*(\d{1,3})$")
FIELD = ("open", "negotiable", "fixed")
MOST_SEATS, MOST_LINE = 60, 80


def seats_said(charter: Charter, role: str) -> str:
    """The seats of one role, as lines of the form."""
    return "\n".join(_seat_said(seat) for seat in charter.seats if seat["role"] == role)


def _seat_said(seat: dict[str, Any]) -> str:
    """One seat as a line of the form."""
    mark = "+ " if seat.get("is_new") else "? " if seat.get("is_essential") is False else ""
    ages = ""
    if seat.get("least_age") is not None or seat.get("most_age") is not None:
        ages = f"{seat.get('least_age') or 0}–{seat.get('most_age') or 120}"
    return mark + "; ".join(filter(None, [seat["perspective"], seat.get("profile"), ages]))


def seats_in(lines: str, role: str) -> list[dict[str, Any]]:
    """Read one seat from each line: perspective; what they bring; ages."""
    seats = []
    for number, line in enumerate(lines.splitlines(), start=1):
        told = one_line(line)
        mark, told = (told[0], told[1:]) if told[:1] in ("+", "?") else ("", told)
        parts = [part.strip() for part in told.split(";") if part.strip()]
        if not parts:
            continue
        found = AGES.match(parts[-1])
        ages = (int(found[1]), int(found[2])) if found else (None, None)
        perspective, *profile = parts[:-1] if found and len(parts) > 1 else parts
        if len(perspective) > MOST_LINE or (found and int(found[1]) > int(found[2])):
            raise forms.ValidationError(
                _("Line %(number)s cannot be read. Write: perspective; what they bring; 13–25."),
                params={"number": number},
            )
        seats.append(
            {
                "role": role,
                "perspective": perspective,
                "profile": "; ".join(profile),
                "is_essential": mark != "?",
                "is_new": mark == "+",
                "least_age": ages[0],
                "most_age": ages[1],
            }
        )
    return seats


class CharterForm(forms.Form):
    """Every heading of a charter. A new version begins with the words of the last one."""

    background = long_text(_("Background and purpose"))
    task = long_text(_("The task"), _("One concrete task, as questions to answer if you can."))
    deliveries = long_text(
        _("What is delivered"), _("In which form, to whom, and how many recommendations.")
    )
    open = long_text(_("Open: the committee decides"), _("One thing on each line."), required=False)
    negotiable = long_text(_("Can be discussed"), _("One thing on each line."), required=False)
    fixed = long_text(
        _("Fixed: it cannot be changed here"), _("One thing on each line."), required=False
    )
    politicians = forms.IntegerField(
        label=_("Seats for elected representatives"), min_value=0, max_value=20, initial=5
    )
    residents = long_text(
        _("Seats for residents"),
        _(
            "One on each line: a perspective; what whoever sits there should bring; ages. For"
            " example: “Young people; interest in the centre; 13–25”. Begin the line with + where"
            " it was not at the table before, and with ? where you could do without it."
        ),
        required=False,
    )
    professionals = long_text(
        _("Seats for professionals"), _("Written like those for residents."), required=False
    )
    composition = long_text(_("More about the composition"), required=False)
    balances_sexes = forms.BooleanField(
        label=_("Each sex has at least 40 % of the seats"), required=False, initial=True
    )
    legal_form = forms.ChoiceField(
        label=_("Legal form"),
        choices=Charter.LegalForm.choices,
        widget=TouchRadios,
        initial=Charter.LegalForm.ADVISORY_METHOD,
    )
    involvement = long_text(_("Process, and how others are involved"), required=False)
    time_plan = long_text(_("Time plan"), required=False)
    economy = long_text(_("Economy"), _("What there is, and what it may cost."), required=False)
    borders = long_text(_("Borders to other bodies"), required=False)
    organisation = long_text(_("Organisation and secretariat"), required=False)
    communication = long_text(_("Communication and openness"), required=False)
    evaluation = long_text(_("Evaluation"), required=False)
    may_stop = long_text(_("What may stop to make room"), required=False)

    def __init__(self, *args: Any, last: Charter | None, **named: Any) -> None:
        if last is not None:
            named["initial"] = {**started_from(last), **(named.get("initial") or {})}
        super().__init__(*args, **named)
        if last is not None:
            self.fields["why_new"] = long_text(
                _("What changed, and why"),
                _("Every member is asked to read the new version once it is adopted."),
            )

    def clean_residents(self) -> list[dict[str, Any]]:
        """Read the seats of residents."""
        return seats_in(self.cleaned_data["residents"], Role.RESIDENT)

    def clean_professionals(self) -> list[dict[str, Any]]:
        """Read the seats of professionals."""
        return seats_in(self.cleaned_data["professionals"], Role.PROFESSIONAL)

    def clean(self) -> dict[str, Any]:
        """Put the seats together, and the field."""
        told = super().clean() or self.cleaned_data
        if self.errors:
            return told
        elected = [
            {"role": Role.POLITICIAN.value, "perspective": now_("Elected representative")}
            for _number in range(told.pop("politicians"))
        ]
        seats = [*elected, *told.pop("residents"), *told.pop("professionals")]
        if len(seats) > MOST_SEATS:
            self.add_error("residents", _("A committee has at most 60 seats."))
        told["seats"] = [
            {
                "role": str(seat["role"]),
                "perspective": seat["perspective"],
                "profile": seat.get("profile", ""),
                "is_essential": seat.get("is_essential", True),
                "is_new": seat.get("is_new", False),
                "least_age": seat.get("least_age"),
                "most_age": seat.get("most_age"),
            }
            for seat in seats
        ]
        told["field"] = {name: told.pop(name) for name in FIELD}
        return told


def started_from(last: Charter) -> dict[str, Any]:
    """What the form begins with: the words of the last version."""
    frame = last.frame or Frame()
    return {
        **{name: getattr(last, name) for name in Charter.HEADINGS},
        **{name: getattr(frame, name) for name in FIELD},
        "legal_form": last.legal_form,
        "balances_sexes": last.balances_sexes,
        "politicians": sum(seat["role"] == Role.POLITICIAN for seat in last.seats),
        "residents": seats_said(last, Role.RESIDENT),
        "professionals": seats_said(last, Role.PROFESSIONAL),
    }


class AdoptForm(forms.Form):
    """That the elected body has adopted a version."""

    on = DayField(label=_("On which day?"), widget=DayInput, initial=timezone.localdate)
    reference = LineField(
        label=_("In which case, or where in the minutes?"), max_length=120, required=False
    )
