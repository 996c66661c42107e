"""Adding shifts, taking them, and what came of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.design.forms import DayInput, TimeInput, TouchCheckboxes, TouchRadios
from samskap.initiatives.forms.hands import HandForm
from samskap.ledger.hands import OWN_KINDS
from samskap.ledger.models import ActorKind, Channel
from samskap.rotas.actions.shifts import MOST_PEOPLE
from samskap.rotas.actions.turns import MOST_AT_ONCE
from samskap.rotas.errors import BadRule
from samskap.rotas.models import Duty, Rota, Shift, Turn
from samskap.rotas.models.helper import Weekday
from samskap.rotas.rules import read, weekly
from samskap.rotas.words import when

AS_VOLUNTEER = f"self:{ActorKind.VOLUNTEER}"  # the hand of most who take a turn
ONCE, EACH_WEEK, EACH_OTHER_WEEK, BY_RULE = "once", "week", "two_weeks", "rule"


class ShiftsForm(forms.Form):
    """One shift, or a rule that makes many; and how many people for each duty."""

    title = forms.CharField(
        label=_("What happens"),
        help_text=_("May stay empty: then it is an ordinary shift."),
        max_length=120,
        required=False,
    )
    first_on = DayField(label=_("First day"), widget=DayInput)
    opens = forms.TimeField(label=_("From"), widget=TimeInput)
    closes = forms.TimeField(
        label=_("Until"), help_text=_("At or before the start means the day after."),
        widget=TimeInput,
    )  # fmt: skip
    how_often = forms.ChoiceField(
        label=_("How often?"),
        choices=[
            (ONCE, _("Once")),
            (EACH_WEEK, _("Every week")),
            (EACH_OTHER_WEEK, _("Every other week")),
            (BY_RULE, _("By a rule of your own")),
        ],
        initial=ONCE,
        widget=TouchRadios,
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days?"),
        help_text=_("Without a choice: the weekday of the first day."),
        choices=Weekday.choices,
        coerce=int,
        widget=TouchCheckboxes,
        required=False,
    )
    rule = forms.CharField(
        label=_("Rule"),
        help_text=_("As calendars write it (RFC 5545): FREQ=MONTHLY;BYDAY=1SA is the first"
                    " Saturday of every month."),
        max_length=300,
        required=False,
    )  # fmt: skip
    last_on = DayField(
        label=_("Last day"),
        help_text=_("May stay empty: then it goes on until you end it."),
        widget=DayInput,
        required=False,
    )
    skips_holidays = forms.BooleanField(
        label=_("Not on public holidays"), initial=True, required=False
    )
    opens_place = forms.BooleanField(
        label=_("The place is open to everybody"),
        help_text=_("Only such shifts count as opening hours."),
        initial=True,
        required=False,
    )

    def __init__(self, *args: Any, rota: Rota, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rota = rota
        self.duties = {f"people_{duty.pk}": duty for duty in rota.duties.all()}
        for name, duty in self.duties.items():
            self.fields[name] = forms.IntegerField(
                label=_("People: {duty}").format(duty=duty.name),
                min_value=0,
                max_value=MOST_PEOPLE,
                initial=1 if duty == next(iter(self.duties.values())) else 0,
            )
        self.order_fields(["title", "first_on", "opens", "closes", *self.duties])

    @property
    def needs(self) -> dict[Duty, int]:
        """How many people each duty takes."""
        return {duty: self.cleaned_data[name] for name, duty in self.duties.items()}

    @property
    def is_series(self) -> bool:
        """Whether a rule makes the shifts."""
        return bool(self.cleaned_data["how_often"] != ONCE)

    @property
    def recurrence(self) -> str:
        """The rule, as it was written or chosen."""
        said = self.cleaned_data
        if said["how_often"] == BY_RULE:
            return str(said["rule"])
        days = said["weekdays"] or [said["first_on"].weekday()]
        return weekly(days, every=2 if said["how_often"] == EACH_OTHER_WEEK else 1)

    def clean_first_on(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["first_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose a day from today on."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse a rule that cannot be read, days that run backwards, and shifts for nobody."""
        said = super().clean() or {}
        if said.get("how_often") == BY_RULE:
            try:
                read(said.get("rule", ""))
            except BadRule as no:
                self.add_error("rule", str(no))
        first, last = said.get("first_on"), said.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day must not come before the first."))
        if not any(said.get(name) for name in self.duties):
            self.add_error(None, _("Say how many people are needed for at least one duty."))
        return said


