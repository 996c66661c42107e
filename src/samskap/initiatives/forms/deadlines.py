"""Deadlines that a rule gives, as forms."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.initiatives.forms.steps import day_input, long_answer
from samskap.initiatives.models import Deadline
from samskap.kernels.deadlines import last_working_day

OCTOBER = 10


class DeadlineForm(forms.Form):
    """What must be laid before whom, by which day, and because of which rule."""

    what = forms.CharField(
        label=_("What must be ready?"),
        help_text=_("For example: the joint transport plan."),
        max_length=160,
    )
    before = forms.CharField(
        label=_("Before whom must it be laid?"),
        help_text=_("For example: the council, the county, the traffic company."),
        max_length=120,
    )
    due_on = DayField(label=_("By which day?"), widget=day_input())
    rule = forms.CharField(
        label=_("Which rule says so?"),
        help_text=_("In a sentence that everybody understands."),
        max_length=300,
    )
    source = forms.CharField(
        label=_("Where does the rule stand?"),
        help_text=_("The law and its paragraph, or an address on the web."),
        max_length=300,
    )
    is_yearly = forms.BooleanField(label=_("It comes back each year"), required=False)


class SettleForm(forms.Form):
    """What became of a deadline."""

    state = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[each for each in Deadline.State.choices if each[0] != Deadline.State.RUNNING],
        widget=forms.RadioSelect,
    )
    says = long_answer(
        _("What happened?"),
        _("What was laid before them, or what follows now. Everybody can read it."),
    )


def traffic_order(today: date, country: str) -> dict[str, Any]:
    """The order of next year’s bus traffic, ready to be looked through and set.

    The day is a proposal, the last working day of October: the source says “by late October”.

    Source: domain P-11 (holbaek.dk): a Danish municipality orders its traffic from the traffic
    company once a year, by late October.
    """
    due_on = last_working_day(today.year, OCTOBER, country)
    if due_on < today:
        due_on = last_working_day(today.year + 1, OCTOBER, country)
    return {
        "before": __("The traffic company"),
        "due_on": due_on,
        "rule": __("The municipality orders next year’s bus traffic once a year, by late October."),
        "source": __("The agreement with the traffic company"),
        "is_yearly": True,
    }
