"""What coordinators and helpers fill in, so that a plan suits."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.limits import DayField, RowsField, at_most
from samskap.design.forms import DayInput, FoldedFields, TouchCheckboxes
from samskap.rotas.models import Availability, Helper, Series, Turn, Wish
from samskap.rotas.models.helper import Weekday
from samskap.rotas.words import series_in_words, when

FAR = timedelta(days=3660)  # weeks further away than ten years are not shown
MOST_NAMES = 60  # in a list of people to choose from
PARTS = {  # a part of the day: from when until when; 23:59 stands for midnight
    "morning": (time(6), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(23, 59)),
}
PART_WORDS = [
    ("morning", pgettext_lazy("part of a day", "Morning")),
    ("afternoon", pgettext_lazy("part of a day", "Afternoon")),
    ("evening", pgettext_lazy("part of a day", "Evening")),
]
WISHES = [
    ("", _("No matter")),
    ("yes", _("I would like to")),
    ("no", _("Rather not")),
]


class PlanForm(forms.Form):
    """For which days a plan is made."""

    first_on = DayField(label=_("From"), widget=DayInput)
    last_on = DayField(label=_("Until"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["first_on"].initial = today
        self.fields["last_on"].initial = today + timedelta(days=27)


class TurnsField(RowsField):
    """Some turns, each said by when it is and what one does."""

    def label_from_instance(self, obj: Turn) -> str:
        """Say when it is, and the duty."""
        return f"{when(obj.shift)} · {obj.need.duty.name}"


class OfferForm(FoldedFields, forms.Form):
    """Which turns of somebody are open to others: all of them, unless some are unticked."""

    folded = ("turns",)
    folded_says = _("Choose which turns")

    turns = TurnsField(
        label=_("Open these turns to others"),
        queryset=Turn.objects.none(),
        widget=TouchCheckboxes,
    )
    words = forms.CharField(
        label=_("A few words"),
        help_text=_("Whoever has the turns, and those who are with the rota, can read it."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, turns: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["turns"].queryset = turns  # type: ignore[attr-defined]
        self.fields["turns"].initial = turns


class InsteadForm(forms.Form):
    """Who is suggested instead."""

    helper = forms.ModelChoiceField(
        label=_("Who could take it?"), queryset=Helper.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, helpers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["helper"]
        field.queryset = helpers
        field.label_from_instance = lambda helper: helper.person.shown_name


class SuitsForm(forms.ModelForm):  # type: ignore[type-arg]
    """When somebody can, how much they want, and what they would like.

    names  whether they may see who else is with the rota
    """

    class Meta:
        model = Helper
        formfield_callback = at_most(2000)
        fields = (
            "wants_suggestions",
            "most_a_week",
            "most_a_month",
            "rest_hours",
            "reach_km",
            "not_with",
        )
        widgets = {"not_with": TouchCheckboxes}
        help_texts = {
            "most_a_week": _("Leave it empty where there is no limit."),
            "most_a_month": _("Leave it empty where there is no limit."),
            "rest_hours": _("From the end of one shift to the start of one on the next day."),
            "reach_km": _("It counts only if your profile shows where you live."),
            "not_with": _("Nobody sees this, neither they nor the coordinators."),
        }

    def __init__(self, *args: Any, series: Sequence[Series], names: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.series = list(series)
        others: Any = self.fields["not_with"]
        others.queryset = (
            Helper.objects.filter(rota=self.instance.rota, left_at=None, person__is_active=True)
            .exclude(pk=self.instance.pk)
            .select_related("person")
            .order_by("pk")
        )
        others.label_from_instance = lambda helper: helper.person.shown_name
        if not names or not 0 < others.queryset.count() <= MOST_NAMES:
            del self.fields["not_with"]
        free = list(Availability.objects.filter(helper=self.instance.pk, is_free=True))
        self.fields["times"] = forms.MultipleChoiceField(
            label=_("When can you in an ordinary week?"),
            help_text=_("Tick nothing, and you can at any time."),
            choices=[
                (f"{weekday}-{part}", f"{weekday.label}, {word}")
                for weekday in Weekday
                for part, word in PART_WORDS
            ],
            required=False,
            initial=[
                f"{weekday}-{part}"
                for weekday in Weekday
                for part in PARTS
                if is_free(free, weekday, part)
            ],
        )
        wishes = {wish.series_id: wish for wish in Wish.objects.filter(helper=self.instance.pk)}
        for each in self.series:
            said = wishes.get(each.pk)
            self.fields[f"series_{each.pk}"] = forms.ChoiceField(
                label=series_in_words(each),
                help_text=each.title,
                choices=WISHES,
                required=False,
                initial="" if said is None else "yes" if said.is_wanted else "no",
            )

    @property
    def week(self) -> list[tuple[Any, list[tuple[str, str, bool]]]]:
        """The ordinary week as a table: each day with its parts, and whether they are ticked."""
        ticked = self["times"].value() or ()
        words = dict(self.fields["times"].choices)  # type: ignore[attr-defined]
        return [
            (
                weekday.label,
                [
                    (key, words[key], key in ticked)
                    for key in (f"{weekday}-{part}" for part in PARTS)
                ],
            )
            for weekday in Weekday
        ]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields below the table."""
        return [field for field in self if field.name not in ("times", "wants_suggestions")]

    @property
    def times(self) -> list[tuple[int, time, time]]:
        """When somebody can: weekday, from, until; parts that meet are one."""
        found: list[tuple[int, time, time]] = []
        for weekday in Weekday:
            for part in PARTS:
                if f"{weekday}-{part}" not in self.cleaned_data["times"]:
                    continue
                starts, ends = PARTS[part]
                if found and found[-1][0] == weekday and found[-1][2] == starts:
                    starts = found.pop()[1]
                found.append((int(weekday), starts, ends))
        return found

    @property
    def wishes(self) -> dict[Series, bool | None]:
        """What somebody would like; None where it is no matter."""
        answers: dict[str, bool | None] = {"yes": True, "no": False}
        return {each: answers.get(self.cleaned_data[f"series_{each.pk}"]) for each in self.series}


def is_free(windows: list[Availability], weekday: int, part: str) -> bool:
    """Whether somebody has said that they can in a whole part of a day."""
    starts, ends = PARTS[part]
    return any(
        window.weekday == weekday and window.starts <= starts and window.ends >= ends
        for window in windows
    )


def chosen_week(said: str) -> date | None:
    """Read the day of a week that an address names; None where it names none that matters."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if abs(day - timezone.localdate()) < FAR else None