class TakeForm(HandForm):
    """Taking a place for more than oneself, or for an organisation."""

    companions = forms.IntegerField(
        label=_("How many come with you?"),
        min_value=0,
        max_value=MOST_AT_ONCE - 1,
        initial=0,
    )
    field_order = ("companions", "hand")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["hand"]
        plain = f"self:{ActorKind.RESIDENT}"
        field.choices = [
            (AS_VOLUNTEER, _("Myself, as a volunteer")) if key == plain else (key, title)
            for key, title in field.choices
        ]
        field.initial = AS_VOLUNTEER

    def clean_hand(self) -> str:
        """Take the plainest where nothing was asked."""
        return self.cleaned_data["hand"] or AS_VOLUNTEER


class EnterForm(forms.Form):
    """Putting somebody on a shift who telephoned or came by."""

    name = forms.CharField(label=_("Name"), max_length=120)
    reach = forms.CharField(
        label=_("Telephone or address"),
        help_text=_("Only coordinators see it. The same number is the same person."),
        max_length=200,
        required=False,
    )
    channel = forms.ChoiceField(
        label=_("How did they tell you?"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        initial=Channel.PHONE,
        widget=TouchRadios,
    )
    actor_kind = forms.ChoiceField(
        label=_("They come as"),
        choices=[
            (kind.value, kind.label)
            for kind in (ActorKind.VOLUNTEER, *OWN_KINDS[:3], ActorKind.EMPLOYEE)
        ],
        help_text=_("An employee on a volunteer’s place is counted as staff cover."),
    )
    companions = forms.IntegerField(
        label=_("How many come along?"), min_value=0, max_value=MOST_AT_ONCE - 1, initial=0
    )


class HoursForm(forms.Form):
    """How long a turn took."""

    hours = forms.DecimalField(
        label=_("Hours"),
        min_value=Decimal("0.25"),
        max_value=24,
        max_digits=4,
        decimal_places=2,
    )

    @property
    def minutes(self) -> int:
        """The same in minutes."""
        return round(Decimal(self.cleaned_data["hours"]) * 60)


class CorrectForm(forms.Form):
    """How long a turn really took, and why that was not written down."""

    hours = forms.DecimalField(
        label=_("Hours"),
        help_text=_("Write 0 for whoever was not there."),
        min_value=0,
        max_value=24,
        max_digits=4,
        decimal_places=2,
    )
    because = forms.CharField(
        label=_("Why?"),
        help_text=_("Whoever had the turn and the coordinators can read it."),
        max_length=200,
    )

    @property
    def minutes(self) -> int | None:
        """The same in minutes; None for nobody."""
        return round(Decimal(self.cleaned_data["hours"]) * 60) or None


class CallOffForm(forms.Form):
    """Why a shift is called off."""

    because = forms.CharField(
        label=_("Why?"),
        help_text=_("Those who are on the shift will read it."),
        max_length=200,
    )


class MoveForm(forms.Form):
    """When a shift is instead, and why.

    is_look  only look who could still come: that takes no reason
    """

    day = DayField(label=_("Day"), widget=DayInput)
    opens = forms.TimeField(label=_("From"), widget=TimeInput)
    closes = forms.TimeField(
        label=_("Until"), help_text=_("At or before the start means the day after."),
        widget=TimeInput,
    )  # fmt: skip
    because = forms.CharField(
        label=_("Why?"),
        help_text=_("Those who are on the shift, or in line for it, will read it."),
        max_length=200,
    )

    def __init__(self, said: Any = None, *, shift: Shift, is_look: bool = False) -> None:
        starts, ends = timezone.localtime(shift.starts_at), timezone.localtime(shift.ends_at)
        now = {"day": starts.date(), "opens": starts.time(), "closes": ends.time()}
        super().__init__(said, initial=now)
        self.fields["because"].required = not is_look

    def clean_day(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose a day from today on."))
        return day


class SwapForm(forms.Form):
    """Asking somebody, or anybody, to take a turn."""

    asked = forms.ChoiceField(label=_("Whom do you ask?"), required=False)
    words = forms.CharField(
        label=_("A few words"),
        help_text=_("Whoever is asked, and those who are with the rota, can read it."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, turn: Turn, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["asked"]
        others = (
            Turn.objects.filter(
                shift__rota=turn.shift.rota_id,
                shift__in=Shift.objects.ahead(),
                status=Turn.Status.TAKEN,
                is_companion=False,
                person__is_active=True,
            )
            .exclude(person=turn.person)
            .exclude(shift=turn.shift_id)
            .select_related("person", "shift")
            .order_by("shift__starts_at")[:200]
        )
        self.turns = {f"turn:{other.pk}": other for other in others}
        people = {f"person:{other.person_id}": other.person for other in self.turns.values()}
        self.people = people
        field.choices = [
            ("", _("Anybody who can")),
            *[(key, person.shown_name) for key, person in people.items() if person],
            *[
                (key, _("{name}, and I take theirs: {when}").format(
                    name=other.person.shown_name, when=when(other.shift)))
                for key, other in self.turns.items() if other.person
            ],
        ]  # fmt: skip
