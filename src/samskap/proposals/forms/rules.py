"""The rules of a municipality."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.limits import DayField
from samskap.design.forms import DayInput
from samskap.kernels.thresholds import SCHEMES, scheme_named
from samskap.municipalities.models import Municipality
from samskap.proposals.actions.rules import can_be
from samskap.proposals.errors import HarderThanTheLaw
from samskap.proposals.models import Rules

NAMES = {
    "no-municipality": _("Norwegian law, in a municipality"),
    "no-county": _("Norwegian law, in a county"),
    "dk-egedal": _("As in Egedal: 400 in three months"),
    "dk-kobenhavn": _("As in Copenhagen: 5 000 in 180 days"),
    "dk-lejre": _("As in Lejre: 650 in six months, paper too"),
}
AS_IT_SAYS = pgettext_lazy("rules", "As the scheme says")
YES_OR_NO = [("", AS_IT_SAYS), ("yes", _("Yes")), ("no", _("No"))]
ANSWER = {"": None, "yes": True, "no": False}
SAID = {None: "", True: "yes", False: "no"}
LOCAL = ("window_months", "window_days", "least_age", "needs_e_id", "takes_paper")


class RulesForm(forms.Form):
    """Asks which scheme, and what is otherwise than it says."""

    scheme_key = forms.ChoiceField(label=_("Which rules?"))
    percent = forms.DecimalField(
        label=_("Percent of the residents"),
        help_text=_("Empty for what the scheme says. The law’s share can only be made smaller."),
        min_value=Decimal("0.01"),
        max_value=100,
        decimal_places=2,
        required=False,
    )
    always_enough = forms.IntegerField(
        label=_("So many signatures always suffice"),
        help_text=_("Empty for what the scheme says. The law’s number can only be made smaller."),
        min_value=1,
        max_value=1_000_000,
        required=False,
    )
    window_months = forms.IntegerField(
        label=_("Months to collect signatures"), min_value=1, max_value=48, required=False
    )
    window_days = forms.IntegerField(
        label=_("Days to collect signatures"), min_value=1, max_value=1000, required=False
    )
    least_age = forms.IntegerField(
        label=_("Least age to sign"), min_value=0, max_value=18, required=False
    )
    needs_e_id = forms.ChoiceField(
        label=_("Must one show a national e-ID to sign?"), choices=YES_OR_NO, required=False
    )
    takes_paper = forms.ChoiceField(
        label=_("Do names on paper count?"), choices=YES_OR_NO, required=False
    )
    promised_days = forms.IntegerField(
        label=_("In how many days does the council promise an answer?"),
        help_text=_("Empty for the law’s own time. A promise never goes beyond the law."),
        min_value=1,
        max_value=730,
        required=False,
    )
    period_from = DayField(
        label=_("First day of the election period"), widget=DayInput, required=False
    )
    period_to = DayField(
        label=_("Last day of the election period"), widget=DayInput, required=False
    )

    def __init__(self, *args: Any, rules: Rules, **named: Any) -> None:
        """Begin with how things stand; a law has no window, no age and no e-ID to choose."""
        municipality: Municipality = rules.municipality
        super().__init__(*args, **{"initial": _as_said(rules)} | named)
        self.municipality = municipality
        here = [key for key, scheme in SCHEMES.items() if scheme.country == municipality.country]
        self.fields["scheme_key"].choices = [  # type: ignore[attr-defined]
            (key, NAMES[key]) for key in here
        ]
        if all(scheme_named(key).is_law for key in here):
            for name in LOCAL:
                del self.fields[name]

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, as fields of `Rules`."""
        said = dict(self.cleaned_data)
        percent = said.pop("percent", None)
        said["share"] = int(percent * 100) if percent is not None else None
        for name in ("needs_e_id", "takes_paper"):
            if name in said:
                said[name] = ANSWER[said[name]]
        return said

    def clean(self) -> dict[str, Any]:
        """Refuse numbers that are harder than the law, and a period that ends before it begins."""
        said = super().clean() or self.cleaned_data
        if self.errors:
            return said
        first, last = said["period_from"], said["period_to"]
        if first and last and last <= first:
            self.add_error("period_to", _("An election period must end after it begins."))
        elif not can_be(Rules(municipality=self.municipality, **self.chosen)):
            self.add_error("always_enough", str(HarderThanTheLaw()))
        return said


def _as_said(rules: Rules) -> dict[str, Any]:
    """Rules as the form asks for them."""
    names = (*LOCAL[:3], "scheme_key", "always_enough", "promised_days", "period_from", "period_to")
    said = {name: getattr(rules, name) for name in names}
    said["percent"] = None if rules.share is None else Decimal(rules.share) / 100
    return said | {name: SAID[getattr(rules, name)] for name in ("needs_e_id", "takes_paper")}
