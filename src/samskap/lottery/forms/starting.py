"""Starting a lot, choosing its targets, and inviting from a list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import at_most
from samskap.base.lines import LineField, one_line
from samskap.design.forms import (
    CountedTextarea,
    DayInput,
    FoldedFields,
    TouchCheckboxes,
    TouchRadios,
)
from samskap.lottery.actions.starting import MOST_SEATS
from samskap.lottery.features import AGE, AREA, OWN, SEX, Feature, Value
from samskap.lottery.models import Lot, State
from samskap.municipalities.models import Municipality

MOST_VALUES, MOST_TITLE = 12, 60
MOST_LOTS = 200


class StartForm(FoldedFields, forms.ModelForm):  # type: ignore[type-arg]
    """What is drawn, among whom, and what the panel is balanced by."""

    public_id = forms.UUIDField(widget=forms.HiddenInput)
    sources = forms.MultipleChoiceField(
        label=_("By what shall the panel be like those who live here?"),
        help_text=_("You see proposals from the population next, and can change every number."),
        choices=[(AGE, _("Age")), (SEX, _("Sex")), (AREA, _("Area"))],
        widget=TouchCheckboxes,
        initial=[AGE, SEX, AREA],
        required=False,
    )
    own_title = LineField(
        label=_("Something more that matters here"),
        help_text=_("A short question, for example: Do you have children at home?"),
        max_length=MOST_TITLE,
        required=False,
    )
    own_values = forms.CharField(
        label=_("The answers to choose from, one on each line"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        required=False,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)

    folded = (
        *("own_title", "own_values", "way", "one_per_household", "pause_months", "youngest"),
        "language",
    )
    folded_says = _("More choices")

    class Meta:
        model = Lot
        formfield_callback = at_most(4000)
        fields = (
            *("title", "about", "size", "pool", "closes_on"),
            *("way", "one_per_household", "pause_months", "youngest", "language"),
        )
        widgets = {
            "about": CountedTextarea(most=4000),
            "pool": TouchRadios,
            "way": TouchRadios,
            "closes_on": DayInput,
        }
        help_texts = {
            "size": _("A panel often has between 16 and 60 people."),
            "about": _("What it is about, how many meetings, what is paid, who answers them."),
            "closes_on": _("May stay empty: then you close it yourself."),
            "pause_months": _("Months; 0 leaves nobody out."),
        }

    field_order: Any = (
        *("title", "about", "size", "pool", "closes_on", "sources"),
        *("own_title", "own_values", "way", "one_per_household", "pause_months", "youngest"),
        *("language", "public_id"),
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        fields["pool"].choices = [
            choice for choice in Lot.Pool.choices if choice[0] != Lot.Pool.GIVEN
        ]
        fields["way"].choices = Lot.Way.choices
        for name, least, most in (
            ("size", 1, MOST_SEATS),
            ("pause_months", 0, 120),
            ("youngest", 0, 100),
        ):
            field = fields[name]
            field.min_value, field.max_value = least, most
            field.widget.attrs |= {"min": least, "max": most}
        fields["language"].initial = get_language()

    def clean(self) -> dict[str, Any]:
        """Refuse numbers that cannot be, a day that has passed, and a question without answers."""
        said = super().clean() or self.cleaned_data
        for name in ("size", "pause_months", "youngest"):
            field: Any = self.fields[name]
            number = said.get(name)
            if number is not None and not field.min_value <= number <= field.max_value:
                words = _("Write a number from %(least)s to %(most)s.")
                facts = {"least": field.min_value, "most": field.max_value}
                self.add_error(name, forms.ValidationError(words, params=facts))
        closes = said.get("closes_on")
        if closes and closes < timezone.localdate():
            self.add_error("closes_on", _("This day has passed. Choose one that is still ahead."))
        if bool(said.get("own_title")) != bool(self.own_answers):
            self.add_error("own_values", _("Write both the question and its answers, or neither."))
        if said.get("own_title") and not 2 <= len(self.own_answers) <= MOST_VALUES:
            words = _("Write from 2 to %(most)s answers, one on each line.")
            self.add_error("own_values", forms.ValidationError(words, params={"most": MOST_VALUES}))
        return said

    @property
    def own_answers(self) -> list[str]:
        """The answers to the stewards’ own question, each once."""
        lines = (self.cleaned_data.get("own_values") or "").splitlines()
        words = (one_line(line)[:MOST_TITLE] for line in lines)
        return list(dict.fromkeys(word for word in words if word))

    def own_features(self, size: int) -> tuple[Feature, ...]:
        """The stewards’ own question as a feature; any number of each answer is fine."""
        if not self.cleaned_data["own_title"]:
            return ()
        values = tuple(Value(title=word, least=0, most=size) for word in self.own_answers)
        return (Feature(title=self.cleaned_data["own_title"], source=OWN, values=values),)


@dataclass(frozen=True, kw_only=True)
class TargetRow:
    """One value of a feature on the page of targets: its fields, and how many it would be."""

    value: Value
    least: Any
    most: Any
    share: str


class TargetsForm(forms.Form):
    """How many are to be drawn of each value, and how the chances are shared."""

    way = forms.ChoiceField(
        label=_("How are the chances shared?"), choices=Lot.Way.choices, widget=TouchRadios
    )

    def __init__(self, *args: Any, lot: Lot, features: tuple[Feature, ...], **named: Any) -> None:
        super().__init__(*args, **named)
        self.features, self.size = features, lot.size
        self.fields["way"].initial = lot.way
        for one, feature in enumerate(features):
            for two, value in enumerate(feature.values):
                for name, label, said in (
                    ("least", _("At least"), value.least),
                    ("most", _("At most"), value.most),
                ):
                    self.fields[f"{name}_{one}_{two}"] = forms.IntegerField(
                        label=label,
                        min_value=0,
                        max_value=MOST_SEATS,
                        initial=said,
                        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "4"}),
                    )

    def rows(self) -> Iterator[tuple[Feature, list[TargetRow]]]:
        """Each feature with its values, for the page."""
        for one, feature in enumerate(self.features):
            total = sum(value.persons or 0 for value in feature.values)
            yield (
                feature,
                [
                    TargetRow(
                        value=value,
                        least=self[f"least_{one}_{two}"],
                        most=self[f"most_{one}_{two}"],
                        share=(
                            number_format(value.persons * self.size / total, 1)
                            if total and value.persons is not None
                            else ""
                        ),
                    )
                    for two, value in enumerate(feature.values)
                ],
            )

    def clean(self) -> dict[str, Any]:
        """Refuse numbers of one feature that no panel of this size can keep."""
        said = super().clean() or self.cleaned_data
        if self.errors:
            return said
        for one, feature in enumerate(self.chosen):
            least = sum(value.least for value in feature.values)
            most = sum(value.most for value in feature.values)
            facts = {"least": least, "most": most, "size": self.size, "feature": feature.title}
            if least > self.size or most < self.size:
                words = _(
                    "“%(feature)s”: at least %(least)s and at most %(most)s in all, but %(size)s"
                    " are drawn. Change the numbers so that %(size)s lies between."
                )
                self.add_error(f"least_{one}_0", forms.ValidationError(words, params=facts))
            for two, value in enumerate(feature.values):
                if value.least > value.most:
                    words = _("At least cannot be more than at most.")
                    self.add_error(f"least_{one}_{two}", words)
        return said

    @property
    def chosen(self) -> tuple[Feature, ...]:
        """The features with the numbers that were written."""
        said = self.cleaned_data
        return tuple(
            replace(
                feature,
                values=tuple(
                    replace(value, least=said[f"least_{one}_{two}"], most=said[f"most_{one}_{two}"])
                    for two, value in enumerate(feature.values)
                ),
            )
            for one, feature in enumerate(self.features)
        )


class InviteForm(forms.Form):
    """How many of the list are invited."""

    people = forms.IntegerField(
        label=_("How many are invited?"),
        help_text=_("Often ten to thirty letters are needed for each seat."),
        min_value=1,
        max_value=10_000,
    )


class ListForm(forms.Form):
    """To which lot a list of residents belongs."""

    lot = forms.ChoiceField(
        label=_("For which lot?"),
        help_text=_("Only lots of those who are invited, that are open and that you keep."),
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        found = Lot.objects.of(municipality).filter(state=State.OPEN, pool=Lot.Pool.INVITED)
        self.fields["lot"].choices = [  # type: ignore[attr-defined]
            (str(pk), title) for pk, title in found.values_list("pk", "title")[:MOST_LOTS]
        ]
