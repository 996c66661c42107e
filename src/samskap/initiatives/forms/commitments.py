"""Promises, hours and resources, as forms."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.initiatives.actions.giving import MOST, WORK
from samskap.initiatives.forms.hands import HandForm
from samskap.initiatives.forms.steps import day_input, reason
from samskap.initiatives.models import Partner
from samskap.ledger.hands import side_of
from samskap.ledger.models import ActorKind, Beneficiary, Channel, Side

KINDS = (
    (WORK, _("Hours of work")),
    ("money", _("Money, in kroner")),
    ("premises", _("Premises, in days")),
    ("equipment", _("Equipment, in days")),
    ("competence", _("Help from an expert, in sessions")),
)


def hours_field(**named: Any) -> forms.DecimalField:
    """Ask for hours."""
    return forms.DecimalField(min_value=0, max_value=MOST[WORK], decimal_places=2, **named)


def beneficiary_field() -> forms.ChoiceField:
    """Ask for whom."""
    return forms.ChoiceField(
        label=_("For whom?"),
        choices=Beneficiary.choices,
        initial=Beneficiary.COMMUNITY,
        widget=forms.RadioSelect,
    )


class OfferForm(forms.Form):
    """Who does what by when."""

    partner = forms.ModelChoiceField(
        label=_("Who promises?"), queryset=Partner.objects.none(), empty_label=None
    )
    what = forms.CharField(label=_("What"), max_length=200)
    due_on = DayField(label=_("By when"), widget=day_input())

    def __init__(self, *args: Any, partners: Sequence[Partner], **named: Any) -> None:
        super().__init__(*args, **named)
        listed = Partner.objects.filter(pk__in=[one.pk for one in partners])
        self.fields["partner"].queryset = listed.select_related(  # type: ignore[attr-defined]
            "organisation", "person"
        )


class KeepForm(forms.Form):
    """That it was done, and how it went."""

    says = reason(_("How did it go?"), required=False)
    hours = hours_field(
        label=_("Hours it took"),
        help_text=_("If you write them, they are counted as given."),
        required=False,
    )
    beneficiary = beneficiary_field()


class ReleaseForm(forms.Form):
    """Why a promise is released."""

    says = reason(_("Why is it released?"))


class WhatWasGivenForm(forms.Form):
    """What was given, how much of it, for whom and when."""

    kind = forms.ChoiceField(
        label=_("What was it?"), choices=KINDS, initial=WORK, widget=forms.RadioSelect
    )
    amount = forms.DecimalField(
        label=_("How much?"),
        help_text=_("Hours, kroner, days or sessions."),
        min_value=0,
        decimal_places=2,
        max_digits=12,
    )
    what = forms.CharField(
        label=_("What did you do or give?"),
        help_text=_("For example: baked for the opening."),
        max_length=160,
    )
    beneficiary = beneficiary_field()
    day = DayField(label=_("When"), widget=day_input())
    is_independent = forms.BooleanField(
        label=_("It was our own idea: nobody asked for it"), required=False
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["day"].initial = timezone.localdate

    def clean(self) -> dict[str, Any]:
        """Keep the amount within what one entry can hold."""
        told = super().clean() or {}
        kind, amount = told.get("kind"), told.get("amount")
        if kind and amount is not None and not 0 < amount <= MOST[kind]:
            self.add_error(
                "amount",
                _("Write a number above 0 and up to %(most)s.") % {"most": MOST[kind]},
            )
        return told

    def clean_day(self) -> date:
        """Nobody has given anything in the future."""
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("Choose today or a day that has been."), code="the_future"
            )
        return day

    @property
    def at(self) -> datetime | None:
        """The moment it is dated: now, or noon of an earlier day."""
        day: date = self.cleaned_data["day"]
        if day == timezone.localdate():
            return None
        return timezone.make_aware(datetime.combine(day, time(12)))


class GiveForm(WhatWasGivenForm, HandForm):
    """What somebody gave themselves, or for an organisation."""

    field_order = ("hand", "kind", "amount", "what", "beneficiary", "day", "is_independent")


class GiveForOthersForm(WhatWasGivenForm):
    """What somebody gave who told it on paper, by telephone or at a meeting."""

    name = forms.CharField(label=_("Who gave it"), max_length=120, required=False)
    reach = forms.CharField(
        label=_("How to reach them"),
        help_text=_("An address or a telephone number. Only staff see it."),
        max_length=200,
        required=False,
    )
    actor_kind = forms.ChoiceField(
        label=_("Who are they?"),
        choices=[(kind, kind.label) for kind in ActorKind if side_of(kind) == Side.NON_PUBLIC],
        initial=ActorKind.RESIDENT,
    )
    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[each for each in Channel.choices if each[0] != Channel.WEB],
        initial=Channel.PAPER,
    )
    field_order = ("name", "reach", "actor_kind", "channel", "kind", "amount", "what")
