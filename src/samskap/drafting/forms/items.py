"""Items of a plan, the money for them, answers to what was given, as forms."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import DayInput, TouchRadios
from samskap.drafting.forms.fields import words_field
from samskap.drafting.models.item import Item, ItemStep
from samskap.initiatives.models import Commitment, Initiative
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.organisations.queries import elected_bodies

MOST_KRONER = 1_000_000_000_000
LONG = 4000
What = ItemStep.What

WHOLE, PART, NOT = "whole", "part", "not"


def long_text(label: Any, **more: Any) -> forms.CharField:
    """Ask for some sentences about an item."""
    return words_field(label, most=LONG, **more)


def kroner_field(label: Any, *, required: bool, help_text: Any = "") -> forms.IntegerField:
    """Ask for a sum in whole kroner."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_value=MOST_KRONER,
        required=required,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


def can_be_responsible(initiative: Initiative) -> Any:
    """Organisations that may carry an item out: units of the municipality, and the partners."""
    public = Q(kind__in=Organisation.PUBLIC_KINDS)
    partner = Q(pk__in=initiative.partners.exclude(organisation=None).values("organisation"))
    return (
        Organisation.objects.of(initiative.municipality).filter(public | partner).order_by("name")
    )


class ItemForm(forms.Form):
    """What an item costs, who carries it out, by when, and which promise stands behind it."""

    title = LineField(
        label=_("What is to be done, in one line?"),
        help_text=_("For example: bus 42 also in the evening."),
        max_length=160,
    )
    cost_kroner = kroner_field(
        _("What does it cost, in whole kroner?"),
        required=False,
        help_text=_("Leave it empty if nobody knows yet. Write 0 if it costs nothing."),
    )
    responsible = forms.ModelChoiceField(
        label=_("Which organisation is responsible?"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("None of these"),
    )
    responsible_says = LineField(
        label=_("Responsible, in your own words"),
        help_text=_("An office or a body, never a person’s name."),
        max_length=160,
        required=False,
    )
    due_on = DayField(label=_("By when?"), widget=DayInput, required=False)
    commitment = forms.ModelChoiceField(
        label=_("Which promise stands behind it?"),
        queryset=Commitment.objects.none(),
        required=False,
        empty_label=_("None yet"),
    )
    why = long_text(
        _("Why do you change it?"),
        help_text=_("An elected body has decided about this item. Everybody reads the reason."),
    )

    def __init__(self, *args: Any, initiative: Initiative, asks_why: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        fields["responsible"].queryset = can_be_responsible(initiative)
        promises = initiative.commitments.exclude(status=Commitment.Status.RELEASED)
        fields["commitment"].queryset = promises.order_by("due_on", "pk")
        if not asks_why:
            del fields["why"]


class MoneyForm(forms.Form):
    """What money there is, and who has said so."""

    kroner = kroner_field(_("How much money is there, in whole kroner?"), required=True)
    said_by = LineField(
        label=_("Who has said so?"),
        help_text=_("For example: the council, budget for next year. Never a person’s name."),
        max_length=160,
    )
    said_on = DayField(label=_("On which day?"), widget=DayInput, initial=timezone.localdate)
    says = long_text(_("What may it be used for?"), required=False)


class LayItemsForm(forms.Form):
    """Which elected body answers, and by when."""

    body = forms.ModelChoiceField(
        label=_("Who answers?"), queryset=Organisation.objects.none(), empty_label=None
    )
    promised_on = DayField(label=_("The day the body has promised an answer by"), widget=DayInput)
    legal_due_on = DayField(
        label=_("The last day by law"),
        help_text=_("Leave it empty if the law gives no day."),
        widget=DayInput,
        required=False,
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        fields["body"].queryset = elected_bodies(municipality)


class ReportForm(forms.Form):
    """How far an item has come."""

    what = forms.ChoiceField(label=_("What has happened?"), widget=TouchRadios)
    on = DayField(
        label=_("Since which day?"), widget=DayInput, initial=timezone.localdate, required=False
    )
    says = long_text(
        _("In words"),
        help_text=_("For example: the timetable of bus 42 holds from 12 December."),
    )
    link = forms.URLField(
        label=_("Address where everybody can see it"),
        help_text=_(
            "For example the timetable or the regulation. Leave it empty if there is none."
        ),
        max_length=300,
        required=False,
        assume_scheme="https",
    )

    def __init__(self, *args: Any, choices: list[tuple[str, Any]], **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        fields["what"].choices = choices


class ChosenForm(forms.Form):
    """Some contributions, chosen from a list."""

    chosen = forms.MultipleChoiceField(
        label=_("Contributions"),
        error_messages={"required": _("Choose at least one contribution in the list.")},
        widget=forms.MultipleHiddenInput,
    )

    def __init__(self, *args: Any, keys: Iterable[str], **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        fields["chosen"].choices = [(key, key) for key in keys]


class AnswersForm(ChosenForm):
    """What became of some contributions: in which item they are, or why not."""

    how = forms.ChoiceField(
        label=_("What became of those you have chosen?"),
        choices=[
            (WHOLE, _("They are in an item of the plan")),
            (PART, _("A part of each is in an item of the plan")),
            (NOT, _("They are not in the plan")),
        ],
        widget=TouchRadios,
    )
    item = forms.ChoiceField(label=_("In which item?"), required=False)
    says = long_text(
        _("Say it to those who gave it"),
        required=False,
        help_text=_("If something is not in the plan, write why. Everybody can read it."),
    )

    def __init__(self, *args: Any, items: Iterable[Item], **named: Any) -> None:
        super().__init__(*args, **named)
        fields: Any = self.fields
        nothing = ("", pgettext_lazy("an item of a plan", "None"))
        fields["item"].choices = [nothing, *((str(each.pk), str(each)) for each in items)]

    def clean(self) -> dict[str, Any]:
        """An item where there is one; a reason where there is none."""
        told = super().clean() or {}
        how = told.get("how")
        if how in (WHOLE, PART) and not told.get("item"):
            self.add_error("item", _("Choose the item that they are in."))
        if how == NOT and not (told.get("says") or "").strip():
            self.add_error("says", _("Write why they are not in the plan."))
        return told


class CompareForm(forms.Form):
    """Which two states of a text are compared, or which two wordings of a paragraph."""

    old = forms.ChoiceField(label=_("From"), required=False)
    new = forms.ChoiceField(label=_("To"), required=False)

    def __init__(self, *args: Any, states: Iterable[tuple[str, Any]], **named: Any) -> None:
        super().__init__(*args, **named)
        shown = list(states)
        for name in ("old", "new"):
            field: Any = self.fields[name]
            field.choices = shown
